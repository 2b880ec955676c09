/** What somebody says of how a benefit is claimed; the last word counts, the earlier ones are in the history. */
export interface BenefitCircumstancesTable { org_id: string; benefit_id: string; nature: 'saving' | 'avoided_cost' | 'avoided_loss'; called_run_rate: boolean; exchange_part: string; price_basis: string; probability_on: string | null; recorded_by: string }

declare module '../../database/tables.ts' {
  interface Tables {
    benefit_circumstances: BenefitCircumstancesTable
  }
}

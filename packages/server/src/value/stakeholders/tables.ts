/** What somebody says of whom a benefit goes to; the last word counts, the earlier ones are in the history. `shares` holds millionths by class. */
export interface BenefitSplitTable { org_id: string; benefit_id: string; shares: unknown; reason: string; said_by: string }

declare module '../../database/tables.ts' {
  interface Tables {
    benefit_split: BenefitSplitTable
  }
}

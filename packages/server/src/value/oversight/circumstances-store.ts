import { sql, type Insertable } from 'kysely'
import type { Tx } from '../../database/index.ts'
import type { BenefitCircumstancesTable } from './tables.ts'

export const knowsBenefit = async (tx: Tx, id: string): Promise<boolean> => (await tx.selectFrom('benefit').select('id').where('id', '=', id).executeTakeFirst()) !== undefined

/** The one word on a benefit, instead of the one before. */
export const keepCircumstances = (tx: Tx, row: Insertable<BenefitCircumstancesTable>) =>
  tx.insertInto('benefit_circumstances').values(row).onConflict((conflict) => conflict.columns(['org_id', 'benefit_id']).doUpdateSet(({ ref }) => ({
    nature: ref('excluded.nature'), called_run_rate: ref('excluded.called_run_rate'), exchange_part: ref('excluded.exchange_part'), price_basis: ref('excluded.price_basis'), probability_on: ref('excluded.probability_on'), recorded_by: ref('excluded.recorded_by'),
  }))).execute()

export type SaidOf = Omit<BenefitCircumstancesTable, 'org_id' | 'recorded_by'>
export const readCircumstances = async (tx: Tx): Promise<ReadonlyMap<string, SaidOf>> =>
  new Map((await sql<SaidOf>`select benefit_id, nature, called_run_rate, exchange_part::text as exchange_part, price_basis, probability_on from benefit_circumstances`.execute(tx)).rows.map((row) => [row.benefit_id, row]))

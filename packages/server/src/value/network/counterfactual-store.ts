import { sql } from 'kysely'
import type { CivilDate } from '@throughline/engine/kernel'
import type { Tx } from '../../database/index.ts'

/** What a counterfactual is drawn from: the method as it was registered, the baseline, the actuals that were known then, and the last day that the measure has anything of. */
export type Registered = {
  readonly registered: { readonly method: 'frozen_baseline' | 'trend' | 'comparison_group' | 'seasonal'; readonly level: number; readonly at: string } | null
  readonly baseline: string | null
  readonly baselineOn: CivilDate | null
  readonly until: CivilDate
  readonly history: readonly { readonly on: CivilDate; readonly value: number }[]
}

/** Undefined where there is no such measure; nothing registered where the ledger does not know it. */
export async function readCounterfactual(tx: Tx, measureId: string): Promise<Registered | undefined> {
  const measure = await tx.selectFrom('measure as m').leftJoin('value_measure as v', (join) => join.onRef('v.org_id', '=', 'm.org_id').onRef('v.measure_id', '=', 'm.id'))
    .select(['m.baseline', 'm.baseline_on', 'm.due_on', 'v.counterfactual', 'v.counterfactual_at']).where('m.id', '=', measureId).where('m.removed_at', 'is', null).executeTakeFirst()
  if (!measure) return undefined
  const { baseline, baseline_on, due_on, counterfactual_at: at } = measure
  const method = measure.counterfactual as { readonly method: 'trend'; readonly level: number } | null
  const { rows } = await sql<{ on: CivilDate; value: string }>`
    select distinct on (on_date) on_date as on, value::text from measure_actual where measure_id = ${measureId} and recorded_at <= ${at} and (superseded_at is null or superseded_at > ${at}) and state <> 'provisional' order by on_date, recorded_at desc`.execute(tx)
  const { rows: [last] } = await sql<{ on: CivilDate | null }>`select max(on_date) as on from measure_actual where measure_id = ${measureId} and superseded_at is null`.execute(tx)
  const until = [due_on, last?.on, baseline_on].flatMap((day) => day ?? []).sort().at(-1)
  return { registered: method === null || at === null ? null : { ...method, at }, baseline, baselineOn: baseline_on, until: until ?? rows.at(-1)?.on ?? '', history: rows.map(({ on, value }) => ({ on, value: Number(value) })) }
}

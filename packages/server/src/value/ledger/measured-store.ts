import { minorDigits, ok, type Result } from '@throughline/engine/kernel'
import type { LedgerActBodies, LedgerRefusal } from '@throughline/contract/value'
import { broken, exact, readUnit, type ActualTerms, type Measurement } from '@throughline/engine/value'
import { sql } from 'kysely'
import type { Tx } from '../../database/index.ts'

/** What a measurement is made of: the actual and the direction of the measure as they stand, and what is given with it. */
export async function measurementOf(tx: Tx, given: LedgerActBodies['measure']): Promise<Result<Measurement, LedgerRefusal>> {
  const row = await tx.selectFrom('measure as m').innerJoin('value_measure as v', (join) => join.onRef('v.org_id', '=', 'm.org_id').onRef('v.measure_id', '=', 'm.id')).innerJoin('value_pool as p', (join) => join.onRef('p.org_id', '=', 'v.org_id').onRef('p.id', '=', 'v.pool_id'))
    .select(['m.direction', 'm.aggregation', 'm.band_low', 'm.band_high', 'p.unit']).where('m.id', '=', given.measureId).executeTakeFirst()
  if (!row) return told(broken('measure_unknown', { measure: given.measureId }))
  const period = await tx.selectFrom('value_period').select(['from_on', 'to_on']).where('code', '=', given.period).executeTakeFirst()
  if (!period) return told(broken('period_unknown', { period: given.period }))
  const worth = exact(given.unitValue ?? '1')
  const { base, cash } = readUnit(row.unit)
  const direction = row.direction === 'higher' || row.direction === 'lower' ? row.direction : { low: exact(row.band_low ?? '0'), high: exact(row.band_high ?? '0') }
  return ok({
    actual: await readActual(tx, given.measureId, row.aggregation === 'flow', period), counterfactual: { method: given.counterfactual.method, value: exact(given.counterfactual.value) }, direction,
    volume: exact(given.volume ?? '1'), unitValue: { scaled: worth.scaled * 10n ** BigInt(cash === undefined ? 0 : minorDigits(base)), digits: worth.digits }, source: given.source, ...(given.postHoc ? { postHoc: true } : {}),
  })
}

const told = (refused: ReturnType<typeof broken>): { readonly ok: false; readonly refusal: LedgerRefusal } => ({ ok: false, refusal: refused.refusal })

/** The actual of a period: a flow adds what was reported in it, everything else takes the last. One provisional report makes it provisional; known is it from the first report on. */
async function readActual(tx: Tx, measureId: string, adds: boolean, period: { readonly from_on: string; readonly to_on: string }): Promise<ActualTerms> {
  const { rows } = await sql<{ value: string; state: 'provisional' | 'approved' | 'restated'; live: boolean; at: string }>`
    select value::text, state, superseded_at is null as live, recorded_at as at from measure_actual where measure_id = ${measureId} and on_date >= ${period.from_on} and on_date < ${period.to_on} order by on_date, recorded_at`.execute(tx)
  const reports = rows.filter(({ live }) => live)
  const used = adds ? reports : reports.slice(-1)
  const knownAt = rows.map(({ at }) => at).sort()[0] ?? ''
  if (used.length === 0) return { value: null, state: 'missing', knownAt }
  const { rows: [sum] } = await sql<{ value: string }>`select sum(value::numeric)::text as value from unnest(${used.map(({ value }) => value)}::text[]) value`.execute(tx)
  return { value: exact(sum?.value ?? '0'), state: used.some(({ state }) => state === 'provisional') ? 'provisional' : 'approved', knownAt }
}

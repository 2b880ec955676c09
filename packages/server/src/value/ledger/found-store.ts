import type { AccountCode, ShortfallCause } from '@throughline/engine/value'
import { sql } from 'kysely'
import { planned, type Tx } from '../../database/index.ts'
import type { StoredAbove, StoredAttribution } from './agreement.ts'

/** Something in a period: a benefit, a measure or a budget line that acts name. */
export type Place = { readonly id: string; readonly period: string }
export type Asked = {
  readonly benefits: readonly Place[]
  readonly measures: readonly Place[]
  readonly budgetLines: readonly Place[]
  readonly periods: readonly string[]
  /** Periods of which everything that a close would sweep is found. */
  readonly sweeping: readonly string[]
  /** They are claims and nothing else: what benefits that they do not touch have claimed for other initiatives is left alone. */
  readonly claimsAlone: boolean
}

export type FoundBenefit = { readonly id: string; readonly name: string; readonly initiativeId: string; readonly ownerId: string | null; readonly measureId: string | null; readonly unit: string; readonly counted: boolean; readonly adoptionBy: string; readonly leadsTo: readonly string[] }
export type FoundMeasure = {
  readonly id: string; readonly name: string; readonly poolId: string; readonly unit: string; readonly above: readonly StoredAbove[]
  readonly counterfactual: { readonly method: string; readonly level: number } | null; readonly counterfactualAt: string | null; readonly attribution: StoredAttribution | null; readonly attributionAt: string | null
}
/** An account with what stands on it and its last place: id, code, unit, period, pool, benefit, initiative, budget line, cause, balance, place. */
export type FoundAccount = readonly [string, AccountCode, string, string, string | null, string | null, string | null, string | null, ShortfallCause | null, string, number]
export type Found = {
  /** The instant of the act, and the number of the last entry. */
  readonly taken: string
  readonly last: string
  readonly periods: readonly { readonly id: string; readonly from: string; readonly to: string; readonly state: 'open' | 'soft' | 'closed' }[]
  readonly benefits: readonly FoundBenefit[]
  readonly measures: readonly FoundMeasure[]
  readonly initiatives: readonly { readonly id: string; readonly name: string; readonly assist: boolean }[]
  readonly adoption: readonly { readonly benefitId: string; readonly period: string; readonly planned: string; readonly reached: string }[]
  readonly accounts: readonly FoundAccount[]
  /** The last measurement of each pool and period, and whether it stands. */
  readonly measured: readonly { readonly measured: unknown; readonly live: boolean }[]
  /** Claims the other way that make room for an initiative (V-5). */
  readonly offsets: readonly { readonly poolId: string; readonly period: string; readonly initiativeId: string; readonly amount: string }[]
}

/** An instant within JSON as it travels. */
const instant = (column: string) => sql.raw(`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`)
/** A list behind a selection of its own: a plan that knew how long it is would look cheaper than the one that is kept, and be made each time. */
const hidden = (texts: readonly string[], type: 'uuid' | 'text') => sql`(select ${[...texts]}::${sql.raw(type)}[])`
const listed = (places: readonly Place[], type: 'uuid' | 'text') => sql`unnest(${hidden(places.map(({ id }) => id), type)}, ${hidden(places.map(({ period }) => period), 'text')})`

/**
 * All that some acts have to know, by one statement: the benefits that they name with all on a path with one of them (by what they say
 * themselves and by the edges of the network), their measures with those whose pools lie above, and what stands on the accounts of these
 * in the periods they are named in. The clock of the organisation is held: nobody else writes any of it before the act is done.
 * What is looked up by key stands behind `offset 0`, so that a plan made for few rows or many asks the index for each. Where acts are claims
 * alone, an account on which a benefit that is not around has claimed counts only if its initiative claims of the same pool and period here.
 */
export async function readFound(tx: Tx, { benefits, measures, budgetLines, periods, sweeping, claimsAlone }: Asked): Promise<Found> {
  const { rows: [found] } = await sql<Found>`${planned(tx, 'with')}
    around(id, period) as materialized (select distinct * from benefits_around(${benefits.map(({ id }) => id)}::uuid[], ${benefits.map(({ period }) => period)}::text[])),
    known as materialized (select b.* from (select distinct id from around) w cross join lateral (select * from benefit b where b.org_id = (select current_org()) and b.id = w.id offset 0) b),
    measuring(id, period) as materialized (select a.* from (select array_agg(m.id) as ids, array_agg(m.period) as periods
      from (select * from ${listed(measures, 'uuid')} m(id, period) union select k.measure_id, w.period from around w join known k on k.id = w.id where k.measure_id is not null) m) m cross join lateral measures_above(m.ids, m.periods) a),
    terms as materialized (select v.* from (select distinct id from measuring) w cross join lateral (select v.*, m.name, p.unit from value_measure v join measure m on m.org_id = v.org_id and m.id = v.measure_id join value_pool p on p.org_id = v.org_id and p.id = v.pool_id
      where v.org_id = (select current_org()) and v.measure_id = w.id offset 0) v),
    filled as materialized (select distinct t.pool_id as id, m.period from measuring m join terms t on t.measure_id = m.id),
    standing as materialized (select a.* from around w cross join lateral (select * from ledger_account a where a.org_id = (select current_org()) and a.benefit_id = w.id and a.period = w.period offset 0) a
      union select a.* from filled w cross join lateral (select * from ledger_account a where a.org_id = (select current_org()) and a.pool_id = w.id and a.period = w.period offset 0) a
      union select a.* from ${listed(budgetLines, 'text')} w(id, period) cross join lateral (select * from ledger_account a where a.org_id = (select current_org()) and a.budget_line = w.id and a.period = w.period offset 0) a
      union select a.* from unnest(${hidden(sweeping, 'text')}) w(period) cross join lateral (select * from ledger_account a where a.org_id = (select current_org()) and a.period = w.period and a.code in ('A20', 'A30', 'M10') offset 0) a),
    claiming as materialized (select distinct t.pool_id, k.initiative_id, w.period from around w join known k on k.id = w.id join terms t on t.measure_id = k.measure_id)
    select take_act_clock() as taken, (select coalesce(max(no), 0)::text from ledger_entry where org_id = (select current_org())) as last,
      (select coalesce(json_agg(json_build_object('id', code, 'from', from_on, 'to', to_on, 'state', state)), '[]') from value_period where org_id = (select current_org()) and code in (select unnest(${hidden(periods, 'text')}))) as periods,
      (select coalesce(json_agg(json_build_object('id', b.id, 'name', b.name, 'initiativeId', b.initiative_id, 'ownerId', b.owner_id, 'measureId', b.measure_id, 'unit', b.unit, 'counted', b.counted, 'adoptionBy', b.adoption_by,
        'leadsTo', array(select b.leads_to where b.leads_to is not null union select e.to_id from network_edge e where e.org_id = (select current_org()) and e.from_id = b.id)) order by b.id), '[]') from known b) as benefits,
      (select coalesce(json_agg(json_build_object('id', measure_id, 'name', name, 'poolId', pool_id, 'unit', unit, 'above', above, 'counterfactual', counterfactual, 'counterfactualAt', ${instant('counterfactual_at')}, 'attribution', attribution, 'attributionAt', ${instant('attribution_at')})), '[]') from terms) as measures,
      (select coalesce(json_agg(json_build_object('id', i.id, 'name', i.name, 'assist', exists (select from value_assist s where s.org_id = (select current_org()) and s.initiative_id = i.id))), '[]')
        from (select distinct initiative_id as id from known) k cross join lateral (select id, name from initiative i where i.org_id = (select current_org()) and i.id = k.id offset 0) i) as initiatives,
      (select coalesce(json_agg(json_build_object('benefitId', d.benefit_id, 'period', d.period, 'planned', d.planned::text, 'reached', d.reached::text)), '[]')
        from known k cross join lateral (select * from benefit_adoption d where d.org_id = (select current_org()) and d.benefit_id = k.id offset 0) d where k.adoption_by <> '') as adoption,
      (select coalesce(json_agg(json_build_array(a.id, a.code, a.unit, a.period, a.pool_id, a.benefit_id, a.initiative_id, a.budget_line, a.cause, p.balance::text, p.seq)), '[]')
        from standing a cross join lateral (select p.balance, p.seq from ledger_posting p where p.org_id = (select current_org()) and p.account_id = a.id order by p.seq desc limit 1) p
          where not (select ${claimsAlone}::boolean) or a.benefit_id is null or (a.benefit_id, a.period) in (select w.id, w.period from around w) or (a.pool_id, a.initiative_id, a.period) in (select c.pool_id, c.initiative_id, c.period from claiming c)) as accounts,
      (select coalesce(json_agg(json_build_object('measured', e.measured, 'live', not exists (select from ledger_entry r where r.org_id = (select current_org()) and r.reverses = e.id))), '[]')
        from filled w cross join lateral (select e.id, e.measured from ledger_entry e where e.org_id = (select current_org()) and e.measured_pool = w.id and e.measured_period = w.period order by e.no desc limit 1) e) as measured,
      (select coalesce(json_agg(json_build_object('poolId', o.pool_id, 'period', o.period, 'initiativeId', o.offset_for, 'amount', o.amount)), '[]')
        from (select a.pool_id, a.period, p.offset_for, sum(-p.amount)::text as amount from (select true from ledger_posting p where p.org_id = (select current_org()) and p.offset_for is not null limit 1) any_offset cross join standing a cross join lateral (select p.amount, p.offset_for from ledger_posting p where p.org_id = (select current_org()) and p.account_id = a.id and p.offset_for is not null offset 0) p
          where a.code in ('R10', 'R20', 'R30', 'C20') group by 1, 2, 3) o) as offsets`.execute(tx)
  if (!found) throw new Error('one row tells what acts have to know')
  return found
}

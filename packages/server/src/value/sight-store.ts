import type { SightThing } from '@throughline/contract/strategy'
import { partsByFile } from '@throughline/contract/value'
import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '../database/index.ts'
import { columnsOf, keysOfInitiatives } from '../demand/index.ts'
import type { BenefitStanding, Edge, Ends, SightSource } from '../strategy/index.ts'

const ends = (given: Ends, from: RawBuilder<unknown>, to: RawBuilder<unknown>): RawBuilder<unknown> => sql`${'from' in given ? from : to} = any(${'from' in given ? given.from : given.to}::uuid[])`
const edges = async (tx: Tx, query: RawBuilder<Edge>): Promise<readonly Edge[]> => (await query.execute(tx)).rows

/** Entries of a thing that are looked at: the newest. */
const mostEntries = 500

/** Evidence as it is told in a line: a file is one of the files of its entry, by no id. */
const toldWords = (text: string): string => partsByFile(text).map(({ text: part, fileId }) => (fileId === undefined ? part : 'a file')).join('')

const acts: Readonly<Record<string, string>> = {
  promise: 'Promised', approve: 'Approved', forecast: 'Forecast', deliver: 'Delivered', measure: 'Measured', adjust: 'Measurement adjusted', realise: 'Claimed', verify: 'Verified', disallow: 'Disallowed', bank: 'Banked',
  soft_close: 'Plans closed', close: 'Period closed', transfer: 'Moved in time', write_off: 'Given up', convert: 'Converted', reverse: 'Reversed',
}

/** What of the benefits network carries benefits: neither drivers nor what was given up. */
const carrying = (node: string): RawBuilder<unknown> => sql.raw(`${node}.removed_at is null and ${node}.state <> 'retired' and ${node}.kind <> 'driver'`)

/** Initiatives, their benefits with the changes by which these come about, the measures of these and what was recorded, as steps of the line of sight. */
export const valueSight = {
  initiatives: async (tx, ids) => {
    const { ids: rows, seen } = await columnsOf(tx)
    return (await keysOfInitiatives(tx, ids)).map(({ id, key, name }): SightThing => ({ kind: 'initiative', id, name, note: seen.current[rows.find(id) ?? -1] === 1 ? key : `${key}, not listed any more`, on: null }))
  },
  benefits: async (tx, ids) => {
    const { rows } = await sql<{ id: string; name: string; unit: string }>`select id, name, unit from benefit where id = any(${ids}::uuid[])`.execute(tx)
    return rows.map(({ unit, ...row }): SightThing => ({ kind: 'benefit', ...row, note: unit, on: null }))
  },
  changes: async (tx, ids) => {
    const { rows } = await sql<{ id: string; name: string; kind: string; on: string | null }>`select n.id, n.name, n.kind, n.due_on as "on" from network_node n where ${carrying('n')} and n.id = any(${ids}::uuid[])`.execute(tx)
    return rows.map(({ kind, ...row }): SightThing => ({ kind: 'change', ...row, note: kind.replaceAll('_', ' ') }))
  },
  entries: async (tx, ids, told) => {
    const { rows } = await sql<{ id: string; no: string; kind: string; on: string; by: string; evidence: string | null; reason: string | null; periods: readonly string[] }>`
      select e.id, e.no, e.kind, (e.recorded_at at time zone 'UTC')::date as "on", e.by_name as by, e.evidence, e.reason,
        array(select distinct a.period from ledger_posting p join ledger_account a on a.org_id = p.org_id and a.id = p.account_id where p.org_id = e.org_id and p.entry_id = e.id union select e.measured_period where e.measured_period is not null order by 1) as periods
      from ledger_entry e where e.id = any(${ids}::uuid[])`.execute(tx)
    return rows.map(({ id, no, kind, on, by, evidence, reason, periods }): SightThing => ({ kind: 'entry', id, name: `${acts[kind] ?? kind} ${periods.join(', ')}`.trim(), note: [`No. ${no}, ${by}`, ...(told ? [toldWords(evidence ?? reason ?? '')] : [])].filter((part) => part !== '').join(': '), on }))
  },
  amounts: async (tx, ids, told) => {
    const { rows } = await sql<{ id: string; kind: string; year: number; on: string; by: string; evidence: string }>`select id, kind, year, (recorded_at at time zone 'UTC')::date as "on", recorded_by as by, evidence from value_entry where id = any(${ids}::uuid[])`.execute(tx)
    return rows.map(({ id, kind, year, on, by, evidence }): SightThing => ({ kind: 'amount', id, name: `${kind.charAt(0).toUpperCase()}${kind.slice(1)} ${year}`, note: [by, ...(told ? [evidence] : [])].filter((part) => part !== '').join(': '), on }))
  },
  benefitsOfInitiatives: (tx, given) => edges(tx, sql<Edge>`select initiative_id as "from", id as "to" from benefit where ${ends(given, sql`initiative_id`, sql`id`)}`),
  changesOfInitiatives: (tx, given) => edges(tx, sql<Edge>`
    select n.initiative_id as "from", n.id as "to" from network_node n where n.initiative_id is not null and ${carrying('n')} and ${ends(given, sql`n.initiative_id`, sql`n.id`)}
    union select e.from_id, e.to_id from network_edge e join initiative i on i.org_id = e.org_id and i.id = e.from_id join network_node n on n.org_id = e.org_id and n.id = e.to_id where ${carrying('n')} and ${ends(given, sql`e.from_id`, sql`e.to_id`)}`),
  changesToChanges: (tx, given) => edges(tx, sql<Edge>`
    select e.from_id as "from", e.to_id as "to" from network_edge e join network_node c on c.org_id = e.org_id and c.id = e.from_id join network_node n on n.org_id = e.org_id and n.id = e.to_id
    where ${carrying('c')} and ${carrying('n')} and ${ends(given, sql`e.from_id`, sql`e.to_id`)}`),
  benefitsOfChanges: (tx, given) => edges(tx, sql<Edge>`
    select e.from_id as "from", e.to_id as "to" from network_edge e join network_node n on n.org_id = e.org_id and n.id = e.from_id join benefit b on b.org_id = e.org_id and b.id = e.to_id where ${carrying('n')} and ${ends(given, sql`e.from_id`, sql`e.to_id`)}`),
  benefitsToBenefits: (tx, given) => edges(tx, sql<Edge>`select id as "from", leads_to as "to" from benefit where leads_to is not null and ${ends(given, sql`id`, sql`leads_to`)}`),
  measuresOfBenefits: (tx, given) => edges(tx, sql<Edge>`select id as "from", measure_id as "to" from benefit where measure_id is not null and ${ends(given, sql`id`, sql`measure_id`)}`),
  entriesOfBenefits: (tx, given) => edges(tx, sql<Edge>`
    select distinct a.benefit_id as "from", e.id as "to", e.no from ledger_account a join ledger_posting p on p.org_id = a.org_id and p.account_id = a.id join ledger_entry e on e.org_id = p.org_id and e.id = p.entry_id
    where a.benefit_id is not null and ${ends(given, sql`a.benefit_id`, sql`e.id`)} order by e.no desc limit ${mostEntries}`),
  entriesOfMeasures: (tx, given) => edges(tx, sql<Edge>`
    select v.measure_id as "from", e.id as "to" from ledger_entry e join value_measure v on v.org_id = e.org_id and v.pool_id = e.measured_pool where ${ends(given, sql`v.measure_id`, sql`e.id`)} order by e.no desc limit ${mostEntries}`),
  amountsOfInitiatives: (tx, given) => edges(tx, sql<Edge>`select initiative_id as "from", id as "to" from value_entry where ${ends(given, sql`initiative_id`, sql`id`)} order by recorded_at desc, id limit ${mostEntries}`),
  benefitsOwned: async (tx, { accountId }) => (await sql<{ id: string }>`select id from benefit where owner_id = ${accountId} order by name, id`.execute(tx)).rows.map(({ id }) => id),
  changesOwned: async (tx, { name }) => (await sql<{ id: string }>`select n.id from network_node n where lower(trim(n.owner)) = lower(trim(${name}::text)) and ${carrying('n')} order by n.due_on nulls last, n.name, n.id`.execute(tx)).rows.map(({ id }) => id),
  standing: async (tx) => {
    const { rows } = await sql<BenefitStanding>`select b.id, b.name, b.initiative_id as "initiativeId", b.measure_id as "measureId",
        (select count(distinct p.entry_id) from ledger_account a join ledger_posting p on p.org_id = a.org_id and p.account_id = a.id where a.org_id = b.org_id and a.benefit_id = b.id)::int as entries
      from benefit b order by b.name, b.id`.execute(tx)
    const amounts = await sql<{ id: string; count: number }>`select initiative_id as id, count(*)::int as count from value_entry where reverses is null group by initiative_id`.execute(tx)
    return { benefits: rows, amounts: new Map(amounts.rows.map(({ id, count }) => [id, count])) }
  },
} satisfies Partial<SightSource>

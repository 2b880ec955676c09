import type { Balances, BalancesAsked, EntriesAsked, LedgerAccount, LedgerEntries, LedgerEntry } from '@throughline/contract/value'
import { sql, type RawBuilder } from 'kysely'
import type { Static } from 'typebox'
import type { Tx } from '../../database/index.ts'
import { servedInForce } from '../../strategy/index.ts'
import { filesOfEntries } from '../evidence/index.ts'
import type { LedgerAccountTable, LedgerEntryTable } from './tables.ts'

type EntryRow = Omit<LedgerEntryTable, 'recorded_at'> & { readonly recorded_at: string; readonly reversed_by: string | null }
type Named = Omit<LedgerAccountTable, 'org_id'> & { readonly measure: string | null; readonly benefit: string | null; readonly initiative: string | null }

/** Accounts with the names of what they are kept by; a pool is called by its measure. */
const namedAccount = sql`a.id, a.code, a.unit, a.period, a.pool_id, a.benefit_id, a.initiative_id, a.budget_line, a.cause, b.name as benefit, i.name as initiative,
  (select min(m.name) from value_measure v join measure m on m.org_id = v.org_id and m.id = v.measure_id where v.org_id = current_org() and v.pool_id = a.pool_id) as measure`
const withNames = sql`left join benefit b on b.org_id = current_org() and b.id = a.benefit_id left join initiative i on i.org_id = current_org() and i.id = a.initiative_id`

const presentAccount = (row: Named): LedgerAccount => ({ code: row.code, unit: row.unit, period: row.period, measure: row.measure, benefitId: row.benefit_id, benefit: row.benefit, initiativeId: row.initiative_id, initiative: row.initiative, budgetLine: row.budget_line, cause: row.cause?.replaceAll('_', ' ') ?? null })

/** Entries that touch what is asked for, newest first, each with all its postings or so many of them as are asked for. */
export async function listEntries(tx: Tx, asked: Static<typeof EntriesAsked>): Promise<LedgerEntries> {
  const limit = asked.limit ?? 50
  // What is not asked of one thing touches much of the ledger: a page of it is nearly always among the newest entries.
  const recent = asked.benefitId ?? asked.measureId ?? asked.entryId ?? asked.period ?? asked.kind ? [] : await readRows(tx, asked, limit, await readNewest(tx, asked.cursor))
  const rows = recent.length > limit ? recent : await readRows(tx, asked, limit)
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return { entries: await present(tx, page, asked.lines), next: rows.length > limit && last ? last.no : null }
}

/** Entries that are looked through before all are. */
const newest = 1000
const readNewest = async (tx: Tx, cursor: string | undefined): Promise<readonly string[]> =>
  (await sql<{ id: string }>`select e.id from ledger_entry e where e.org_id = current_org() and (${cursor ?? null}::bigint is null or e.no < ${cursor ?? null}::bigint) order by e.no desc limit ${newest}`.execute(tx)).rows.map(({ id }) => id)

/** One entry more than a page, of all or among some. */
async function readRows(tx: Tx, asked: Static<typeof EntriesAsked>, limit: number, among?: readonly string[]): Promise<readonly EntryRow[]> {
  const conditions: RawBuilder<unknown>[] = [
    ...touching(asked, among), ...(asked.kind === undefined ? [] : [sql`e.kind = ${asked.kind}`]), ...(asked.entryId === undefined ? [] : [sql`e.id = ${asked.entryId}`]), ...(asked.priorPeriod ? [sql`e.prior_period`] : []),
    ...(asked.cursor === undefined ? [] : [sql`e.no < ${asked.cursor}::bigint`]), ...(among === undefined ? [] : [sql`e.id = any(${[...among]}::uuid[])`]),
  ]
  const { rows } = await sql<EntryRow>`
    select e.*, (select r.id from ledger_entry r where r.org_id = current_org() and r.reverses = e.id) as reversed_by
    from ledger_entry e where e.org_id = current_org() ${conditions.length > 0 ? sql`and ${sql.join(conditions, sql` and `)}` : sql``} order by e.no desc limit ${limit + 1}`.execute(tx)
  return rows
}

/** Some entries by their ids, in the order of the ids. */
export async function readEntriesOf(tx: Tx, ids: readonly string[]): Promise<LedgerEntry[]> {
  const { rows } = await sql<EntryRow>`select e.*, (select r.id from ledger_entry r where r.org_id = current_org() and r.reverses = e.id) as reversed_by from ledger_entry e where e.org_id = current_org() and e.id = any(${[...ids]}::uuid[]) order by e.no`.execute(tx)
  return present(tx, rows)
}

function touching({ benefitId, initiativeId, measureId, objectiveId, departmentId, servesId, period, from, until, unit, codes }: Static<typeof EntriesAsked>, among: readonly string[] | undefined): readonly RawBuilder<unknown>[] {
  const accounts = [
    ...(benefitId === undefined ? [] : [sql`a.benefit_id = ${benefitId}`]), ...(initiativeId === undefined ? [] : [sql`a.initiative_id = ${initiativeId}`]), ...(period === undefined ? [] : [sql`a.period = ${period}`]),
    ...(measureId === undefined ? [] : [sql`a.pool_id in (select v.pool_id from value_measure v where v.org_id = current_org() and v.measure_id = ${measureId})`]),
    ...(objectiveId === undefined ? [] : [underObjective(objectiveId)]),
    ...(departmentId === undefined ? [] : [ofInitiatives(departmentId === 'none' ? sql`i.unit_id is null` : sql`i.unit_id = ${departmentId}::uuid`)]), ...(servesId === undefined ? [] : [ofInitiatives(serving(servesId))]),
    ...(unit === undefined ? [] : [sql`a.unit = ${unit}`]), ...(codes === undefined ? [] : [sql`a.code = any(${codes.split(',')}::text[])`]),
    ...(from === undefined ? [] : [sql`a.period in (select w.code from value_period w where w.org_id = current_org() and w.from_on >= (select s.from_on from value_period s where s.org_id = current_org() and s.code = ${from}))`]),
    ...(until === undefined ? [] : [sql`a.period in (select w.code from value_period w where w.org_id = current_org() and w.to_on <= (select s.to_on from value_period s where s.org_id = current_org() and s.code = ${until}))`]),
  ]
  if (accounts.length === 0) return []
  const ofPeriod = period !== undefined && accounts.length === 1 ? sql` or e.closes ->> 'periodId' = ${period}` : sql``
  return [sql`(e.id in (select p.entry_id from ledger_account a join ledger_posting p on p.org_id = current_org() and p.account_id = a.id where a.org_id = current_org() ${among === undefined ? sql`` : sql`and p.entry_id = any(${[...among]}::uuid[])`} and ${sql.join(accounts, sql` and `)})${ofPeriod})`]
}

const ofInitiatives = (which: RawBuilder<unknown>): RawBuilder<unknown> => sql`a.initiative_id in (select i.id from initiative i where i.org_id = current_org() and ${which})`
/** Serving an objective of the strategy in force, as the books of value split amounts; or none of them. */
const serving = (objectiveId: string): RawBuilder<unknown> =>
  objectiveId === 'none' ? sql`not exists (select from (${servedInForce}) f where f.org_id = i.org_id and f.initiative_id = i.id)` : sql`exists (select from (${servedInForce}) f where f.org_id = i.org_id and f.initiative_id = i.id and f.objective_id = ${objectiveId}::uuid)`

/** Benefits and pools of the measures of an objective, in whichever version of the strategy these stand. */
const underObjective = (objectiveId: string): RawBuilder<unknown> => {
  const measures = sql`select m.id from measure m join objective o on o.org_id = m.org_id and o.id = m.objective_id join objective n on n.org_id = o.org_id and n.stable_key = o.stable_key where n.org_id = current_org() and n.id = ${objectiveId}`
  return sql`(a.benefit_id in (select b.id from benefit b where b.org_id = current_org() and b.measure_id in (${measures})) or (a.benefit_id is null and a.pool_id in (select v.pool_id from value_measure v where v.org_id = current_org() and v.measure_id in (${measures}))))`
}

async function present(tx: Tx, rows: readonly EntryRow[], most?: number): Promise<LedgerEntry[]> {
  const { rows: postings } = await sql<Named & { entry_id: string; amount: string; balance: string }>`
    select ${namedAccount}, p.entry_id, p.amount, p.balance from unnest(${rows.map(({ id }) => id)}::uuid[]) w (id) cross join lateral (
        select l.* from ledger_posting l where l.org_id = current_org() and l.entry_id = w.id order by l.line limit ${most ?? null}::bigint) p
      join ledger_account a on a.org_id = current_org() and a.id = p.account_id ${withNames} order by p.entry_id, p.line`.execute(tx)
  const byEntry = Map.groupBy(postings, ({ entry_id }) => entry_id)
  const longer = await readLonger(tx, most === undefined ? [] : rows.filter(({ id }) => byEntry.get(id)?.length === most))
  const related = await relatedTo(tx, rows)
  const files = await filesOfEntries(tx, rows.map(({ id }) => id))
  return rows.map((row) => {
    const [own, whole] = [byEntry.get(row.id) ?? [], longer.get(row.id)]
    const measured = row.measured as { readonly grade: 'A' | 'B' | 'C' | 'D'; readonly periodId: string } | null
    const closes = row.closes as { readonly periodId: string } | null
    return {
      id: row.id, no: Number(row.no), kind: row.kind, at: row.recorded_at, by: row.by_name, byId: row.by_id, reason: row.reason, evidence: row.evidence, files: [...(files.get(row.id) ?? [])], reverses: row.reverses, reversedBy: row.reversed_by, matchId: row.match_id, priorPeriod: row.prior_period,
      periods: [...new Set([...own.map(({ period }) => period), ...(whole?.periods ?? []), ...(measured ? [measured.periodId] : []), ...(closes ? [closes.periodId] : [])])], grade: measured?.grade ?? null, withheld: row.withheld as { amount: string; code: string } | null,
      related: related.get(row.id) ?? [], postings: own.map((posting) => ({ account: presentAccount(posting), amount: posting.amount, balance: posting.balance })), ...(whole && whole.postings > own.length ? { morePostings: whole.postings - own.length } : {}),
    }
  })
}

/** Of entries with more postings than a list has: how many, and in which periods; all that a close has are in its own. */
async function readLonger(tx: Tx, entries: readonly EntryRow[]): Promise<ReadonlyMap<string, { readonly postings: number; readonly periods: readonly string[] }>> {
  if (entries.length === 0) return new Map()
  const { rows } = await sql<{ id: string; postings: number; periods: string[] }>`
    select w.id, (select count(*)::int from ledger_posting p where p.org_id = current_org() and p.entry_id = w.id) as postings,
      case when w.closes then '{}'::text[] else (select array_agg(distinct a.period) from ledger_posting p join ledger_account a on a.org_id = current_org() and a.id = p.account_id where p.org_id = current_org() and p.entry_id = w.id) end as periods
    from unnest(${entries.map(({ id }) => id)}::uuid[], ${entries.map(({ kind }) => kind === 'close')}::bool[]) w (id, closes)`.execute(tx)
  return new Map(rows.map(({ id, ...whole }) => [id, whole]))
}

/** To claims, verifications and what follows from them: the claims and verifications that stand of the same benefits in the same periods. */
async function relatedTo(tx: Tx, entries: readonly EntryRow[]): Promise<ReadonlyMap<string, LedgerEntry['related']>> {
  const asked = entries.filter(({ kind }) => kind === 'realise' || kind === 'verify' || kind === 'disallow' || kind === 'bank').map(({ id }) => id)
  if (asked.length === 0) return new Map()
  const { rows } = await sql<{ of: string; id: string; kind: 'realise' | 'verify'; by: string }>`
    select distinct p.entry_id as of, o.id, o.kind, o.by_name as by, o.no from ledger_posting p join ledger_account a on a.org_id = current_org() and a.id = p.account_id and a.code in ('R10', 'R20')
      join ledger_account b on b.org_id = current_org() and b.benefit_id = a.benefit_id and b.period = a.period and b.code = 'R10' join ledger_posting q on q.org_id = current_org() and q.account_id = b.id
      join ledger_entry o on o.org_id = current_org() and o.id = q.entry_id and o.kind in ('realise', 'verify') and o.id <> p.entry_id and not exists (select from ledger_entry r where r.org_id = current_org() and r.reverses = o.id)
    where p.org_id = current_org() and p.entry_id = any(${asked}::uuid[]) order by o.no`.execute(tx)
  return new Map([...Map.groupBy(rows, ({ of }) => of)].map(([id, all]) => [id, all.map(({ id: entryId, kind, by }) => ({ entryId, kind, by }))]))
}

/** What stands on accounts: the balance after the last posting that is known. As of an earlier instant, the tables themselves answer as of it. */
export async function listBalances(tx: Tx, { benefitId, measureId, period, code }: Static<typeof BalancesAsked>): Promise<Static<typeof Balances>> {
  const { rows } = await sql<Named & { balance: string }>`
    select ${namedAccount}, last.balance from ledger_account a ${withNames}
      cross join lateral (select p.balance from ledger_posting p where p.org_id = current_org() and p.account_id = a.id order by p.seq desc limit 1) last
    where a.org_id = current_org() and (${benefitId ?? null}::uuid is null or a.benefit_id = ${benefitId ?? null}::uuid) and (${period ?? null}::text is null or a.period = ${period ?? null}::text) and (${code ?? null}::text is null or a.code = ${code ?? null}::text)
      and (${measureId ?? null}::uuid is null or a.pool_id in (select v.pool_id from value_measure v where v.org_id = current_org() and v.measure_id = ${measureId ?? null}::uuid))
    order by a.period, a.code, a.unit, a.id limit 5000`.execute(tx)
  return rows.filter(({ balance }) => balance !== '0').map((row) => ({ account: presentAccount(row), amount: row.balance }))
}

/** What stood on one account as of an instant: one step down the index of its postings. */
export async function balanceAsOf(tx: Tx, accountId: string, instant: string): Promise<bigint> {
  const { rows } = await sql<{ balance: string }>`select p.balance from ledger_posting p where p.org_id = current_org() and p.account_id = ${accountId} and p.recorded_at <= ${instant} order by p.seq desc limit 1`.execute(tx)
  return BigInt(rows[0]?.balance ?? 0)
}

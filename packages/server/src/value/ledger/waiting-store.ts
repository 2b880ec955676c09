import type { Waiting, WaitingAsked, WaitingClaim } from '@throughline/contract/value'
import { dependenceAmong, inPeriod } from '@throughline/engine/value'
import { sql } from 'kysely'
import type { Static } from 'typebox'
import type { Actor, Tx } from '../../database/index.ts'
import { filesOfEntries } from '../evidence/index.ts'
import { namesOf } from './names-store.ts'
import { readPeople } from './terms-store.ts'
import { wayWords } from './words.ts'

/** Claims that one answer shows. */
const most = 500

type Row = { readonly benefitId: string; readonly benefit: string; readonly ownerId: string | null; readonly initiativeId: string; readonly initiative: string; readonly measure: string | null; readonly period: string; readonly periodState: WaitingClaim['periodState']; readonly unit: string; readonly amount: string; readonly version: number }

/** What waits for verification, in the order of periods and benefits: of one period, or of all that are not closed. */
export async function listWaiting(tx: Tx, { accountId }: Pick<Actor, 'accountId'>, { period }: Static<typeof WaitingAsked>): Promise<Waiting> {
  const { rows } = await sql<Row>`
    select a.benefit_id as "benefitId", b.name as benefit, b.owner_id as "ownerId", b.initiative_id as "initiativeId", i.name as initiative, m.name as measure, w.code as period, w.state as "periodState", a.unit, sum(last.balance)::text as amount, sum(last.seq)::int as version
    from value_period w join ledger_account a on a.org_id = current_org() and a.period = w.code and a.code = 'R10' cross join lateral (select p.balance, p.seq from ledger_posting p where p.org_id = current_org() and p.account_id = a.id order by p.seq desc limit 1) last
      join benefit b on b.org_id = current_org() and b.id = a.benefit_id join initiative i on i.org_id = current_org() and i.id = b.initiative_id left join measure m on m.org_id = current_org() and m.id = b.measure_id
    where w.org_id = current_org() and (w.code = ${period ?? null}::text or (${period ?? null}::text is null and w.state <> 'closed'))
    group by a.benefit_id, b.name, b.owner_id, b.initiative_id, i.name, m.name, w.code, w.state, w.from_on, a.unit having sum(last.balance) <> 0
    order by w.from_on, w.code, b.name, a.benefit_id limit ${most + 1}`.execute(tx)
  const shown = rows.slice(0, most)
  const claims = await claimsOf(tx, shown)
  const hindrances = await hindrancesOf(tx, accountId, shown, claims)
  return {
    more: rows.length > most,
    claims: shown.map(({ ownerId: _, initiativeId: __, ...row }) => {
      const own = claims.get(inPeriod(row.benefitId, row.period)) ?? []
      return { ...row, claims: own.filter(({ stands }) => stands).map(({ entryId, by, at, evidence, files }) => ({ entryId, by, at, evidence, files: [...files] })), hindrance: hindrances.get(inPeriod(row.benefitId, row.period)) ?? null }
    }),
  }
}

type Claimed = WaitingClaim['claims'][number] & { readonly byId: string; readonly stands: boolean }

/** Who has claimed what waits, the newest first, reversed or not, with the files that are named. */
async function claimsOf(tx: Tx, rows: readonly Row[]): Promise<ReadonlyMap<string, readonly Claimed[]>> {
  const { rows: found } = await sql<Omit<Claimed, 'files'> & { benefit: string; period: string }>`
    select distinct a.benefit_id as benefit, a.period, e.no, e.id as "entryId", e.by_name as by, e.by_id as "byId", e.recorded_at as at, e.evidence, not exists (select from ledger_entry r where r.org_id = current_org() and r.reverses = e.id) as stands
    from unnest(${rows.map(({ benefitId }) => benefitId)}::uuid[], ${rows.map(({ period }) => period)}::text[]) w(id, period)
      join ledger_account a on a.org_id = current_org() and a.benefit_id = w.id and a.period = w.period and a.code = 'R10' join ledger_posting p on p.org_id = current_org() and p.account_id = a.id
      join ledger_entry e on e.org_id = current_org() and e.id = p.entry_id and e.kind in ('realise', 'convert')
    order by e.no desc`.execute(tx)
  const files = await filesOfEntries(tx, found.map(({ entryId }) => entryId))
  return Map.groupBy(found.map((one) => ({ ...one, files: [...(files.get(one.entryId) ?? [])] })), ({ benefit, period }) => inPeriod(benefit, period))
}

/** V-13 for the one who reads: by which way they depend on a claimant, on the owner or on the team, in words. */
async function hindrancesOf(tx: Tx, reader: string, rows: readonly Row[], claims: ReadonlyMap<string, readonly Claimed[]>): Promise<ReadonlyMap<string, string>> {
  const { managers, teams } = await readPeople(tx, rows.map(({ initiativeId }) => initiativeId))
  const ways = rows.flatMap(({ benefitId, period, ownerId, initiativeId }) => {
    const involved = [...(claims.get(inPeriod(benefitId, period)) ?? []).map(({ byId }) => byId), ...(ownerId === null ? [] : [ownerId]), ...(teams.get(initiativeId) ?? [])]
    const way = dependenceAmong(managers, reader, involved)
    return way ? [{ key: inPeriod(benefitId, period), way }] : []
  })
  const names = await namesOf(tx, ways.flatMap(({ way }) => way))
  return new Map(ways.map(({ key, way }) => [key, wayWords(way, names)]))
}

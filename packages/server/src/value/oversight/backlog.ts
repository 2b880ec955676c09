import type { Backlog } from '@throughline/contract/value'
import { toWire } from '@throughline/contract/wire'
import { daysBetween, type CivilDate } from '@throughline/engine/kernel'
import { backlogOf, inPeriod, stillWaiting, turnOf } from '@throughline/engine/value'
import type { Tx } from '../../database/index.ts'
import { readPeople } from '../ledger/index.ts'
import { readVerifiers, readWaitingLines, type WaitingLine } from './backlog-store.ts'

/** Claims that one answer lists: the oldest. */
const most = 200

/** What waits for verification on a day, with how long and whose turn it is, for one reader. */
export async function presentBacklog(tx: Tx, reader: string, today: CivilDate): Promise<Backlog> {
  const lines = await readWaitingLines(tx)
  const verifiers = await readVerifiers(tx, today)
  const { managers, teams } = await readPeople(tx, [...new Set(lines.map(({ initiativeId }) => initiativeId))])
  const claimants = claimantsOf(lines)
  const names = new Map(verifiers.map(({ id, name }) => [id, name]))
  const ids = verifiers.map(({ id }) => id)
  const claims = [...Map.groupBy(lines, ({ accountId }) => accountId).values()].flatMap((own) => {
    const [first] = own
    if (!first) return []
    const turn = turnOf({ claimants: claimants.get(inPeriod(first.benefitId, first.period)) ?? [], ownerId: first.ownerId, team: teams.get(first.initiativeId) ?? [] }, ids, managers)
    const byEntry = new Map(own.map((line) => [line.entryId, line]))
    return stillWaiting(own.filter(({ gone }) => !gone).map(({ entryId, on, amount }) => ({ entryId, on, amount: BigInt(amount) }))).map((part) => ({ ...first, ...part, by: byEntry.get(part.entryId)?.by ?? '', turn }))
  })
  const oldest = claims.toSorted((a, b) => (a.on === b.on ? (a.benefit < b.benefit ? -1 : 1) : a.on < b.on ? -1 : 1))
  return {
    today,
    units: backlogOf(claims.map(({ benefit, unit, amount, on, turn }) => ({ name: benefit, unit, amount, since: on, turn })), today).map(({ amount, bands, why, ...unit }) => ({ ...unit, amount: String(amount), bands: bands.map((band) => ({ ...band, amount: String(band.amount) })), why: toWire(why) })),
    claims: oldest.slice(0, most).map(({ entryId, benefitId, benefit, initiativeId, initiative, period, unit, amount, by, on, turn }) => ({
      entryId, benefitId, benefit, initiativeId, initiative, period, unit, amount: String(amount), by, since: on, days: Math.max(0, daysBetween(on, today)), turn: turn.map((id) => names.get(id) ?? ''), yours: turn.includes(reader),
    })),
    more: Math.max(0, claims.length - most),
  }
}

/** Who has claimed each benefit in each period, reversed or not, as independence is judged. */
function claimantsOf(lines: readonly WaitingLine[]): ReadonlyMap<string, readonly string[]> {
  const claims = lines.filter(({ kind }) => kind === 'realise' || kind === 'convert')
  return new Map([...Map.groupBy(claims, ({ benefitId, period }) => inPeriod(benefitId, period))].map(([key, own]) => [key, [...new Set(own.map(({ byId }) => byId))]]))
}

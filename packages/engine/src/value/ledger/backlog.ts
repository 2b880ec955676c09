import { daysBetween, known, numberFigure, type CivilDate, type Explanation } from '../../kernel/index.ts'
import { magnitude, signOf, type UnitOfAccount } from './account.ts'
import { amountFigure } from './explain.ts'
import { dependenceAmong } from './verify.ts'

/** What one entry posted on an account of realised value that nobody has looked at (R10), oldest first; reversed entries and their reversals left out. */
export type ClaimLine = { readonly entryId: string; readonly on: CivilDate; readonly amount: bigint }

/**
 * What of some claims still waits: what was verified or disallowed answers the oldest first, so that no claim looks younger than it is
 * (verification-backlog). The lines left sum to what stands on the account.
 */
export function stillWaiting(lines: readonly ClaimLine[]): readonly ClaimLine[] {
  const queue: ClaimLine[] = []
  for (const line of lines) {
    let rest = line.amount
    for (let first = queue[0]; first && rest !== 0n && signOf(first.amount) !== signOf(rest); first = queue[0]) {
      const taken = magnitude(rest) < magnitude(first.amount) ? rest : -first.amount
      rest -= taken
      const left = first.amount + taken
      if (left === 0n) queue.shift()
      else queue[0] = { ...first, amount: left }
    }
    if (rest !== 0n) queue.push({ ...line, amount: rest })
  }
  return queue
}

/** Who is bound to a claim: who made it, who owns its benefit, who works on its initiative. */
export type Involved = { readonly claimants: readonly string[]; readonly ownerId: string | null; readonly team: readonly string[] }

/** Of those who may verify, who is independent of a claim (V-13), in their order: whose turn it is. Nobody, where the rule shuts all of them out. */
export const turnOf = ({ claimants, ownerId, team }: Involved, verifiers: readonly string[], managers: ReadonlyMap<string, string>): readonly string[] =>
  verifiers.filter((person) => dependenceAmong(managers, person, [...claimants, ...(ownerId === null ? [] : [ownerId]), ...team]) === undefined)

/** How long something waits, in days: the first band that holds it. */
export const ageBands = [{ key: 'month', until: 30 }, { key: 'two_months', until: 60 }, { key: 'quarter', until: 90 }, { key: 'longer', until: null }] as const
export type AgeBandKey = (typeof ageBands)[number]['key']

/** A claim that waits, in its unit of account, from the day it was made. */
export type WaitingClaim = { readonly name: string; readonly unit: UnitOfAccount; readonly amount: bigint; readonly since: CivilDate; readonly turn: readonly string[] }

/** What waits for verification in one unit of account: units stand side by side and are never added. */
export type Backlog = {
  readonly unit: UnitOfAccount
  readonly amount: bigint
  readonly claims: number
  readonly oldestDays: number
  /** Of how many claims it is nobody’s turn. */
  readonly stuck: number
  readonly bands: readonly { readonly key: AgeBandKey; readonly claims: number; readonly amount: bigint }[]
  readonly why: Explanation
}

const bandOf = (days: number): AgeBandKey => ageBands.find(({ until }) => until === null || days <= until)?.key ?? 'longer'
const bandWords: Readonly<Record<AgeBandKey, string>> = { month: 'Up to 30 days', two_months: '31 to 60 days', quarter: '61 to 90 days', longer: 'More than 90 days' }

/** What waits on a day, unit by unit in the order of their names, with how long and whose turn it is (verification-backlog). */
export function backlogOf(waiting: readonly WaitingClaim[], today: CivilDate): readonly Backlog[] {
  return [...Map.groupBy(waiting, ({ unit }) => unit)].sort(([a], [b]) => (a < b ? -1 : 1)).map(([unit, claims]) => {
    const aged = claims.map((claim) => ({ ...claim, days: daysBetween(claim.since, today) })).sort((a, b) => b.days - a.days)
    const sum = (of: readonly { readonly amount: bigint }[]): bigint => of.reduce((total, { amount }) => total + amount, 0n)
    const bands = ageBands.map(({ key }) => {
      const within = aged.filter(({ days }) => bandOf(days) === key)
      return { key, claims: within.length, amount: sum(within) }
    })
    const [amount, oldestDays, stuck] = [sum(aged), aged[0]?.days ?? 0, aged.filter(({ turn }) => turn.length === 0).length]
    const why: Explanation = {
      term: 'Waits for verification', figure: known(amountFigure(amount, unit)), formula: 'verification-backlog',
      note: `Realised and not looked at on ${today}: what stands on R10. Verifications answer the oldest claim first. The oldest has waited ${oldestDays} days${stuck === 0 ? '' : `; of ${stuck} nobody independent may verify`}.`,
      terms: bands.filter((band) => band.claims > 0).map((band): Explanation => ({ term: bandWords[band.key], figure: known(amountFigure(band.amount, unit)), terms: [{ term: 'Claims', figure: known(numberFigure(band.claims)) }] })),
    }
    return { unit, amount, claims: aged.length, oldestDays, stuck, bands, why }
  })
}

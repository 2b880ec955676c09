import { known, undefinedBecause, type Explanation, type Metric } from '../../kernel/index.ts'
import type { AccountCode } from './account.ts'
import type { Balance, Book } from './book.ts'
import type { Entry } from './entry.ts'
import { amountFigure } from './explain.ts'
import { inPeriod } from './terms.ts'

/** What one pool moved in a period and where it went: movement = Σ claims + drawn below + unattributed + left (I7). */
export type Reconciliation = {
  readonly poolId: string
  readonly periodId: string
  readonly unit: string
  readonly movement: Metric<bigint>
  readonly byInitiative: ReadonlyMap<string, bigint>
  readonly drawnBelow: bigint
  readonly unattributed: bigint
  readonly left: bigint
  readonly closes: boolean
}

/**
 * Each pool and period of the book, in the order of their ids. A pool without measurement has no movement, not one of zero. What was measured
 * and did not move has no postings: it is told where the unit of its pool is.
 * @param unitOf the unit of account of a pool, for those to which nothing was posted
 */
export function reconcile(book: Book, unitOf: (poolId: string) => string | undefined = () => undefined): readonly Reconciliation[] {
  const keyOf = (poolId: string | undefined, periodId: string, unit: string): string => `${poolId} ${periodId} ${unit}`
  const groups = Map.groupBy([...book.balances.values()].filter(({ account }) => account.poolId !== undefined), ({ account: { poolId, periodId, unit } }) => keyOf(poolId, periodId, unit))
  const rows = [...groups].map(([key, balances]) => [key, reconciliationOf(book, balances)] as const)
  const seen = new Set(rows.map(([, { poolId, periodId }]) => inPeriod(poolId, periodId)))
  for (const [key, { poolId, periodId, movement }] of book.measured) {
    const unit = movement === 0n && !seen.has(key) ? unitOf(poolId) : undefined
    if (unit !== undefined) rows.push([keyOf(poolId, periodId, unit), { poolId, periodId, unit, movement: known(0n), byInitiative: new Map(), drawnBelow: 0n, unattributed: 0n, left: 0n, closes: true }])
  }
  return rows.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row)
}

function reconciliationOf(book: Book, balances: readonly Balance[]): Reconciliation {
  const sum = (...codes: readonly AccountCode[]): bigint => balances.reduce((total, { account, amount }) => (codes.includes(account.code) ? total + amount : total), 0n)
  const { poolId = '', periodId = '', unit = '' } = balances[0]?.account ?? {}
  const byInitiative = new Map<string, bigint>()
  for (const { account, amount } of balances) {
    if (!['R10', 'R20', 'R30', 'C20'].includes(account.code) || account.initiativeId === undefined) continue
    byInitiative.set(account.initiativeId, (byInitiative.get(account.initiativeId) ?? 0n) + amount)
  }
  const moved = -sum('S20')
  const [drawnBelow, unattributed, left] = [sum('M30'), sum('M20'), sum('M10')]
  const attributed = [...byInitiative.values()].reduce((total, amount) => total + amount, 0n)
  const movement = book.measured.has(`${poolId} ${periodId}`) ? known(moved) : undefinedBecause('NOT_MEASURED')
  return { poolId, periodId, unit, movement, byInitiative, drawnBelow, unattributed, left, closes: moved === attributed + drawnBelow + unattributed + left }
}

/** Movements that nobody has a claim on, largest first: luck, or a cause that was not discovered. */
export const topUnattributed = (book: Book, most: number): readonly Reconciliation[] =>
  [...reconcile(book)].filter(({ unattributed }) => unattributed !== 0n).sort((a, b) => (size(a.unattributed) > size(b.unattributed) ? -1 : 1)).slice(0, most)

/** What of one measure nobody has a claim on, over all closed periods in which it moved: by pool and unit, each period in its order. */
export type UnattributedMovement = { readonly poolId: string; readonly unit: string; readonly unattributed: bigint; readonly movement: bigint; readonly periods: readonly { readonly periodId: string; readonly unattributed: bigint; readonly movement: bigint }[]; readonly why: Explanation }

/**
 * Measures whose movement nobody has, the largest first within each unit of account, at most so many of each (unattributed-movement).
 * Sizes are those of each period added up, so that a good and a bad period do not hide each other; the sum has its sign.
 */
export function unattributedByPool(book: Book, most: number): readonly UnattributedMovement[] {
  const own = reconcile(book).filter(({ unattributed }) => unattributed !== 0n)
  const pools = [...Map.groupBy(own, ({ poolId, unit }) => `${unit} ${poolId}`).values()].map((rows) => unattributedOf(rows))
  const ofUnits = [...Map.groupBy(pools, ({ unit }) => unit)].sort(([a], [b]) => (a < b ? -1 : 1))
  return ofUnits.flatMap(([, all]) => all.toSorted((a, b) => (sizeOf(a) === sizeOf(b) ? (a.poolId < b.poolId ? -1 : 1) : sizeOf(a) > sizeOf(b) ? -1 : 1)).slice(0, most))
}

const sizeOf = ({ periods }: UnattributedMovement): bigint => periods.reduce((sum, { unattributed }) => sum + size(unattributed), 0n)

function unattributedOf(rows: readonly Reconciliation[]): UnattributedMovement {
  const { poolId = '', unit = '' } = rows[0] ?? {}
  const periods = rows.map(({ periodId, unattributed, movement }) => ({ periodId, unattributed, movement: movement.status === 'ok' ? movement.value : 0n }))
  const [unattributed, movement] = [periods.reduce((sum, one) => sum + one.unattributed, 0n), periods.reduce((sum, one) => sum + one.movement, 0n)]
  return {
    poolId, unit, unattributed, movement, periods,
    why: {
      term: 'Unattributed', figure: known(amountFigure(unattributed, unit)), formula: 'unattributed-movement', note: 'Nobody’s when its periods were closed: luck, or a cause that nobody has found',
      terms: [{ term: 'Measured in these periods', figure: known(amountFigure(movement, unit)) }, ...periods.map((one): Explanation => ({ term: one.periodId, figure: known(amountFigure(one.unattributed, unit)) }))],
    },
  }
}
const size = (amount: bigint): bigint => (amount < 0n ? -amount : amount)

/** What stands in each state, by unit of account: never added over units. */
export function pipeline(book: Book): ReadonlyMap<string, Readonly<Record<PipelineState, bigint>>> {
  const units = new Map<string, Record<PipelineState, bigint>>()
  for (const { account, amount } of book.balances.values()) {
    const state = pipelineStates[account.code as keyof typeof pipelineStates]
    if (state === undefined) continue
    const one = units.get(account.unit) ?? { promised: 0n, approved: 0n, delivered: 0n, realised: 0n, verified: 0n, banked: 0n, declined: 0n, shortfall: 0n, writtenOff: 0n, converted: 0n }
    one[state] += amount
    units.set(account.unit, one)
  }
  return units
}
const pipelineStates = { A10: 'promised', A20: 'approved', A30: 'delivered', R10: 'realised', R20: 'verified', R30: 'banked', X10: 'declined', X20: 'shortfall', X30: 'writtenOff', C20: 'converted' } as const
export type PipelineState = (typeof pipelineStates)[keyof typeof pipelineStates]

/** Entries recorded after an instant in periods that were closed by then: what they changed, by unit and pool. */
export function priorPeriodAdjustments(entries: readonly Entry[], since: string): readonly { readonly periodId: string; readonly poolId: string; readonly unit: string; readonly amount: bigint }[] {
  const sums = new Map<string, { periodId: string; poolId: string; unit: string; amount: bigint }>()
  for (const { priorPeriod, recordedAt, postings } of entries) {
    if (!priorPeriod || recordedAt <= since) continue
    for (const { account: { code, poolId, periodId, unit }, amount } of postings) {
      if (code !== 'S20' || poolId === undefined) continue
      const key = `${poolId} ${periodId} ${unit}`
      const sum = sums.get(key) ?? { periodId, poolId, unit, amount: 0n }
      sums.set(key, { ...sum, amount: sum.amount - amount })
    }
  }
  return [...sums.values()].filter(({ amount }) => amount !== 0n)
}

/** Realised amounts that wait for verification, with the instant of the oldest claim under them (backlog age). */
export function backlog(book: Book): readonly { readonly benefitId: string; readonly periodId: string; readonly unit: string; readonly amount: bigint; readonly since: string }[] {
  return [...book.balances.values()].flatMap(({ account, amount }) => {
    if (account.code !== 'R10' || amount === 0n || account.benefitId === undefined) return []
    const { benefitId, periodId, unit } = account
    const first = book.entries.find(({ kind, id, claim }) => kind === 'realise' && !book.reversed.has(id) && claim?.benefitId === benefitId && claim.periodId === periodId)
    return [{ benefitId, periodId, unit, amount, since: first?.recordedAt ?? book.entries.at(-1)?.recordedAt ?? '' }]
  })
}

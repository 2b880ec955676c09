import { FREE, copyDomain, decide, decideImplied, freeDomain } from './domain.ts'
import type { Domain } from './domain.ts'
import type { Walks } from './improving.ts'
import { byScore, takeInOrder } from './greedy.ts'
import { priceRows } from './lagrange.ts'
import type { Priced } from './lagrange.ts'
import { matrixOf } from './matrix.ts'
import type { Matrix } from './matrix.ts'
import type { BinaryProgram, Row } from './program.ts'
import { keepsRows } from './rows.ts'
import { improveBySwaps } from './swap.ts'

/** What is known before: a plan to begin with, a bound, and prices per unit of the rows as given; and whether walks are to come. */
export type Known = { readonly start?: readonly boolean[] | undefined; readonly bound?: number; readonly prices?: readonly number[]; readonly walks?: Walks | undefined }

/** A plan with its value. */
export type Valued = { readonly plan: Uint8Array; readonly value: number; readonly foundAtSteps: number }

/** What prices leave open of a large program. */
export type Narrowed = {
  readonly matrix: Matrix
  readonly best: Valued | null
  /** Prices per unit of the matrix rows; `bound` is what they prove, in whole steps of value. */
  readonly prices: Float64Array
  readonly bound: number
  readonly steps: number
  /** What a better plan than `best` may still decide; null where there is no better plan, or none at all. */
  readonly rest: Rest | null
}

/** The undecided columns as a program of their own; `settled` is what the others are worth. */
export type Rest = { readonly program: BinaryProgram; readonly columns: readonly number[]; readonly rows: readonly number[]; readonly decided: Int8Array; readonly settled: number }

/** Beyond so many columns, or cells of a tableau, prices come first: a pivot changes every cell. */
const LARGE_COLUMNS = 400
const LARGE_CELLS = 100_000
/** Columns that local search may move: those about which the prices say least. */
const MOVABLE = 200
const MOST_ROUNDS = 4
/** Passes over the rows that are made whatever the effort: without them there is no bound worth the name. */
const FIRST_PASSES = 150

export const isLarge = ({ values, rows }: BinaryProgram): boolean => values.length > LARGE_COLUMNS || values.length * rows.length > LARGE_CELLS

/**
 * Prices of the rows first (`lagrange.ts`), then plans near them, then every column decided whose other value would push the bound below
 * the best plan (reduced-cost fixing), and again from there as long as that decides many. Of thousands of columns a few hundred are left.
 */
export function narrowByPrices(program: BinaryProgram, { start, bound: knownBound, prices }: Known, mostSteps: number): Narrowed {
  const matrix = matrixOf(program)
  const base = freeDomain(matrix)
  const nothing = { matrix, best: null, prices: new Float64Array(matrix.rows), bound: -Infinity, rest: null }
  const possible = program.fixed.every((fixed, column) => fixed === null || decide(matrix, base, column, fixed)) && decideImplied(matrix, base)
  if (!possible) return { ...nothing, steps: base.steps }
  const finding: Finding = { matrix, base, best: null, steps: base.steps }
  if (start !== undefined && program.fixed.every((fixed, column) => fixed === null || start[column] === (fixed === 1))) offer(finding, Uint8Array.from(program.values, (_, column) => Number(start[column] === true)), null)
  let kept: Priced | null = null
  let bound = knownBound ?? Infinity
  const given = prices && Float64Array.from(prices, (price, row) => price * matrix.divisor[row]!)
  for (let round = 0, free = freeOf(base); round < MOST_ROUNDS && (round === 0 || finding.steps < mostSteps); round++) {
    const priced = priceRows(matrix, base.state, finding.best?.value ?? -Infinity, { steps: (mostSteps - finding.steps) / 2, passes: round === 0 ? FIRST_PASSES : 0 }, kept?.prices ?? given)
    finding.steps += priced.steps
    kept ??= priced
    bound = Math.min(bound, wholeSteps(matrix, priced.bound))
    lookNear(finding, priced, mostSteps)
    if (!settle(finding, priced)) return { matrix, best: finding.best, prices: kept.prices, bound: finding.best?.value ?? -Infinity, steps: finding.steps, rest: null }
    const left = freeOf(base)
    if (left > free * 0.8) break
    free = left
  }
  return { matrix, best: finding.best, prices: kept?.prices ?? nothing.prices, bound, steps: finding.steps, rest: restOf(program, matrix, base) }
}

type Finding = { readonly matrix: Matrix; readonly base: Domain; best: Valued | null; steps: number }

const freeOf = ({ state }: Domain): number => state.reduce((count, each) => count + Number(each === FREE), 0)

/** The greatest value of a plan that is not above the bound. */
const wholeSteps = ({ valueStep }: Matrix, bound: number): number => Math.floor(bound / valueStep) * valueStep

/** Takes columns by what they are worth at the prices, and by how often they were wanted while the prices came about. */
function lookNear(finding: Finding, { net, level }: Priced, mostSteps: number): void {
  const { matrix, base } = finding
  const gainful = Array.from(net.keys()).filter((column) => matrix.value[column]! > 0 || net[column]! > 0)
  const open = byScore(Array.from(net.keys()).filter((column) => base.state[column] === FREE), (column) => -Math.abs(net[column]!)).slice(0, MOVABLE)
  for (const score of [(column: number) => net[column]!, (column: number) => level[column]!]) {
    const trial = freeDomain(matrix)
    copyDomain(base, trial)
    const taken = takeInOrder(matrix, trial, byScore(gainful, score))
    finding.steps += trial.steps + matrix.columns * 8
    if (taken) offer(finding, Uint8Array.from(trial.state), new Set(open))
    if (taken && finding.steps >= mostSteps) return
  }
}

/** Takes `plan` as the best so far if it keeps every row and is worth more, after local search among `movable`. */
function offer(finding: Finding, plan: Uint8Array, movable: ReadonlySet<number> | null): void {
  const { matrix } = finding
  finding.steps += matrix.rowColumn.length
  if (!keepsRows(matrix, plan)) return
  if (movable !== null) finding.steps += improveBySwaps(matrix, plan, (column) => !movable.has(column))
  const value = plan.reduce((sum, chosen, column) => sum + (chosen === 1 ? matrix.value[column]! : 0), 0)
  if (finding.best === null || value > finding.best.value) finding.best = { plan, value, foundAtSteps: finding.steps }
}

/** Decides what the prices settle; false where nothing better than the best plan is left. */
function settle({ matrix, base, best }: Finding, { bound, net }: Priced): boolean {
  if (best === null) return true
  const enough = best.value + matrix.valueStep
  if (bound < enough) return false
  for (let column = 0; column < matrix.columns; column++) {
    if (base.state[column] !== FREE || bound - Math.abs(net[column]!) >= enough) continue
    if (!decide(matrix, base, column, net[column]! > 0 ? 1 : 0)) return false
  }
  return true
}

/** The program of the undecided columns; rows that they can no longer break are dropped. */
function restOf({ values, rows }: BinaryProgram, { columns: size, value }: Matrix, { state }: Domain): Rest {
  const columns = Array.from({ length: size }, (_, column) => column).filter((column) => state[column] === FREE)
  const placeOf = new Map(columns.map((column, place) => [column, place]))
  const kept = rows.flatMap((row, index) => {
    const open = openPart(row, state, placeOf)
    return open === null ? [] : [{ index, open }]
  })
  const program: BinaryProgram = { values: columns.map((column) => values[column]!), rows: kept.map(({ open }) => open), fixed: columns.map(() => null) }
  const settled = value.reduce((sum, each, column) => sum + (state[column] === 1 ? each : 0), 0)
  return { program, columns, rows: kept.map(({ index }) => index), decided: state.slice(), settled }
}

/** A row over what is undecided; null where that cannot break it. */
function openPart({ columns, coefficients, limit }: Row, state: Int8Array, placeOf: ReadonlyMap<number, number>): Row | null {
  const [places, open]: [number[], number[]] = [[], []]
  let [room, most] = [limit, 0]
  columns.forEach((column, k) => {
    const [place, coefficient] = [placeOf.get(column), coefficients[k]!]
    if (place === undefined) room -= state[column] === 1 ? coefficient : 0
    else {
      places.push(place)
      open.push(coefficient)
      most += Math.max(0, coefficient)
    }
  })
  return most <= room ? null : { columns: places, coefficients: open, limit: room }
}

import { roundingMargin } from '../binary/bound.ts'
import { matrixOf } from '../binary/matrix.ts'
import type { Matrix } from '../binary/matrix.ts'
import { levelsOf, pricesOf, rayOf, reoptimise } from '../binary/dual-simplex.ts'
import { tableauOf } from '../binary/tableau.ts'
import type { Tableau } from '../binary/tableau.ts'
import { asBinary } from './as-binary.ts'
import type { AsBinary } from './as-binary.ts'
import type { Layout } from './layout.ts'

/**
 * The linear program of a phased program, its tableau, and what the last prices said: what each option is worth at them (`net`, over all options;
 * the usual option of a family 0), the best of each family, and the bound. A family's row holds no price: that it takes exactly one option is
 * kept by taking its best, so that prices of the other rows prove all.
 */
export type LinearForm = {
  readonly binary: AsBinary
  readonly matrix: Matrix
  readonly tableau: Tableau
  /** For a look at what a decision would cost, so that the tableau stays where it is. */
  readonly trial: Tableau
  /** Rows from this one on hold families to one option. */
  readonly firstFamilyRow: number
  readonly prices: Float64Array
  readonly net: Float64Array
  readonly best: Float64Array
  readonly columnLevel: Float64Array
  /** Part of each option in the last linear program. */
  readonly level: Float64Array
}

/** The form of plans with these options; 'empty' and null as of `asBinary`. */
export function linearFormOf(layout: Layout, among?: Uint8Array): LinearForm | 'empty' | null {
  const binary = asBinary(layout, among)
  if (binary === null || binary === 'empty') return binary
  const matrix = matrixOf(binary.program)
  const options = layout.program.optionValue.length
  const own = binary.familyRow.filter((row) => row >= 0)
  return {
    binary, matrix, tableau: tableauOf(matrix), trial: tableauOf(matrix), firstFamilyRow: matrix.rows - own.length,
    prices: new Float64Array(matrix.rows), net: new Float64Array(options), best: new Float64Array(layout.program.families),
    columnLevel: new Float64Array(matrix.columns), level: new Float64Array(options),
  }
}

/** Elementary steps of a form so far. */
export const stepsOfForm = ({ tableau, trial }: LinearForm): number => tableau.steps + trial.steps

/**
 * No plan with the options that are left is worth more than this, by the linear program or as far as its dual came in `mostPivots`; -Infinity
 * where there is none. Prices and what options are worth at them stay in the form. Whatever the tableau's rounding, the bound holds.
 */
export function relaxed(form: LinearForm, tableau: Tableau, allowed: Uint8Array, cutoff: number, mostPivots = Infinity): number {
  hold(form, tableau, allowed)
  const outcome = reoptimise(tableau, cutoff - form.binary.settled, mostPivots)
  tableau.steps += 2 * form.matrix.rowColumn.length
  if (outcome.status === 'infeasible') {
    rayOf(tableau, outcome.row, form.prices)
    if (isEmpty(form, allowed)) return -Infinity
  }
  pricesOf(tableau, form.prices)
  return boundByPrices(form, allowed)
}

/** What is left to each family as bounds of its columns and of its row's slack, which stands for the usual option. */
function hold({ binary: { optionOf, familyOf, familyRow, usual }, matrix }: LinearForm, { lower, upper, slackUpper }: Tableau, allowed: Uint8Array): void {
  for (let column = 0; column < matrix.columns; column++) {
    const family = familyOf[column]!
    upper[column] = allowed[optionOf[column]!]!
    lower[column] = familyRow[family]! < 0 && allowed[usual[family]!] === 0 ? upper[column]! : 0
  }
  for (let family = 0; family < usual.length; family++) if (familyRow[family]! >= 0) slackUpper[familyRow[family]!] = allowed[usual[family]!]!
}

/** The bound that the prices prove (Lagrange, with one option of each family), rounded up by more than rounding can come to. */
export function boundByPrices(form: LinearForm, allowed: Uint8Array): number {
  const { matrix, prices, firstFamilyRow, best, binary } = form
  let [sum, size] = [0, 0]
  for (let i = 0; i < firstFamilyRow; i++) {
    const term = prices[i]! * matrix.limit[i]!
    sum += term
    size += Math.abs(term)
  }
  size += worthAt(form, allowed, binary.program.values)
  for (let family = 0; family < best.length; family++) sum += best[family]!
  return sum + roundingMargin(matrix, size + Math.abs(binary.settled)) + binary.settled
}

/** Whether the prices as weights of rows show that no plan has only options that are left: even the least use of all families is more than the limits. */
function isEmpty(form: LinearForm, allowed: Uint8Array): boolean {
  const { matrix, prices, firstFamilyRow, best } = form
  let [least, size] = [0, 0]
  for (let i = 0; i < firstFamilyRow; i++) {
    least -= prices[i]! * matrix.limit[i]!
    size += Math.abs(prices[i]! * matrix.limit[i]!)
  }
  size += worthAt(form, allowed, null)
  for (let family = 0; family < best.length; family++) least -= best[family]!
  return least > roundingMargin(matrix, size)
}

/** Writes what options are worth less what they use at the prices, and the best of each family; returns the sum of all sizes. */
function worthAt({ binary: { optionOf, familyOf, usual }, matrix, prices, firstFamilyRow, net, best }: LinearForm, allowed: Uint8Array, values: readonly number[] | null): number {
  const { columns, columnStart, columnRow, columnCoefficient } = matrix
  let size = 0
  for (let family = 0; family < best.length; family++) {
    net[usual[family]!] = 0
    best[family] = allowed[usual[family]!] === 1 ? 0 : -Infinity
  }
  for (let column = 0; column < columns; column++) {
    let worth = values === null ? 0 : values[column]!
    size += Math.abs(worth)
    for (let k = columnStart[column]!; k < columnStart[column + 1]!; k++) {
      const row = columnRow[k]!
      if (row >= firstFamilyRow || prices[row] === 0) continue
      const term = prices[row]! * columnCoefficient[k]!
      worth -= term
      size += Math.abs(term)
    }
    const p = optionOf[column]!
    net[p] = worth
    if (allowed[p] === 1 && worth > best[familyOf[column]!]!) best[familyOf[column]!] = worth
  }
  return size
}

/** Writes the part of each option in the linear program of the tableau. */
export function readLevels({ binary: { optionOf, familyOf, usual }, tableau, columnLevel, level }: LinearForm): void {
  levelsOf(tableau, columnLevel)
  level.fill(0)
  for (const p of usual) level[p] = 1
  for (let column = 0; column < columnLevel.length; column++) {
    level[optionOf[column]!] = columnLevel[column]!
    level[usual[familyOf[column]!]!]! -= columnLevel[column]!
  }
}

/** Makes the trial tableau equal to the tableau. */
export function beginTrial({ tableau, trial }: LinearForm): void {
  trial.cell.set(tableau.cell)
  trial.gain.set(tableau.gain)
  trial.basic.set(tableau.basic)
  trial.nonbasic.set(tableau.nonbasic)
  trial.sinceRebuilt = tableau.sinceRebuilt
  trial.steps += tableau.cell.length / 4
}

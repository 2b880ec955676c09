import { random } from '../../kernel/index.ts'
import type { Random } from '../../kernel/index.ts'
import type { Matrix } from './matrix.ts'
import type { BinaryProgram, Row } from './program.ts'
import { advance, openSearch, stepsOf } from './search.ts'
import type { Search } from './search.ts'

/**
 * Trees over few columns, one after the other: all but those of which the prices say least stay as in the best plan or as priced, by turns, and
 * the others are searched for something better (cores: Puchinger, Raidl and Pferschy 2010; trees around the best plan: Danna, Rothberg and
 * Le Pape 2005). Where a tree ends soon, the next has more columns; where it does not end, fewer.
 */
export type Clearing = {
  readonly chance: Random
  columns: number
  turn: number
  tree: Tree | null
  steps: number
}

type Tree = { readonly search: Search; readonly columns: readonly number[]; readonly fixed: Uint8Array; readonly settled: number; told: number }

/** What a tree is about: the best plan with its value, what each column is worth at the prices, and the columns that may change. */
export type Ground = { readonly plan: Uint8Array; readonly value: number; readonly net: Float64Array; readonly open: readonly number[] }

/** A plan with its value. */
export type Cleared = { readonly plan: Uint8Array; readonly value: number }

const [FIRST_COLUMNS, FEWEST_COLUMNS] = [40, 12]
const [MORE_COLUMNS, FEWER_COLUMNS] = [3, 4]
/** Steps after which a tree is given up, and within which it ends soon. */
const [MOST_STEPS, SOON] = [30_000_000, 10_000_000]
const STEPS_AT_ONCE = 400_000
/** Chance adds up to this many times its distance from indifference to a column, so that no two trees are over the same. */
const CHANCE = 1.5
/** Columns that are not as priced in the best plan count as so much nearer to indifference. */
const UNLIKE_PRICES = 0.5

/** No tree yet. */
export const openClearing = (seed: number): Clearing => ({ chance: random(seed), columns: FIRST_COLUMNS, turn: 0, tree: null, steps: 0 })

/** Works a little; a plan that is better than the best, or null. */
export function clearALittle(clearing: Clearing, matrix: Matrix, ground: () => Ground): Cleared | null {
  clearing.tree ??= nextTree(clearing, matrix, ground())
  const { tree } = clearing
  if (tree === null) return null
  const before = stepsOf(tree.search)
  advance(tree.search, before + STEPS_AT_ONCE)
  clearing.steps += stepsOf(tree.search) - before
  const found = newOf(tree)
  if (tree.search.done || stepsOf(tree.search) > MOST_STEPS) {
    if (tree.search.done && stepsOf(tree.search) < SOON) clearing.columns = Math.min(matrix.columns, clearing.columns + MORE_COLUMNS)
    else if (!tree.search.done) clearing.columns = Math.max(FEWEST_COLUMNS, clearing.columns - FEWER_COLUMNS)
    clearing.tree = null
  }
  return found
}

/** A plan that is better than what was told of this tree; null for none. */
function newOf(tree: Tree): Cleared | null {
  const { search: { best }, fixed, columns, settled } = tree
  if (best === null || best.value <= tree.told) return null
  tree.told = best.value
  const plan = fixed.slice()
  columns.forEach((column, place) => (plan[column] = best.plan[place]!))
  return { plan, value: best.value + settled }
}

/** Over the columns of which the prices say least, and more so where the best plan is not as priced; null where nothing may change. */
function nextTree(clearing: Clearing, matrix: Matrix, { plan, value, net, open }: Ground): Tree | null {
  const { chance } = clearing
  clearing.steps += 1 + matrix.rowColumn.length * 2
  const asPriced = clearing.turn++ % 2 === 1
  const doubt = new Map(open.map((column) => [column, Math.abs(net[column]!) * (1 + CHANCE * chance.next()) * (plan[column] === (net[column]! > 0 ? 1 : 0) ? 1 : UNLIKE_PRICES)]))
  const columns = [...open].sort((a, b) => doubt.get(a)! - doubt.get(b)! || a - b).slice(0, clearing.columns)
  if (columns.length < 2) return null
  const fixed = plan.slice()
  if (asPriced) for (const column of open) fixed[column] = net[column]! > 0 ? 1 : 0
  for (const column of columns) fixed[column] = 0
  const program = programOf(matrix, fixed, columns)
  let settled = 0
  for (let j = 0; j < matrix.columns; j++) if (fixed[j] === 1) settled += matrix.value[j]!
  const search = openSearch(program, { record: false, floor: value - settled })
  clearing.steps += stepsOf(search)
  return { search, columns, fixed, settled, told: value - settled }
}

/** The rows over `columns`, with the room that the others leave. */
function programOf(matrix: Matrix, fixed: Uint8Array, columns: readonly number[]): BinaryProgram {
  const placeOf = new Int32Array(matrix.columns).fill(-1)
  columns.forEach((column, place) => (placeOf[column] = place))
  const rows: Row[] = []
  for (let i = 0; i < matrix.rows; i++) {
    const [places, coefficients]: [number[], number[]] = [[], []]
    let limit = matrix.limit[i]!
    for (let k = matrix.rowStart[i]!; k < matrix.rowStart[i + 1]!; k++) {
      const [column, coefficient] = [matrix.rowColumn[k]!, matrix.rowCoefficient[k]!]
      if (placeOf[column]! < 0) limit -= fixed[column] === 1 ? coefficient : 0
      else {
        places.push(placeOf[column]!)
        coefficients.push(coefficient)
      }
    }
    rows.push({ columns: places, coefficients, limit })
  }
  return { values: columns.map((column) => matrix.value[column]!), rows, fixed: columns.map(() => null) }
}

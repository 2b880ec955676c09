import type { BinaryProgram, Row } from '../binary/program.ts'
import { demandsOf } from './demands.ts'
import { keepsTie } from './layout.ts'
import type { Layout } from './layout.ts'
import { narrow, narrowingOf } from './narrow.ts'
import { NEVER } from './program.ts'
import type { PhasedPlan } from './program.ts'

/**
 * A phased program in columns of 0 and 1: one for each option but the `usual` one of its family, which is taken where none of them is.
 * `settled` is what all usual options are worth together, `familyRow` the row that holds a family to one option, -1 where it has none.
 */
export type AsBinary = { readonly program: BinaryProgram; readonly settled: number; readonly usual: Int32Array; readonly optionOf: Int32Array; readonly familyOf: Int32Array; readonly familyRow: Int32Array }

/** Beyond so many cells of a tableau a node takes too long for a tree to get anywhere. */
const MOST_CELLS = 100_000

/**
 * The program with rows for limits, ties and families; 'empty' where ties and limits leave no plan. Null where it has no such form (overload at
 * a price, carry-over of a part), would be too large, or has sums that are no longer exact. With `among`, of plans with these options only.
 */
export function asBinary(layout: Layout, among?: Uint8Array): AsBinary | 'empty' | null {
  const { program } = layout
  if (program.carryMost.some((most) => most !== 0 && most !== Infinity) || program.overMost.some((most) => most > 0)) return null
  const allowed = among?.slice() ?? new Uint8Array(program.optionValue.length).fill(1)
  const demands = demandsOf(layout)
  if (!narrow(narrowingOf(layout, demands), allowed)) return 'empty'
  const usual = Int32Array.from({ length: program.families }, (_, family) => usualOf(layout, family, allowed))
  const columns = columnsOf(layout, usual, allowed)
  const uses: Use[] = Array.from(demands.limit, (limit) => ({ terms: new Map(), limit }))
  for (let p = 0; p < allowed.length; p++) {
    if (allowed[p] === 1) for (let k = demands.from[p]!; k < demands.from[p + 1]!; k++) uses[demands.demand[k]!]!.terms.set(p, demands.amount[k]!)
  }
  const rows = [...uses.filter(({ limit }) => limit < Infinity), ...tieUses(layout, allowed)].flatMap((use) => rowOf(use, usual, columns))
  const { once, familyRow } = oneEach(columns.familyOf, rows.length, program.families)
  const values = Array.from(columns.optionOf, (p, column) => program.optionValue[p]! - program.optionValue[usual[columns.familyOf[column]!]!]!)
  if (values.length * (rows.length + once.length) > MOST_CELLS || ![values, ...rows.map((row) => [...row.coefficients, row.limit])].every(isExact)) return null
  const settled = usual.reduce((sum, p) => sum + program.optionValue[p]!, 0)
  return { program: { values, rows: [...rows, ...once], fixed: values.map(() => null) }, settled, usual, optionOf: columns.optionOf, familyOf: columns.familyOf, familyRow }
}

/** The plan that a selection of columns stands for. */
export function planOf({ usual, optionOf, familyOf }: AsBinary, chosen: ArrayLike<unknown>): PhasedPlan {
  const plan = usual.slice()
  optionOf.forEach((p, column) => {
    if (chosen[column]) plan[familyOf[column]!] = p
  })
  return plan
}

/** The columns that a plan stands for; null where it takes an option that no plan can hold. */
export function columnsOfPlan({ usual, optionOf, familyOf }: AsBinary, plan: PhasedPlan): Uint8Array | null {
  const chosen = Uint8Array.from(optionOf, (p, column) => Number(plan[familyOf[column]!] === p))
  const held = new Set(Array.from(familyOf).filter((_, column) => chosen[column] === 1))
  return plan.every((p, family) => p === usual[family] || held.has(family)) ? chosen : null
}

/** Staying out where that is left, else the first option that is. */
function usualOf({ program: { optionFrom }, outOption }: Layout, family: number, allowed: Uint8Array): number {
  const out = outOption[family]!
  return out >= 0 && allowed[out] === 1 ? out : allowed.indexOf(1, optionFrom[family]!)
}

type Columns = { readonly optionOf: Int32Array; readonly familyOf: Int32Array; readonly columnOf: ReadonlyMap<number, number> }

function columnsOf({ program: { families, optionFrom } }: Layout, usual: Int32Array, allowed: Uint8Array): Columns {
  const [options, owners]: [number[], number[]] = [[], []]
  for (let family = 0; family < families; family++) {
    for (let p = optionFrom[family]!; p < optionFrom[family + 1]!; p++) {
      if (allowed[p] === 0 || p === usual[family]) continue
      options.push(p)
      owners.push(family)
    }
  }
  return { optionOf: Int32Array.from(options), familyOf: Int32Array.from(owners), columnOf: new Map(options.map((p, column) => [p, column])) }
}

/** Sum of amounts by option, at most the limit. */
type Use = { readonly terms: Map<number, number>; readonly limit: number }

/** Who waits and begins by a period has one before it that is done in time: a row for each period in which it may begin. */
function tieUses({ program }: Layout, allowed: Uint8Array): readonly Use[] {
  const { tieAfter, tieBefore, tieLag, optionFrom, optionStart, optionDone } = program
  const optionsOf = (family: number): readonly number[] => Array.from({ length: optionFrom[family + 1]! - optionFrom[family]! }, (_, k) => optionFrom[family]! + k).filter((p) => allowed[p] === 1)
  return Array.from(tieAfter).flatMap((family, tie) => {
    const waiting = optionsOf(family).filter((p) => optionStart[p] !== NEVER)
    const before = optionsOf(tieBefore[tie]!)
    return [...new Set(waiting.map((p) => optionStart[p]!))].map((start): Use => ({
      terms: new Map([
        ...waiting.filter((p) => optionStart[p]! <= start).map((p) => [p, 1] as const),
        ...before.filter((p) => keepsTie(start, optionDone[p]!, tieLag[tie]!)).map((p) => [p, -1] as const),
      ]),
      limit: 0,
    }))
  })
}

/** A row over columns: a usual option is taken where no other of its family is, so that its amount goes to the limit and off the others. Nothing where no choice can break it. */
function rowOf({ terms, limit }: Use, usual: Int32Array, { optionOf, familyOf }: Columns): readonly Row[] {
  let left = limit
  for (const p of usual) left -= terms.get(p) ?? 0
  const [columns, coefficients]: [number[], number[]] = [[], []]
  optionOf.forEach((p, column) => {
    const coefficient = (terms.get(p) ?? 0) - (terms.get(usual[familyOf[column]!]!) ?? 0)
    if (coefficient === 0) return
    columns.push(column)
    coefficients.push(coefficient)
  })
  return coefficients.reduce((sum, each) => sum + Math.max(0, each), 0) <= left ? [] : [{ columns, coefficients, limit: left }]
}

/** At most one column of each family that has several, in rows from `first` on. */
function oneEach(familyOf: Int32Array, first: number, families: number): { readonly once: readonly Row[]; readonly familyRow: Int32Array } {
  const several = [...Map.groupBy(familyOf.keys(), (column) => familyOf[column]!)].filter(([, columns]) => columns.length > 1)
  const familyRow = new Int32Array(families).fill(-1)
  several.forEach(([family], k) => (familyRow[family] = first + k))
  return { once: several.map(([, columns]) => ({ columns, coefficients: columns.map(() => 1), limit: 1 })), familyRow }
}

const isExact = (numbers: readonly number[]): boolean => numbers.every(Number.isSafeInteger) && numbers.reduce((sum, each) => sum + Math.abs(each), 0) <= Number.MAX_SAFE_INTEGER

import { invariant, known, undefinedBecause, type Metric } from '../kernel/index.ts'
import { pathAround, bridgeOf, type Edge } from './told.ts'

/** The fewest people that a figure may be about: five, and never fewer than three whatever an organisation sets. */
export const fewestPeople = 5
export const fewestEver = 3

/** Counts of people by one or two attributes as they may be shown; where a count is withheld, so is every figure about the same people. */
export type SafeCounts = { readonly cells: readonly (readonly Metric<number>[])[]; readonly rows: readonly Metric<number>[]; readonly columns: readonly Metric<number>[]; readonly total: Metric<number> }

/**
 * Withholds counts of one to `fewest` − 1 people, and so many others that none of them follows from the totals (complementary
 * suppression): Hundepool et al., Statistical Disclosure Control (2012), chapter 4. Zero is shown: it is about nobody.
 *
 * It protects against what it gives out itself: where a total is known from elsewhere, withhold the cells under it as well.
 *
 * A table with its totals is a system of sums, one for each row and column; as a graph of rows and columns, a withheld cell follows from
 * what is shown exactly where it lies on no circle of withheld cells. Each that does is closed to a circle by the fewest people.
 */
export function safeCounts(counts: readonly (readonly number[])[], fewest: number = fewestPeople): SafeCounts {
  const least = Math.max(fewestEver, fewest)
  const width = counts[0]?.length ?? 0
  invariant(counts.every((row) => row.length === width && row.every((count) => Number.isSafeInteger(count) && count >= 0)), 'counts of people are whole, not negative, and in rows of one length')
  const sums = withTotals(counts, width)
  // Of one row or one column, the totals across it are its cells again; as a list it has a single sum.
  const hidden = counts.length === 1 || width === 1 ? hiddenInList(counts.flat(), width === 1, least) : hiddenInTable(sums, least)
  const shown = sums.map((row, at) => row.map((count, column) => (hidden(at, column) ? undefinedBecause('SMALL_GROUP') : known(count))))
  return { cells: shown.slice(0, -1).map((row) => row.slice(0, -1)), rows: shown.slice(0, -1).map((row) => row[width] ?? known(0)), columns: (shown.at(-1) ?? []).slice(0, -1), total: shown.at(-1)?.[width] ?? known(0) }
}

type Hidden = (row: number, column: number) => boolean

/** The counts with a row and a column of sums. */
function withTotals(counts: readonly (readonly number[])[], width: number): readonly (readonly number[])[] {
  const wide = counts.map((row) => [...row, row.reduce((sum, count) => sum + count, 0)])
  return [...wide, Array.from({ length: width + 1 }, (_, column) => wide.reduce((sum, row) => sum + (row[column] ?? 0), 0))]
}

const isSmall = (count: number, least: number): boolean => count > 0 && count < least

/** Of a list: the small ones, then the next smallest, until what is withheld is about enough people in two groups or more; else its total as well. */
function hiddenInList(list: readonly number[], isUpright: boolean, least: number): Hidden {
  const total = list.reduce((sum, count) => sum + count, 0)
  const byCount = list.map((count, at) => ({ count, at })).filter(({ count }) => count > 0).toSorted((a, b) => a.count - b.count || a.at - b.at)
  const hidden = new Set(byCount.filter(({ count }) => isSmall(count, least)).map(({ at }) => at))
  const about = (): number => [...hidden].reduce((sum, at) => sum + (list[at] ?? 0), 0)
  let hidesTotal = isSmall(total, least)
  if (hidden.size > 0 && !hidesTotal) {
    for (const { at } of byCount) if (hidden.size < 2 || about() < least) hidden.add(at)
    hidesTotal = hidden.size < 2 || about() < least
  }
  return (row, column) => {
    const at = isUpright ? row : column
    return at === list.length ? hidesTotal : hidden.has(at)
  }
}

/** Of a table: the small ones and small totals, then the fewest people that leave no withheld cell to be worked out. */
function hiddenInTable(sums: readonly (readonly number[])[], least: number): Hidden {
  const edges: Edge[] = sums.flatMap((row, at) => row.map((count, column) => ({ row: at, column, count, hidden: isSmall(count, least) })))
  for (let told = bridgeOf(edges); told; told = bridgeOf(edges)) for (const edge of pathAround(edges, told)) edge.hidden = true
  const width = sums[0]?.length ?? 0
  return (row, column) => edges[row * width + column]?.hidden === true
}

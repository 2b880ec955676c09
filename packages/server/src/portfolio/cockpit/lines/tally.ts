import { ratingScales, reasonOf, sumsBy, type Amounts, type Columns, type Sum } from '../../../demand/index.ts'
import { levelOf, scaleOf, type Position } from './position.ts'

export type AmountName = 'cost' | 'benefits'

/** Counts and sums of some lines. `levels` from best to worst. */
export type Tally = Readonly<Record<AmountName, Sum>> & { readonly count: number; readonly levels: readonly number[]; readonly none: number; /** Numbers of the scales on which they are rated, each once. */ readonly scales: readonly number[] }

const levelCount = 5

/** Counts and sums of the lines that `wanted` takes. */
export function tallyOf(position: Position, wanted?: (line: number) => boolean): Tally {
  const places = wanted ? placesOf(position, wanted) : position.at
  return tallied(position, new Uint32Array(places.length), places, 1)[0] as Tally
}

function placesOf({ at }: Position, wanted: (line: number) => boolean): Uint32Array {
  const places = new Uint32Array(at.length)
  let count = 0
  for (let line = 0; line < places.length; line += 1) if (wanted(line)) places[count++] = at[line] ?? 0
  return places.subarray(0, count)
}

/** Of lines whose figures stand at these places, in `count` groups: the number of the group of each stands beside its place. */
function tallied({ rating, cost, benefits }: Position, groups: Uint32Array, places: Uint32Array, count: number): readonly Tally[] {
  const levels = new Uint32Array(count * levelCount)
  /** A bit for each scale. */
  const scales = new Uint32Array(count)
  for (let index = 0; index < places.length; index += 1) {
    const [code, group] = [rating[places[index] ?? 0] ?? 0, groups[index] ?? 0]
    if (code === 0) continue
    levels[group * levelCount + levelOf(code)]! += 1
    scales[group]! |= 1 << scaleOf(code)
  }
  const [costs, gains] = [sumsBy(cost, places, groups, count), sumsBy(benefits, places, groups, count)]
  return Array.from(scales, (rated, group): Tally => {
    const own = [...levels.subarray(group * levelCount, (group + 1) * levelCount)]
    const sums = { cost: costs[group] as Sum, benefits: gains[group] as Sum }
    return { ...sums, count: sums.cost.rows, none: sums.cost.rows - own.reduce((sum, level) => sum + level, 0), levels: own, scales: ratingScales.flatMap((_, scale) => ((rated >> scale) & 1 ? [scale] : [])) }
  })
}

/** Counts and sums by group: `groupOf` gives the number of a line's group. Groups without a line are left out. */
export function talliesBy(position: Position, groupOf: (line: number) => number): ReadonlyMap<number, Tally> {
  const groups = new Uint32Array(position.at.length)
  for (let line = 0; line < groups.length; line += 1) groups[line] = groupOf(line)
  return talliesIn(position, groups, position.at)
}

/** Counts and sums of the current initiatives by the objectives that they serve, by the place of the objective. */
export function talliesByObjective({ links: { start, objective, contribution } }: Pick<Columns, 'links'>, position: Position): ReadonlyMap<number, Tally> {
  const [groups, places] = [new Uint32Array(objective.length), new Uint32Array(objective.length)]
  let count = 0
  for (let line = 0; line < position.row.length; line += 1) {
    const row = position.row[line] ?? 0
    for (let link = start[row] ?? 0; link < (start[row + 1] ?? 0); link += 1) {
      if ((contribution[link] ?? 0) <= 0) continue
      groups[count] = objective[link] ?? 0
      places[count++] = position.at[line] ?? 0
    }
  }
  return talliesIn(position, groups.subarray(0, count), places.subarray(0, count))
}

/** By groups, given side by side with the places of their figures; in the order in which they come. */
function talliesIn(position: Position, groups: Uint32Array, places: Uint32Array): ReadonlyMap<number, Tally> {
  let most = 0
  for (let index = 0; index < groups.length; index += 1) most = Math.max(most, groups[index] ?? 0)
  /** 0 where a group has not come yet, else 1 more than its place among those that have. */
  const known = new Uint32Array(most + 1)
  const inOrder: number[] = []
  const numbers = new Uint32Array(groups.length)
  for (let index = 0; index < groups.length; index += 1) {
    const group = groups[index] ?? 0
    if (known[group] === 0) known[group] = inOrder.push(group)
    numbers[index] = (known[group] ?? 1) - 1
  }
  const tallies = tallied(position, numbers, places, inOrder.length)
  return new Map(inOrder.map((group, place) => [group, tallies[place] as Tally]))
}

/** What is expected of the year, over all lines. */
export const forecastOf = ({ forecast, at }: Position): Sum => sumsBy(forecast, at, new Uint32Array(at.length), 1)[0] as Sum

/** Whether a line gives both cost and benefits. */
export const givesBoth = ({ at, cost, benefits }: Position) => (line: number): boolean => isPositive(cost, at[line] ?? 0) && isPositive(benefits, at[line] ?? 0)
const isPositive = ({ high, low, because }: Amounts, at: number): boolean => because[at] === 0 && (high[at] ?? 0) >= 0 && ((high[at] ?? 0) > 0 || (low[at] ?? 0) > 0)

/** The reasons of a sum with how many have each; `missing` where nobody has given it. */
export const reasonsOf = ({ because }: Sum) => new Map([...because].flatMap((count, why) => (why > 0 && count > 0 ? [[reasonOf(why) ?? ('missing' as const), count] as const] : [])))

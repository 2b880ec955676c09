import { reasonOf, sumOver, type Amounts, type Columns, type Sum } from '../../../demand/index.ts'
import { levelOf, scaleOf, type Position } from './position.ts'

export const amounts = ['cost', 'benefits', 'forecast'] as const
export type AmountName = (typeof amounts)[number]

/** Counts and sums of some lines. `levels` from best to worst. */
export type Tally = Readonly<Record<AmountName, Sum>> & { readonly count: number; readonly levels: readonly number[]; readonly none: number; /** Numbers of the scales on which they are rated, each once. */ readonly scales: readonly number[] }

const levelCount = 5

/** Of the lines whose figures stand at these places. */
function tallyAt({ rating, cost, benefits, forecast }: Position, at: Uint32Array): Tally {
  const levels = new Uint32Array(levelCount)
  const scales = new Set<number>()
  for (const place of at) {
    const code = rating[place] ?? 0
    if (code === 0) continue
    levels[levelOf(code)]! += 1
    scales.add(scaleOf(code))
  }
  return { count: at.length, none: at.length - levels.reduce((sum, count) => sum + count, 0), levels: [...levels], scales: [...scales], cost: sumOver(cost, at), benefits: sumOver(benefits, at), forecast: sumOver(forecast, at) }
}

/** Counts and sums of the lines that `wanted` takes. */
export function tallyOf(position: Position, wanted: (line: number) => boolean = () => true): Tally {
  const places = new Uint32Array(position.at.length)
  let count = 0
  for (let line = 0; line < places.length; line += 1) if (wanted(line)) places[count++] = position.at[line] ?? 0
  return tallyAt(position, places.subarray(0, count))
}

/** Counts and sums by group: `groupOf` gives the number of a line's group. Groups without a line are left out. */
export function talliesBy(position: Position, groupOf: (line: number) => number): ReadonlyMap<number, Tally> {
  const groups = new Uint32Array(position.at.length)
  for (let line = 0; line < groups.length; line += 1) groups[line] = groupOf(line)
  return talliesIn(position, groups, position.at)
}

/** Counts and sums of the current initiatives by the objectives that they serve, by the place of the objective. */
export function talliesByObjective({ links: { start, objective, contribution } }: Columns, position: Position): ReadonlyMap<number, Tally> {
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

/** By groups, given side by side with the places of their figures: those of a group are laid together, then added up. */
function talliesIn(position: Position, groups: Uint32Array, places: Uint32Array): ReadonlyMap<number, Tally> {
  let most = 0
  for (let index = 0; index < groups.length; index += 1) most = Math.max(most, groups[index] ?? 0)
  const ends = new Uint32Array(most + 1)
  const inOrder: number[] = []
  for (let index = 0; index < groups.length; index += 1) {
    const group = groups[index] ?? 0
    if (ends[group] === 0) inOrder.push(group)
    ends[group]! += 1
  }
  for (let place = 0, before = 0; place < inOrder.length; place += 1) {
    const group = inOrder[place] ?? 0
    const size = ends[group] ?? 0
    ends[group] = before
    before += size
  }
  const laid = new Uint32Array(places.length)
  for (let index = 0; index < places.length; index += 1) {
    const group = groups[index] ?? 0
    laid[ends[group] ?? 0] = places[index] ?? 0
    ends[group]! += 1
  }
  return new Map(inOrder.map((group, place) => [group, tallyAt(position, laid.subarray(place === 0 ? 0 : ends[inOrder[place - 1] ?? 0], ends[group]))]))
}

/** Whether a line gives both cost and benefits. */
export const givesBoth = ({ at, cost, benefits }: Position) => (line: number): boolean => isPositive(cost, at[line] ?? 0) && isPositive(benefits, at[line] ?? 0)
const isPositive = ({ high, low, because }: Amounts, at: number): boolean => because[at] === 0 && (high[at] ?? 0) >= 0 && ((high[at] ?? 0) > 0 || (low[at] ?? 0) > 0)

/** The reasons of a sum with how many have each; `missing` where nobody has given it. */
export const reasonsOf = ({ because }: Sum) => new Map([...because].flatMap((count, why) => (why > 0 && count > 0 ? [[reasonOf(why) ?? ('missing' as const), count] as const] : [])))

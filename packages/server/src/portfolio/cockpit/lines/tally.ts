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
export const tallyOf = (position: Position, wanted: (line: number) => boolean = () => true): Tally => tallyAt(position, position.at.filter((_, line) => wanted(line)))

/** Counts and sums by group: `groupOf` gives the number of a line's group. Groups without a line are left out. */
export const talliesBy = (position: Position, groupOf: (line: number) => number): ReadonlyMap<number, Tally> => talliesIn(position, (line, add) => add(groupOf(line)))

/** Counts and sums of the current initiatives by the objectives that they serve, by the place of the objective. */
export const talliesByObjective = ({ links }: Columns, position: Position): ReadonlyMap<number, Tally> =>
  talliesIn(position, (line, add) => {
    const row = position.row[line] ?? 0
    for (let link = links.start[row] ?? 0; link < (links.start[row + 1] ?? 0); link += 1) if ((links.contribution[link] ?? 0) > 0) add(links.objective[link] ?? 0)
  })

/** By groups of which a line may have none, one or several. */
function talliesIn(position: Position, groupsOf: (line: number, add: (group: number) => void) => void): ReadonlyMap<number, Tally> {
  const groups = new Map<number, number[]>()
  for (let line = 0; line < position.at.length; line += 1) {
    groupsOf(line, (group) => {
      const places = groups.get(group)
      if (places) places.push(position.at[line] ?? 0)
      else groups.set(group, [position.at[line] ?? 0])
    })
  }
  return new Map([...groups].map(([group, places]) => [group, tallyAt(position, Uint32Array.from(places))]))
}

/** Whether a line gives both cost and benefits. */
export const givesBoth = ({ at, cost, benefits }: Position) => (line: number): boolean => isPositive(cost, at[line] ?? 0) && isPositive(benefits, at[line] ?? 0)
const isPositive = ({ high, low, because }: Amounts, at: number): boolean => because[at] === 0 && (high[at] ?? 0) >= 0 && ((high[at] ?? 0) > 0 || (low[at] ?? 0) > 0)

/** The reasons of a sum with how many have each; `missing` where nobody has given it. */
export const reasonsOf = ({ because }: Sum) => new Map([...because].flatMap((count, why) => (why > 0 && count > 0 ? [[reasonOf(why) ?? ('missing' as const), count] as const] : [])))

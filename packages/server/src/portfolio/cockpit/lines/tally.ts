import { reasonOf, type Amounts, type Columns } from '../../../demand/index.ts'
import { levelOf, scaleOf, type Position } from './position.ts'

export const amounts = ['cost', 'benefits', 'forecast'] as const
export type AmountName = (typeof amounts)[number]

/** The sum of an amount over those that have one and how many those are; how many have none, by the number of its reason (`reasonOf`; 1: nobody has given it). */
export type Sum = { readonly minor: bigint; readonly known: number; readonly because: ReadonlyMap<number, number> }
/** Counts and sums of some lines. `levels` from best to worst. */
export type Tally = Readonly<Record<AmountName, Sum>> & { readonly count: number; readonly levels: readonly number[]; readonly none: number; /** Numbers of the scales on which they are rated. */ readonly scales: readonly number[] }

const levelCount = 5
const scaleCount = 2
/** More reasons than there are. */
const becauseCount = 128

type Adding = { high: number; low: number; readonly because: Uint32Array }
type Open = Record<AmountName, Adding> & { count: number; none: number; readonly levels: Uint32Array; readonly scales: Uint8Array }

const openSum = (): Adding => ({ high: 0, low: 0, because: new Uint32Array(becauseCount) })
const open = (): Open => ({ count: 0, none: 0, levels: new Uint32Array(levelCount), scales: new Uint8Array(scaleCount), cost: openSum(), benefits: openSum(), forecast: openSum() })

/** Upper and lower halves are added apart: each sum stays a whole number that a double holds, for two million lines. */
function addAmount(to: Adding, { high, low, because }: Amounts, at: number): void {
  const reason = because[at] ?? 1
  to.because[reason]! += 1
  if (reason !== 0) return
  to.high += high[at] ?? 0
  to.low += low[at] ?? 0
}

function add(to: Open, position: Position, line: number): void {
  const at = position.at[line] ?? 0
  to.count += 1
  const rating = position.rating[at] ?? 0
  if (rating === 0) to.none += 1
  else {
    to.levels[levelOf(rating)]! += 1
    to.scales[scaleOf(rating)] = 1
  }
  addAmount(to.cost, position.cost, at)
  addAmount(to.benefits, position.benefits, at)
  addAmount(to.forecast, position.forecast, at)
}

const closeSum = ({ high, low, because }: Adding): Sum => ({
  minor: (BigInt(high) << 32n) + BigInt(low), known: because[0] ?? 0, because: new Map([...because].flatMap((count, reason) => (reason > 0 && count > 0 ? [[reason, count] as const] : []))),
})
const close = ({ count, none, levels, scales, cost, benefits, forecast }: Open): Tally => ({
  count, none, levels: [...levels], scales: [...scales].flatMap((used, scale) => (used ? [scale] : [])), cost: closeSum(cost), benefits: closeSum(benefits), forecast: closeSum(forecast),
})

/** Of nothing. */
export const nobody: Tally = close(open())

/** Counts and sums of the lines that `wanted` takes. */
export function tallyOf(position: Position, wanted: (line: number) => boolean = () => true): Tally {
  const all = open()
  for (let line = 0; line < position.row.length; line += 1) if (wanted(line)) add(all, position, line)
  return close(all)
}

/** Counts and sums by group: `groupOf` gives the number of a line's group. Groups without a line are left out. */
export function talliesBy(position: Position, groupOf: (line: number) => number): ReadonlyMap<number, Tally> {
  const groups = new Map<number, Open>()
  for (let line = 0; line < position.row.length; line += 1) addTo(groups, groupOf(line), position, line)
  return new Map([...groups].map(([group, all]) => [group, close(all)]))
}

/** Counts and sums of the current initiatives by the objectives that they serve, by the place of the objective. */
export function talliesByObjective({ links }: Columns, position: Position): ReadonlyMap<number, Tally> {
  const groups = new Map<number, Open>()
  for (let line = 0; line < position.row.length; line += 1) {
    const row = position.row[line] ?? 0
    for (let link = links.start[row] ?? 0; link < (links.start[row + 1] ?? 0); link += 1) if ((links.contribution[link] ?? 0) > 0) addTo(groups, links.objective[link] ?? 0, position, line)
  }
  return new Map([...groups].map(([group, all]) => [group, close(all)]))
}

function addTo(groups: Map<number, Open>, group: number, position: Position, line: number): void {
  let all = groups.get(group)
  if (!all) groups.set(group, (all = open()))
  add(all, position, line)
}

/** Whether a line gives both cost and benefits. */
export const givesBoth = ({ at, cost, benefits }: Position) => (line: number): boolean => isPositive(cost, at[line] ?? 0) && isPositive(benefits, at[line] ?? 0)
const isPositive = ({ high, low, because }: Amounts, at: number): boolean => because[at] === 0 && (high[at] ?? 0) >= 0 && ((high[at] ?? 0) > 0 || (low[at] ?? 0) > 0)

/** The reasons of a sum with how many have each; `missing` where nobody has given it. */
export const reasonsOf = ({ because }: Sum) => new Map([...because].map(([reason, count]) => [reasonOf(reason) ?? ('missing' as const), count]))

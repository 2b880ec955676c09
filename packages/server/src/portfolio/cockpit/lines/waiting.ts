import { noDay, type Columns } from '../../../demand/index.ts'
import { attentionKinds, thresholds, type AttentionKind } from '@throughline/engine/portfolio'
import { bySize, growsBy, minorAt, minorChange, sizeOf, type Minor } from './amounts.ts'
import { byLetters, pageOfGroups } from './order.ts'
import { levelOf, lineOfRows, scaleOf, type Position } from './position.ts'

/** One thing that waits for a person at a line of now. `nth` orders the flags of one line. */
export type Waiting = { readonly line: number; readonly kind: AttentionKind; readonly stake: Minor | null; readonly flag: string | null; readonly nth: number }
export type WaitingLines = Readonly<Record<AttentionKind, readonly Waiting[]>>

const oddFlags: ReadonlySet<string> = new Set(['likely_units_error', 'negative_cost', 'end_before_start', 'duplicate_key'])
const red = 4

/** Everything that waits for a person at the current initiatives, given the position before: `attentionOf` of the engine over columns. */
export function waitingLines(columns: Columns, now: Position, before: Position | undefined): WaitingLines {
  const waiting: Record<AttentionKind, Waiting[]> = { rated_red: [], rating_fell: [], cost_grew: [], end_slipped: [], costs_more_than_it_gives: [], figure_suspect: [], initiative_orphan: [] }
  const earlier = before && lineOfRows(before, columns.size)
  for (let line = 0; line < now.row.length; line += 1) {
    const [row, at] = [now.row[line] ?? 0, now.at[line] ?? 0]
    waitAlone(waiting, columns, now, line, row, at)
    const then = earlier?.[row] ?? -1
    if (before && then >= 0) waitSince(waiting, now, line, at, before, before.at[then] ?? 0)
  }
  return waiting
}

type Lists = Record<AttentionKind, Waiting[]>
const wait = (lists: Lists, kind: AttentionKind, line: number, stake: Minor | null): void => void lists[kind].push({ line, kind, stake, flag: null, nth: 0 })

function waitAlone(lists: Lists, { links, objectives, flags, texts }: Columns, now: Position, line: number, row: number, at: number): void {
  const rating = now.rating[at] ?? 0
  if (rating > 0 && levelOf(rating) === red) wait(lists, 'rated_red', line, stakeOf(now, at))
  const [cost, benefits] = [minorAt(now.cost, at), minorAt(now.benefits, at)]
  if (cost !== undefined && benefits !== undefined && benefits > 0 && benefits < cost) wait(lists, 'costs_more_than_it_gives', line, sizeOf(cost))
  if (objectives.length > 0 && !serves(links, row)) wait(lists, 'initiative_orphan', line, sizeOf(cost))
  const flagged = flags[row] ?? 0
  if (flagged > 0) for (const [nth, flag] of texts.of(flagged).split(',').entries()) if (oddFlags.has(flag)) lists.figure_suspect.push({ line, kind: 'figure_suspect', stake: null, flag, nth })
}

function waitSince(lists: Lists, now: Position, line: number, at: number, before: Position, then: number): void {
  const [to, from] = [now.rating[at] ?? 0, before.rating[then] ?? 0]
  if (to > 0 && from > 0 && scaleOf(to) === scaleOf(from) && levelOf(to) > levelOf(from) && levelOf(to) !== red) wait(lists, 'rating_fell', line, stakeOf(now, at))
  const [endOn, endedOn] = [now.endOn[at] ?? noDay, before.endOn[then] ?? noDay]
  if (endOn !== noDay && endedOn !== noDay && endOn - endedOn > thresholds.slipDays) wait(lists, 'end_slipped', line, stakeOf(now, at))
  if (growsBy(thresholds.costGrowthPercent, now.cost, at, before.cost, then)) wait(lists, 'cost_grew', line, sizeOf(minorChange(now.cost, at, before.cost, then)))
}

/** The benefits that hang on a line where there are any, else what it costs. */
function stakeOf({ cost, benefits }: Position, at: number): Minor | null {
  const given = minorAt(benefits, at)
  return given !== undefined && given > 0 ? given : sizeOf(minorAt(cost, at))
}

function serves({ start, contribution }: Columns['links'], row: number): boolean {
  for (let link = start[row] ?? 0; link < (start[row + 1] ?? 0); link += 1) if ((contribution[link] ?? 0) > 0) return true
  return false
}

/** One page of what waits: the most urgent first, then by what is at stake, then by name. */
export const pageOfWaiting = (waiting: WaitingLines, kind: AttentionKind | undefined, from: number, limit: number, { nameOf, keyOf }: Position): readonly Waiting[] =>
  pageOfGroups((kind === undefined ? attentionKinds : [kind]).map((one) => waiting[one]), from, limit, (a, b) => bySize(a.stake, b.stake) || byLetters(nameOf(a.line), nameOf(b.line)) || byLetters(keyOf(a.line), keyOf(b.line)) || a.nth - b.nth)

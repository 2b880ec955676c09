import { noDay, type Columns } from '../../../demand/index.ts'
import { attentionKinds, thresholds, type AttentionKind } from '@throughline/engine/portfolio'
import { bySize, growsBy, minorAt, minorChange, sizeOf, type Minor } from './amounts.ts'
import { noted, type Noted } from './noted.ts'
import { byLetters, pageOfGroups, type Listed } from './order.ts'
import { levelOf, lineOfRows, scaleOf, type Position } from './position.ts'
import type { Serving } from './serving.ts'

/** One thing that waits for a person at a line of now. `nth` orders the flags of one line. */
export type Waiting = { readonly line: number; readonly kind: AttentionKind; readonly stake: Minor | null; readonly flag: string | null; readonly nth: number }
export type WaitingLines = Readonly<Record<AttentionKind, Listed<Waiting>>>

const oddFlags: ReadonlySet<string> = new Set(['likely_units_error', 'negative_cost', 'end_before_start', 'duplicate_key'])
const red = 4

/** Everything that waits for a person at the current initiatives, given the position before: `attentionOf` of the engine over columns. Each is made when it is looked at. */
export function waitingLines(columns: Columns, serving: Serving, now: Position, before: Position | undefined): WaitingLines {
  const lists: Lists = { rated_red: noted(), rating_fell: noted(), cost_grew: noted(), end_slipped: noted(), costs_more_than_it_gives: noted(), figure_suspect: noted(), initiative_orphan: noted() }
  const earlier = before && lineOfRows(before, columns.size)
  for (let line = 0; line < now.row.length; line += 1) {
    const [row, at] = [now.row[line] ?? 0, now.at[line] ?? 0]
    waitAlone(lists, columns, serving, now, line, row, at)
    const then = earlier?.[row] ?? -1
    if (before && then >= 0) waitSince(lists, now, line, at, before, before.at[then] ?? 0)
  }
  const { flags, texts } = columns
  const waitingAt = (kind: AttentionKind) => (place: number): Waiting => {
    const [line, nth] = [lists[kind].lineAt(place), lists[kind].besideAt(place)]
    const [row, at] = [now.row[line] ?? 0, now.at[line] ?? 0]
    const flag = kind === 'figure_suspect' ? (texts.of(flags[row] ?? 0).split(',')[nth] ?? null) : null
    return { line, kind, stake: stakeOf(kind, now, at, before, before?.at[earlier?.[row] ?? 0] ?? 0), flag, nth }
  }
  return Object.fromEntries(attentionKinds.map((kind) => [kind, { length: lists[kind].length, at: waitingAt(kind) }])) as unknown as WaitingLines
}

type Lists = Readonly<Record<AttentionKind, Noted>>

function waitAlone(lists: Lists, { objectives, flags, texts }: Columns, { links, below }: Serving, now: Position, line: number, row: number, at: number): void {
  const rating = now.rating[at] ?? 0
  if (rating > 0 && levelOf(rating) === red) lists.rated_red.note(line)
  const [cost, benefits] = [minorAt(now.cost, at), minorAt(now.benefits, at)]
  if (cost !== undefined && benefits !== undefined && benefits > 0 && benefits < cost) lists.costs_more_than_it_gives.note(line)
  if (objectives.length > 0 && !serves(links, row) && !below.has(row)) lists.initiative_orphan.note(line)
  const flagged = flags[row] ?? 0
  if (flagged > 0) for (const [nth, flag] of texts.of(flagged).split(',').entries()) if (oddFlags.has(flag)) lists.figure_suspect.note(line, nth)
}

function waitSince(lists: Lists, now: Position, line: number, at: number, before: Position, then: number): void {
  const [to, from] = [now.rating[at] ?? 0, before.rating[then] ?? 0]
  if (to > 0 && from > 0 && scaleOf(to) === scaleOf(from) && levelOf(to) > levelOf(from) && levelOf(to) !== red) lists.rating_fell.note(line)
  const [endOn, endedOn] = [now.endOn[at] ?? noDay, before.endOn[then] ?? noDay]
  if (endOn !== noDay && endedOn !== noDay && endOn - endedOn > thresholds.slipDays) lists.end_slipped.note(line)
  if (growsBy(thresholds.costGrowthPercent, now.cost, at, before.cost, then)) lists.cost_grew.note(line)
}

/** What is at stake where somebody waits; null where nothing is. */
function stakeOf(kind: AttentionKind, now: Position, at: number, before: Position | undefined, then: number): Minor | null {
  switch (kind) {
    case 'figure_suspect':
      return null
    case 'costs_more_than_it_gives': case 'initiative_orphan':
      return sizeOf(minorAt(now.cost, at))
    case 'cost_grew':
      return before ? sizeOf(minorChange(now.cost, at, before.cost, then)) : null
    case 'rated_red': case 'rating_fell': case 'end_slipped':
      return hangingOn(now, at)
  }
}

/** The benefits that hang on a line where there are any, else what it costs. */
function hangingOn({ cost, benefits }: Position, at: number): Minor | null {
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

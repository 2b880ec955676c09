import { noDay } from '../../../demand/index.ts'
import type { Movement, MovementCounts } from '@throughline/engine/portfolio'
import { bySize, isChange, minorAt, minorChange, sizeOf, type Minor } from './amounts.ts'
import { noted, type Noted } from './noted.ts'
import { byLetters, pageOfGroups, type Listed } from './order.ts'
import { levelOf, lineOfRows, scaleOf, type Position } from './position.ts'

/** What a movement counts as; `other` is listed and not counted: benefits, an end that moved earlier or by a few days. */
export type MoveGroup = keyof MovementCounts | 'other'
/** Movements in the order in which they are told: what went worse first, and what cannot be compared last but for the uncounted. */
export const told: readonly MoveGroup[] = ['worse', 'costUp', 'slipped', 'better', 'costDown', 'joined', 'left', 'notComparable', 'other']

/** One movement of the initiative of a row, and its line: of those that left in the position before, else in that of now. */
export type Moved = { readonly row: number; readonly line: number; readonly kind: Movement['kind']; readonly size: Minor | null }
export type MovedLines = Readonly<Record<MoveGroup, Listed<Moved>>>

/** Days by which an end slips that count. */
const slipDays = 30
const kinds = ['rating', 'cost', 'benefits', 'end', 'joined', 'left'] as const satisfies readonly Movement['kind'][]
const [rating, cost, benefits, end, joined, left] = [0, 1, 2, 3, 4, 5] as const
type Lists = Readonly<Record<MoveGroup, Noted>>

/** Every movement from one position to another, by what it counts as: `movements` of the engine over columns. Each is made when it is looked at. */
export function movedLines(now: Position, before: Position, rows: number): MovedLines {
  const lists: Lists = { worse: noted(), costUp: noted(), slipped: noted(), better: noted(), costDown: noted(), joined: noted(), left: noted(), notComparable: noted(), other: noted() }
  const [lineNow, lineBefore] = [lineOfRows(now, rows), lineOfRows(before, rows)]
  for (let line = 0; line < now.row.length; line += 1) {
    const earlier = lineBefore[now.row[line] ?? 0] ?? -1
    if (earlier < 0) lists.joined.note(line, joined)
    else movePair(lists, line, now, now.at[line] ?? 0, before, before.at[earlier] ?? 0)
  }
  for (let line = 0; line < before.row.length; line += 1) if ((lineNow[before.row[line] ?? 0] ?? -1) < 0) lists.left.note(line, left)
  const movedAt = (list: Noted) => (place: number): Moved => {
    const [line, kind] = [list.lineAt(place), kinds[list.besideAt(place)] ?? 'rating']
    const row = (kind === 'left' ? before : now).row[line] ?? 0
    const earlier = kind === 'left' || kind === 'joined' ? 0 : (lineBefore[row] ?? 0)
    return { row, line, kind, size: sizeOfMove(kind, line, now, before, before.at[earlier] ?? 0) }
  }
  return Object.fromEntries(told.map((group) => [group, { length: lists[group].length, at: movedAt(lists[group]) }])) as unknown as MovedLines
}

function movePair(lists: Lists, line: number, now: Position, at: number, before: Position, then: number): void {
  const [to, from] = [now.rating[at] ?? 0, before.rating[then] ?? 0]
  if (to > 0 && from > 0 && to !== from) lists[ratingGroup(to, from)].note(line, rating)
  const change = minorChange(now.cost, at, before.cost, then)
  if (isChange(change)) (change > 0 ? lists.costUp : lists.costDown).note(line, cost)
  if (isChange(minorChange(now.benefits, at, before.benefits, then))) lists.other.note(line, benefits)
  const [endOn, endedOn] = [now.endOn[at] ?? noDay, before.endOn[then] ?? noDay]
  if (endOn !== noDay && endedOn !== noDay && endOn !== endedOn) (endOn - endedOn >= slipDays ? lists.slipped : lists.other).note(line, end)
}

/** How large a movement is, of those of its kind. */
function sizeOfMove(kind: Moved['kind'], line: number, now: Position, before: Position, then: number): Minor | null {
  const at = now.at[line] ?? 0
  switch (kind) {
    case 'joined':
      return sizeOf(minorAt(now.cost, at))
    case 'left':
      return sizeOf(minorAt(before.cost, before.at[line] ?? 0))
    case 'rating':
      return levelOf(now.rating[at] ?? 1)
    case 'cost':
      return sizeOf(minorChange(now.cost, at, before.cost, then))
    case 'benefits':
      return sizeOf(minorChange(now.benefits, at, before.benefits, then))
    case 'end':
      return Math.abs((now.endOn[at] ?? 0) - (before.endOn[then] ?? 0))
  }
}

/** Levels of two scales are never compared. */
const ratingGroup = (to: number, from: number): MoveGroup => (scaleOf(to) !== scaleOf(from) ? 'notComparable' : levelOf(to) > levelOf(from) ? 'worse' : 'better')

/** One page of movements in the order in which they are told: within a group the largest first, then by name. */
export function pageOfMoved(moved: MovedLines, what: MoveGroup | undefined, { from, limit }: { readonly from: number; readonly limit: number }, { now, before, idOf }: { readonly now: Position; readonly before: Position; idOf(row: number): string }): readonly Moved[] {
  const nameOf = ({ kind, line }: Moved): string => (kind === 'left' ? before : now).nameOf(line)
  return pageOfGroups((what === undefined ? told : [what]).map((group) => moved[group]), from, limit, (a, b) => bySize(a.size, b.size) || byLetters(nameOf(a), nameOf(b)) || byLetters(idOf(a.row), idOf(b.row)) || byLetters(a.kind, b.kind))
}

import { noDay } from '../../../demand/index.ts'
import type { Movement, MovementCounts } from '@throughline/engine/portfolio'
import { bySize, isChange, minorAt, minorChange, sizeOf, type Minor } from './amounts.ts'
import { byLetters, pageOfGroups } from './order.ts'
import { levelOf, lineOfRows, scaleOf, type Position } from './position.ts'

/** What a movement counts as; `other` is listed and not counted: benefits, an end that moved earlier or by a few days. */
export type MoveGroup = keyof MovementCounts | 'other'
/** Movements in the order in which they are told: what went worse first, and what cannot be compared last but for the uncounted. */
export const told: readonly MoveGroup[] = ['worse', 'costUp', 'slipped', 'better', 'costDown', 'joined', 'left', 'notComparable', 'other']

/** One movement of the initiative of a row, and its line: of those that left in the position before, else in that of now. */
export type Moved = { readonly row: number; readonly line: number; readonly kind: Movement['kind']; readonly size: Minor | null }
export type MovedLines = Readonly<Record<MoveGroup, readonly Moved[]>>

/** Days by which an end slips that count. */
const slipDays = 30

/** Every movement from one position to another, by what it counts as: `movements` of the engine over columns. */
export function movedLines(now: Position, before: Position, rows: number): MovedLines {
  const moved: Record<MoveGroup, Moved[]> = { worse: [], costUp: [], slipped: [], better: [], costDown: [], joined: [], left: [], notComparable: [], other: [] }
  const [lineNow, lineBefore] = [lineOfRows(now, rows), lineOfRows(before, rows)]
  for (let line = 0; line < now.row.length; line += 1) {
    const row = now.row[line] ?? 0
    const earlier = lineBefore[row] ?? -1
    if (earlier < 0) moved.joined.push({ row, line, kind: 'joined', size: sizeOf(minorAt(now.cost, now.at[line] ?? 0)) })
    else movePair(moved, { row, line }, now, now.at[line] ?? 0, before, before.at[earlier] ?? 0)
  }
  for (let line = 0; line < before.row.length; line += 1) {
    const row = before.row[line] ?? 0
    if ((lineNow[row] ?? -1) < 0) moved.left.push({ row, line, kind: 'left', size: sizeOf(minorAt(before.cost, before.at[line] ?? 0)) })
  }
  return moved
}

function movePair(moved: Record<MoveGroup, Moved[]>, { row, line }: Pick<Moved, 'row' | 'line'>, now: Position, at: number, before: Position, then: number): void {
  const [to, from] = [now.rating[at] ?? 0, before.rating[then] ?? 0]
  if (to > 0 && from > 0 && to !== from) moved[ratingGroup(to, from)].push({ row, line, kind: 'rating', size: levelOf(to) })
  const cost = minorChange(now.cost, at, before.cost, then)
  if (isChange(cost)) moved[cost > 0 ? 'costUp' : 'costDown'].push({ row, line, kind: 'cost', size: sizeOf(cost) })
  const benefits = minorChange(now.benefits, at, before.benefits, then)
  if (isChange(benefits)) moved.other.push({ row, line, kind: 'benefits', size: sizeOf(benefits) })
  const [endOn, endedOn] = [now.endOn[at] ?? noDay, before.endOn[then] ?? noDay]
  if (endOn !== noDay && endedOn !== noDay && endOn !== endedOn) moved[endOn - endedOn >= slipDays ? 'slipped' : 'other'].push({ row, line, kind: 'end', size: Math.abs(endOn - endedOn) })
}

/** Levels of two scales are never compared. */
const ratingGroup = (to: number, from: number): MoveGroup => (scaleOf(to) !== scaleOf(from) ? 'notComparable' : levelOf(to) > levelOf(from) ? 'worse' : 'better')

/** One page of movements in the order in which they are told: within a group the largest first, then by name. */
export function pageOfMoved(moved: MovedLines, what: MoveGroup | undefined, { from, limit }: { readonly from: number; readonly limit: number }, { now, before, idOf }: { readonly now: Position; readonly before: Position; idOf(row: number): string }): readonly Moved[] {
  const nameOf = ({ kind, line }: Moved): string => (kind === 'left' ? before : now).nameOf(line)
  return pageOfGroups((what === undefined ? told : [what]).map((group) => moved[group]), from, limit, (a, b) => bySize(a.size, b.size) || byLetters(nameOf(a), nameOf(b)) || byLetters(idOf(a.row), idOf(b.row)) || byLetters(a.kind, b.kind))
}

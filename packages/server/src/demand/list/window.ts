import type { InitiativeRow, ListGroup, ListWindow } from '@throughline/contract/demand'
import type { Refusal } from '@throughline/contract/wire'
import { money, ok, refuse, undefinedReasons, type Currency, type Result, type UndefinedReason } from '@throughline/engine/kernel'
import type { Db, Scope, Tx } from '../../database/index.ts'
import { readOrganisation } from '../../people/index.ts'
import { overAll, rolledUp, type Rolling } from '../../rollups/index.ts'
import { readRowsOf } from '../rows.ts'
import { customsNamed, parseAsk, soundAsk } from './ask.ts'
import type { Query } from './store/conditions.ts'
import { readFieldKinds, readPositions } from './store/reading.ts'
import { readFrame, readOrder, type FrameRow } from './store/window.ts'

/** Groups that a list is told in; a field with more values than these is no field to group by. */
const mostGroups = 2000

type Invalid = Refusal<'list_invalid'>

/** A window of the list: filtered, sorted, grouped and cut by the database, whatever the number of initiatives. */
export async function windowOf(db: Db, scope: Scope, text: string | undefined): Promise<Result<ListWindow, Invalid>> {
  const ask = parseAsk(text)
  if (!ask.ok) return ask
  return rolledUp<ListWindow, Invalid>(db, scope, { kind: 'initiatives-window', asked: ask.value }, async (rolling) => {
    const customs = await readFieldKinds(rolling.tx, customsNamed(ask.value))
    const asked = soundAsk(ask.value, customs)
    if (!asked.ok) return asked
    const { publications, ...positions } = await readPositions(rolling.tx)
    const query: Query = { asked: asked.value, customs, positions }
    const frame = await frameOf(rolling, query)
    if (frame.length > mostGroups) return refuse({ code: 'list_invalid', values: { place: 'ask/groups', found: `more than ${mostGroups} groups`, expected: 'fields with fewer different values' } })
    const { currency } = await readOrganisation(rolling.tx)
    const groups = groupsOf(frame, currency)
    const total = groups.reduce((sum, { count }) => sum + count, 0)
    const { from, limit } = asked.value
    return ok({
      total, from, rows: limit === 0 || from >= total ? [] : await rowsIn(rolling.tx, query, groups), groups: asked.value.groups.length === 0 ? [] : groups,
      cost: sumOf(frame, 'cost', currency), benefits: sumOf(frame, 'benefits', currency), stamp: rolling.stamp,
      publications: publications.map(({ id, title, as_of, rows }) => ({ id, title, asOf: as_of, rows })),
    })
  })
}

/** Counts and sums by group: the same for every window and every order of the same conditions. */
function frameOf({ tx, part }: Rolling, query: Query): Promise<readonly FrameRow[]> {
  const { current, words, filters, groups } = query.asked
  return part('initiatives-frame', { current, words, filters, groups }, () => overAll(tx, () => readFrame(tx, query, mostGroups + 1)))
}

function groupsOf(frame: readonly FrameRow[], currency: Currency): ListGroup[] {
  let from = 0
  return frame.map((row) => {
    const group = { values: [...row.values], labels: row.labels.map((label) => label ?? ''), count: row.count, from, cost: sumOf([row], 'cost', currency), benefits: sumOf([row], 'benefits', currency) }
    from += row.count
    return group
  })
}

/** Forms whose groups can be asked for one by one, because a value of theirs is exact as text. */
const exact: ReadonlySet<string> = new Set(['text', 'choice', 'unit', 'rating', 'yes_no', 'date', 'money'])
/** Groups in a window that are read one by one; with more of them the whole order costs less. */
const fewGroups = 4

/** The rows of the window. Where few groups share it, only those are put in order. */
async function rowsIn(tx: Tx, query: Query, groups: readonly ListGroup[]): Promise<InitiativeRow[]> {
  const { asked } = query
  const [from, to] = [asked.from, asked.from + asked.limit]
  const within = groups.filter((group) => group.from < to && group.from + group.count > from)
  const oneByOne = asked.groups.length > 0 && within.length <= fewGroups && asked.groups.every((field) => exact.has(asked.forms.get(field) ?? ''))
  const ids: string[] = []
  if (!oneByOne) ids.push(...(await overAll(tx, () => readOrder(tx, query, { from, limit: asked.limit }))))
  else
    for (const group of within) {
      const skipped = Math.max(0, from - group.from)
      const page = { from: skipped, limit: Math.min(group.count - skipped, asked.limit - ids.length) }
      ids.push(...(await overAll(tx, () => readOrder(tx, { ...query, asked: ofGroup(asked, group) }, page))))
    }
  const byId = new Map((await readRowsOf(tx, ids)).map((row) => [row.id, row]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

function ofGroup(asked: Query['asked'], { values }: ListGroup): Query['asked'] {
  const filters = asked.groups.map((field, level) => {
    const value = values[level]
    return value === null || value === undefined ? { field, op: 'absent' as const, values: [] } : { field, op: 'any_of' as const, values: [value] }
  })
  return { ...asked, groups: [], filters: [...asked.filters, ...filters] }
}

/** Sum of those that have a figure, as `explainTotal` has it: nothing of nothing is zero, and where none has one it is undefined. */
function sumOf(frame: readonly FrameRow[], field: 'cost' | 'benefits', currency: Currency): ListGroup['cost'] {
  const count = frame.reduce((sum, row) => sum + row.count, 0)
  const known = frame.reduce((sum, row) => sum + row[`${field}_known`], 0)
  if (count > 0 && known === 0) return { status: 'undefined', reason: commonReason(frame, field, count) ?? 'NOT_PUBLISHED' }
  const minor = frame.reduce((sum, row) => sum + BigInt(row[`${field}_sum`] ?? '0'), 0n)
  return { status: 'ok', value: { ...money(0n, currency), minor: minor.toString() } }
}

function commonReason(frame: readonly FrameRow[], field: 'cost' | 'benefits', count: number): UndefinedReason | undefined {
  const because = frame.reduce((sum, row) => sum + row[`${field}_because`], 0)
  const reasons = new Set(frame.flatMap((row) => [row[`${field}_least`], row[`${field}_most`]]).filter((reason) => reason !== null))
  const [reason] = reasons
  return because === count && reasons.size === 1 && reason !== undefined && reason in undefinedReasons ? (reason as UndefinedReason) : undefined
}

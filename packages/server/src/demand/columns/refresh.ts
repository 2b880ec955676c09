import type { Tx } from '../../database/index.ts'
import { blank, patched, sharing } from './blank.ts'
import type { Customs } from './custom.ts'
import { linksOf, looseLinks, replaceLinks } from './links.ts'
import { assembled, loadColumns, readSurroundings, type Surroundings } from './load.ts'
import type { Shared } from './numbered.ts'
import { carryOver } from './derived.ts'
import { listedIn } from './published.ts'
import type { Columns, Links } from './shape.ts'
import { readChanged, type Between } from './store/changed.ts'
import type { Moment } from './store/moment.ts'
import { readPackedInitiatives, readPackedLinks } from './store/packed.ts'
import { admitAll, writeAll, type Admitted } from './write.ts'

/** One moment of an organisation that is held. */
export type Held = { readonly moment: Moment; readonly columns: Columns; readonly customs: Customs }

/** Above this share of the initiatives, reading all of them costs less than reading those that changed. */
const mostChanged = 0.3

/** The columns of a moment: made of those of a near one by what changed between, else read as a whole. What they have in common is held once. */
export async function bringUp(tx: Tx, shared: Shared, held: Iterable<Held>, moment: Moment): Promise<Held> {
  const near = nearest(held, moment)
  const refreshed = near && (await refresh(tx, shared, near, moment))
  if (refreshed) return refreshed
  const columns = await loadColumns(tx, shared, moment.stamp)
  return { moment, columns: near ? { ...columns, ...sharing(columns, near.columns) } : columns, customs: new Map() }
}

/** The moment of the same day that is held and lies nearest in time. One that was read in a later snapshot than ours may hold what we cannot see. */
function nearest(held: Iterable<Held>, { until, on, newest }: Moment): Held | undefined {
  if (until === undefined || newest === undefined) return undefined
  const distance = ({ moment }: Held): number => Math.abs((moment.until ?? Number.NEGATIVE_INFINITY) - until)
  const fit = [...held].filter(({ moment }) => moment.on === on && moment.until !== undefined && (moment.newest ?? Number.POSITIVE_INFINITY) <= newest)
  return fit.reduce<Held | undefined>((best, one) => (best && distance(best) <= distance(one) ? best : one), undefined)
}

async function refresh(tx: Tx, shared: Shared, { moment: base, columns, customs }: Held, moment: Moment): Promise<Held | undefined> {
  const [from, to] = [base.until ?? 0, moment.until ?? 0]
  const between: Between = { after: new Date(Math.min(from, to)).toISOString(), until: new Date(Math.max(from, to)).toISOString() }
  const most = Math.ceil(columns.count * mostChanged) + 100
  const changed = await readChanged(tx, between, most)
  if (changed.initiatives.length >= most || changed.linked.length >= most) return undefined
  const around = changed.around ? await readSurroundings(tx, shared) : aroundOf(columns)
  const parts = await statesOf(tx, shared, changed.initiatives, { moment, from, to, between })
  const links = await linksBetween(tx, shared, columns, around, changed.linked)
  for (const id of around.positions.known) await listedIn(tx, shared, id)
  const size = shared.ids.count
  const rows = Uint32Array.from(new Set(changed.initiatives.flatMap((id) => shared.ids.find(id) ?? [])))
  const placeOf = new Map(Array.from(rows, (row, place) => [row, place]))
  // An initiative that does not stand at this moment is not among the parts, and its row stays blank.
  const news = blank(rows.length)
  await writeAll(news, shared, parts.map((part) => ({ ...part, rows: part.rows.map((row) => placeOf.get(row) ?? 0) })))
  const made = await assembled(tx, shared, { stamp: moment.stamp, size, own: patched(columns, size, rows, news), around, links: links(size) })
  carryOver(columns, made, rows)
  return { moment, columns: made, customs: changed.customs || size !== columns.size || !sameFields(columns, made) ? new Map() : customs }
}

type Step = { readonly moment: Moment; readonly from: number; readonly to: number; readonly between: Between }

/** The initiatives that changed, as they are at the moment: nearly all of them by when they changed; the rest, of which something else was recorded or which were removed, by their ids. */
async function statesOf(tx: Tx, shared: Shared, changed: readonly string[], { moment, from, to, between }: Step): Promise<readonly Admitted[]> {
  if (changed.length === 0) return []
  // As of a day, which state holds is not said by when it was recorded.
  if (moment.on !== null) return admitAll(shared, await readPackedInitiatives(tx, { ids: changed }))
  const parts = await admitAll(shared, await readPackedInitiatives(tx, to > from ? { newerThan: between.after } : { replacedIn: between }))
  const found = new Set(parts.flatMap(({ rows }) => [...rows]))
  const rest = changed.filter((id) => !found.has(shared.ids.find(id) ?? -1))
  return rest.length === 0 ? parts : [...parts, ...(await admitAll(shared, await readPackedInitiatives(tx, { ids: rest })))]
}

const aroundOf = ({ objectives, units, positions, fields, currency }: Columns): Surroundings => ({ objectives, units, positions, fields, currency })

/** The links of a moment; where the objectives are the same as before, only those of some initiatives are read. */
async function linksBetween(tx: Tx, shared: Shared, before: Columns, { objectives }: Surroundings, linked: readonly string[]): Promise<(size: number) => Links> {
  if (JSON.stringify(objectives.map(({ id }) => id)) !== JSON.stringify(before.objectives.map(({ id }) => id))) {
    const all = await looseLinks(shared, objectives, await readPackedLinks(tx))
    return (size) => linksOf(all, size)
  }
  if (linked.length === 0) return (size) => (size === before.size ? before.links : replaceLinks(before.links, size, new Set(), noLinks))
  const now = await looseLinks(shared, objectives, await readPackedLinks(tx, linked))
  const rows = new Set(linked.flatMap((id) => shared.ids.find(id) ?? []))
  return (size) => replaceLinks(before.links, size, rows, now)
}

const noLinks = { count: 0, row: new Uint32Array(0), objective: new Uint16Array(0), contribution: new Int16Array(0) }

const sameFields = (a: Columns, b: Columns): boolean => JSON.stringify([...a.fields]) === JSON.stringify([...b.fields])

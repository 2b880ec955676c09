import type { Tx } from '../../database/index.ts'
import { arraysOf } from './blank.ts'
import { derivedBytes } from './derived.ts'
import { loadCustom, type CustomColumn } from './custom.ts'
import { once, shareNothing, type Shared } from './numbered.ts'
import { linesIn } from './published.ts'
import { bringUp, type Held } from './refresh.ts'
import type { Columns, Lines } from './shape.ts'
import { momentOf, type Moment } from './store/moment.ts'

type Organisation = Shared & { readonly moments: Map<string, Held>; readonly underWay: Map<string, Promise<Columns>>; /** The reading that was begun last. */ turn: Promise<unknown> }

/** Columns that are held in the memory of one process, at most so many bytes of them. */
export type Shelf = {
  /** The columns of the moment of a transaction: those that are held where nothing was written since, else brought up to it. */
  columnsOf(tx: Tx): Promise<Columns>
  /** Some custom fields of columns that were given out in this transaction, by `custom:<id>`; each is read when it is first asked for. */
  customsOf(tx: Tx, columns: Columns, fieldIds: readonly string[]): Promise<ReadonlyMap<string, CustomColumn>>
  /** What a publication said, for the rows of the organisation's columns. */
  linesOf(tx: Tx, publicationId: string): Promise<Lines>
  /** Bounds what is held from now on. */
  holdAtMost(bytes: number): void
  /** What is held now. */
  holds(): { readonly bytes: number; readonly moments: number; readonly organisations: number }
}

/**
 * A shelf of columns. It is never asked for anything but what a transaction sees: the stamp is read from the database at every question, and
 * columns of another stamp are not given out. What is on it may be dropped at any time; the least recently used goes when there is too much.
 */
export function openShelf(usualBytes: number): Shelf {
  let mostBytes = usualBytes
  const organisations = new Map<string, Organisation>()
  const organisationOf = (org: string): Organisation => {
    const known = organisations.get(org) ?? { ...shareNothing(), moments: new Map<string, Held>(), underWay: new Map<string, Promise<Columns>>(), turn: Promise.resolve() }
    // The most recently used is the last in its map.
    organisations.delete(org)
    organisations.set(org, known)
    return known
  }
  const keep = (organisation: Organisation, held: Held): void => {
    // Of presents that are past, the last one serves those who began to read before the act; the others are asked for by nobody.
    if (held.moment.present) for (const { moment } of [...organisation.moments.values()].filter(({ moment }) => moment.present).slice(0, -1)) organisation.moments.delete(moment.stamp)
    organisation.moments.set(held.moment.stamp, held)
    shrink(organisations, mostBytes)
  }
  const make = async (tx: Tx, organisation: Organisation, moment: Moment): Promise<Columns> => {
    const held = await bringUp(tx, organisation, organisation.moments.values(), moment)
    // Of an organisation without initiatives nothing is held: an archive may yet be restored into it, with acts of long ago.
    if (held.columns.count > 0) keep(organisation, held)
    return held.columns
  }
  return {
    columnsOf: async (tx) => {
      const moment = await momentOf(tx)
      const organisation = organisationOf(moment.org)
      const held = organisation.moments.get(moment.stamp)
      if (held) {
        organisation.moments.delete(moment.stamp)
        organisation.moments.set(moment.stamp, held)
        return held.columns
      }
      // Whoever asks for the same moment meanwhile waits for the one reading; if that one fails, each reads by itself.
      const other = organisation.underWay.get(moment.stamp)
      if (other) return other.catch(() => make(tx, organisation, moment))
      // One moment after another: the next begins from the one before, which costs a fraction of beginning anew, and the server stays quick.
      const making = organisation.turn.then(() => make(tx, organisation, moment))
      organisation.turn = making.catch(() => undefined)
      organisation.underWay.set(moment.stamp, making)
      return making.finally(() => organisation.underWay.delete(moment.stamp))
    },
    customsOf: async (tx, columns, fieldIds) => {
      if (fieldIds.length === 0) return new Map()
      const { org, stamp } = await momentOf(tx)
      const customs = organisationOf(org).moments.get(stamp)?.customs ?? new Map<string, Promise<CustomColumn>>()
      const found = new Map<string, CustomColumn>()
      for (const id of fieldIds) found.set(`custom:${id}`, await once(customs, id, () => loadCustom(tx, columns, id)))
      return found
    },
    linesOf: async (tx, publicationId) => {
      const { org } = await momentOf(tx)
      return linesIn(tx, organisationOf(org), publicationId)
    },
    holdAtMost: (bytes) => {
      mostBytes = bytes
      shrink(organisations, mostBytes)
    },
    holds: () => ({ bytes: bytesOf(organisations.values()), moments: [...organisations.values()].reduce((sum, { moments }) => sum + moments.size, 0), organisations: organisations.size }),
  }
}

/** Lets moments go, of the organisation that was asked for longest ago first, until the rest fits; the last one stays, however large it is. */
function shrink(organisations: Map<string, Organisation>, mostBytes: number): void {
  while (bytesOf(organisations.values()) > mostBytes) {
    const [org, oldest] = [...organisations].find(([, { moments }]) => moments.size > 0) ?? []
    if (org === undefined || !oldest || (oldest.moments.size === 1 && organisations.size === 1)) return
    for (const stamp of oldest.moments.keys()) {
      oldest.moments.delete(stamp)
      break
    }
    if (oldest.moments.size === 0) organisations.delete(org)
  }
}

/** Bytes of everything that is held; an array that moments share counts once. */
function bytesOf(organisations: Iterable<Organisation>): number {
  const counted = new Set<ArrayBufferLike>()
  let bytes = 0
  const count = (array: { readonly buffer: ArrayBufferLike; readonly byteLength: number }): void => {
    if (counted.has(array.buffer)) return
    counted.add(array.buffer)
    bytes += array.byteLength
  }
  for (const { moments, ids, unitIds, texts, seen } of organisations) {
    bytes += ids.bytes + unitIds.bytes + texts.bytes
    for (const { current, reports, previous } of seen.values()) for (const array of [current, reports, previous]) count(array)
    for (const { columns, customs } of moments.values()) {
      // A custom field has a code for each row, and mostly few values.
      bytes += customs.size * columns.size * 5
      bytes += columns.size * derivedBytes
      for (const array of [...arraysOf(columns), columns.links.start, columns.links.objective, columns.links.contribution]) count(array)
    }
  }
  return bytes
}

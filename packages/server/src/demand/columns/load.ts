import type { Tx } from '../../database/index.ts'
import { readOrganisation, readUnits } from '../../people/index.ts'
import { readObjectives } from '../../strategy/index.ts'
import { readFieldKinds, readPositions } from '../list/store/reading.ts'
import { blank, type Own } from './blank.ts'
import { linksOf, looseLinks } from './links.ts'
import { pause, type Shared } from './numbered.ts'
import { listedIn, seenIn } from './published.ts'
import type { Columns, Links, Units } from './shape.ts'
import { readPackedInitiatives, readPackedLinks } from './store/packed.ts'
import { admitAll, writeAll } from './write.ts'

/** What is few whatever the number of initiatives, read anew for every moment. */
export type Surroundings = Pick<Columns, 'objectives' | 'units' | 'positions' | 'fields' | 'currency'>

/** Everything of the moment of a transaction, column by column. */
export async function loadColumns(tx: Tx, shared: Shared, stamp: string): Promise<Columns> {
  const around = await readSurroundings(tx, shared)
  const parts = await admitAll(shared, await readPackedInitiatives(tx))
  const loose = await looseLinks(shared, around.objectives, await readPackedLinks(tx))
  // Whatever publications have is given its number before the columns get their length.
  for (const id of around.positions.known) await listedIn(tx, shared, id)
  const size = shared.ids.count
  const own = blank(size)
  await writeAll(own, shared, parts)
  return assembled(tx, shared, { stamp, size, own, around, links: linksOf(loose, size) })
}

/** The columns of a moment from what was read of it. */
export async function assembled(tx: Tx, shared: Shared, { stamp, size, own, around, links }: { readonly stamp: string; readonly size: number; readonly own: Own; readonly around: Surroundings; readonly links: Links }): Promise<Columns> {
  const seen = await seenIn(tx, shared, around.positions, size)
  let count = 0
  for (const there of own.there) count += there
  return { stamp, size, count, ids: shared.ids, texts: shared.texts, ...own, seen, links, ...around }
}

/** Units, objectives, publications and custom fields of the moment. */
export async function readSurroundings(tx: Tx, shared: Shared): Promise<Surroundings> {
  const { currency } = await readOrganisation(tx)
  const [objectives, positions, fields] = [await readObjectives(tx), await readPositions(tx), await readFieldKinds(tx)]
  const units = await readUnits(tx)
  await pause()
  return { currency, objectives, positions, fields, units: unitsOf(shared, units) }
}

function unitsOf({ unitIds }: Shared, units: Awaited<ReturnType<typeof readUnits>>): Units {
  const bytes = (list: readonly (string | null)[]): Buffer => Buffer.from(list.map((id) => (id ?? '').replaceAll('-', '')).join(''), 'hex')
  const numbers = unitIds.admit(bytes(units.map(({ id }) => id)))
  const names: (string | null)[] = Array.from({ length: unitIds.count }, () => null)
  const parents = new Int32Array(unitIds.count).fill(-1)
  for (const [index, { name, parentId }] of units.entries()) {
    names[numbers[index] ?? 0] = name
    parents[numbers[index] ?? 0] = parentId === null ? -1 : (unitIds.find(parentId) ?? -1)
  }
  return { ids: unitIds, names, parents }
}

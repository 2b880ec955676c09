import type { CivilDate } from '@throughline/engine/kernel'
import type { Tx } from '../../database/index.ts'
import { readUnits } from '../../people/index.ts'
import { readLinks, readObjectiveNames } from '../versions/store.ts'
import type { Around } from './facts.ts'
import type { CoherenceSource } from './source.ts'

/** What stands around the strategy in force on a day. */
export async function readAround(tx: Tx, today: CivilDate, { limits, benefits, requirements }: CoherenceSource): Promise<Around> {
  const units = await readUnits(tx)
  return { links: await readLinks(tx), unitNames: new Map(units.map(({ id, name }) => [id, name])), unitParents: new Map(units.map((one) => [one.id, one.parentId])), earlier: new Map((await readObjectiveNames(tx)).map(({ key, statement }) => [key, statement])), today, elsewhere: { ...(await limits(tx, today)), benefits: await benefits(tx), requirements: await requirements(tx, today) } }
}

import { minorDigits, type CivilDate } from '@throughline/engine/kernel'
import type { Tx } from '../../database/index.ts'
import { readOrganisation, readUnits } from '../../people/index.ts'
import { readStoredGrounds } from '../grounds/store.ts'
import { readLinks, readObjectiveNames } from '../versions/store.ts'
import type { Around } from './facts.ts'
import type { CoherenceSource } from './source.ts'

/** What stands around the strategy in force on a day. */
export async function readAround(tx: Tx, today: CivilDate, { limits, benefits, requirements }: CoherenceSource): Promise<Around> {
  const [units, { currency }] = [await readUnits(tx), await readOrganisation(tx)]
  return {
    grounds: { kept: await readStoredGrounds(tx), currency: { code: currency, parts: 10 ** minorDigits(currency) } },
    links: await readLinks(tx), unitNames: new Map(units.map(({ id, name }) => [id, name])), unitParents: new Map(units.map((one) => [one.id, one.parentId])), earlier: new Map((await readObjectiveNames(tx)).map(({ key, statement }) => [key, statement])), today, elsewhere: { ...(await limits(tx, today)), benefits: await benefits(tx), requirements: await requirements(tx, today) },
  }
}

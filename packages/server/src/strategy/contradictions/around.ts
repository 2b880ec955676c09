import type { CivilDate } from '@throughline/engine/kernel'
import type { Tx } from '../../database/index.ts'
import { readUnits } from '../../people/index.ts'
import { readLinks } from '../versions/store.ts'
import type { Around } from './facts.ts'

/** What stands around the strategy in force on a day. */
export const readAround = async (tx: Tx, today: CivilDate): Promise<Around> => ({ links: await readLinks(tx), unitNames: new Map((await readUnits(tx)).map(({ id, name }) => [id, name])), today })

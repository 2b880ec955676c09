import type { InitiativeRow } from '@throughline/contract/demand'
import type { Tx } from '../database/index.ts'
import { readLinksOf, readStrategyFacts } from '../strategy/index.ts'
import { readCustomValues } from './fields/store.ts'
import { presentRows, type RowContext } from './present.ts'
import { readInitiativesOf, readPreviousRatings } from './store/initiatives.ts'

/** What the rows of some initiatives, or of all, need beside the initiatives themselves. */
export const readRowContext = async (tx: Tx, ids?: readonly string[]): Promise<RowContext> => ({
  strategy: ids === undefined ? await readStrategyFacts(tx) : await readLinksOf(tx, ids), previousRatings: await readPreviousRatings(tx, ids), custom: await readCustomValues(tx, ids),
})

/** The rows of some initiatives by name; those that are not there are left out. */
export const readRowsOf = async (tx: Tx, ids: readonly string[]): Promise<InitiativeRow[]> => presentRows(await readInitiativesOf(tx, ids), await readRowContext(tx, ids))

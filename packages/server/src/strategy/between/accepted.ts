import type { CommonLink, UnitStrategy } from '@throughline/contract/strategy'
import type { Tx } from '../../database/index.ts'
import { endsOf, presentLink } from './present.ts'
import { readCommonLinks } from './store.ts'

/** Links between objectives of units in force that somebody accepted, newest first. */
export async function readAcceptedLinks(tx: Tx, strategies: readonly UnitStrategy[]): Promise<CommonLink[]> {
  if (strategies.length === 0) return []
  const ends = endsOf(strategies)
  return (await readCommonLinks(tx)).filter(({ state }) => state === 'accepted').flatMap((row) => presentLink(row, ends))
}

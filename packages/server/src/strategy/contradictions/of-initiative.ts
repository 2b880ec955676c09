import type { InitiativeFacts } from '@throughline/engine/demand'
import type { CivilDate } from '@throughline/engine/kernel'
import type { Tx } from '../../database/index.ts'
import { firstStrategy } from '../first-strategy.ts'
import { readStored } from '../store.ts'
import { readAround } from './around.ts'
import type { CoherenceSource } from './source.ts'
import { presentContradictions } from './present.ts'
import { readTensions } from './store.ts'

type Asked = { readonly orgId: string; readonly initiativeId: string; readonly initiatives: readonly InitiativeFacts[]; readonly today: CivilDate; readonly coherence: CoherenceSource }

/** Contradictions that nobody has accepted and in which an initiative stands, in words. They are looked for among all initiatives: it may contradict any of them. */
export async function contradictionsOf(tx: Tx, { orgId, initiativeId, initiatives, today, coherence }: Asked): Promise<readonly string[]> {
  const { entries } = presentContradictions((await readStored(tx)) ?? firstStrategy(orgId), initiatives, await readTensions(tx), await readAround(tx, today, coherence), false)
  return entries.filter(({ accepted, witness }) => accepted === null && witness.some(({ kind, id }) => kind === 'initiative' && id === initiativeId)).map(({ title, words }) => words || title)
}

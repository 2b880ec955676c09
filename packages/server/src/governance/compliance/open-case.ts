import type { Refusal } from '@throughline/contract/wire'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import type { Actor, Tx } from '../../database/index.ts'
import { noInitiative } from '../refused.ts'
import { noObligation, whyRetired } from './refusals.ts'
import type { ComplianceSources } from './sources.ts'
import { lockObligation, type Named, type StoredObligation } from './store.ts'
import { readAsking, readSeen } from './world.ts'

export type Pair = { readonly obligationId: string; readonly initiativeId: string }
export type Unopened = Refusal<'not_found' | 'obligation_retired' | 'obligation_inapplicable'>

/** An obligation in force and an initiative to which it applies, or may apply, held until the act ends. */
export async function openCase(tx: Tx, actor: Actor, { obligationId, initiativeId }: Pair, sources: ComplianceSources): Promise<Result<{ readonly obligation: StoredObligation; readonly initiative: Named }, Unopened>> {
  const obligation = await lockObligation(tx, obligationId)
  if (!obligation) return noObligation(obligationId)
  const retired = whyRetired(obligation)
  if (retired) return retired
  const asking = await readAsking(tx, actor, sources)
  const seen = await readSeen(tx, asking, sources, initiativeId)
  if (!seen) return noInitiative(initiativeId)
  const { title, rule } = obligation.said
  const { name } = seen.facts
  if (asking.applies(rule, seen) === 'no') return refuse({ code: 'obligation_inapplicable', values: { title, initiative: name, rule: asking.words(rule) } })
  return ok({ obligation, initiative: { id: initiativeId, name } })
}

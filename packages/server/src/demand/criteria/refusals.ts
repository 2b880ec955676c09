import type { Criterion } from '@throughline/engine/demand'
import { judgedReason, type JudgedRefusal } from '@throughline/engine/strategy'
import { gives, type Member } from '@throughline/contract/people'
import type { Refusal } from '@throughline/contract/wire'
import { refuse } from '@throughline/engine/kernel'
import type { Actor } from '../../database/index.ts'
import type { StoredModel } from './store.ts'

type Refused<Code extends string> = { readonly ok: false; readonly refusal: Refusal<Code> }

const stateWords = { draft: 'a draft', in_force: 'in force', superseded: 'superseded' } as const
/** Refuses a change of a version that is no draft. */
export const whyClosed = ({ name, state }: Pick<StoredModel, 'name' | 'state'>): Refused<'criteria_closed'> | undefined => (state === 'draft' ? undefined : refuse({ code: 'criteria_closed', values: { name, state: stateWords[state] } } as const))

/** Who changed a draft last does not approve it, unless there is no other member who decides. */
export function ownRefusal({ name, changed_by_id }: Pick<StoredModel, 'name' | 'changed_by_id'>, actor: Pick<Actor, 'accountId'>, members: readonly Member[]): Refused<'criteria_own'> | undefined {
  const others = members.filter(({ id, role }) => gives(role, 'decide') && id !== actor.accountId)
  return changed_by_id !== actor.accountId || others.length === 0 ? undefined : refuse({ code: 'criteria_own', values: { name, others: others.map((one) => one.name).join(', ') } } as const)
}

/** Why a judgement of criteria leads to no weights, by their names. */
export function weighingReason(refusal: JudgedRefusal, criteria: readonly Pick<Criterion, 'id' | 'name'>[]): string {
  const name = (id: string): string => criteria.find((one) => one.id === id)?.name ?? id
  return refusal.code === 'judgement_incomplete' ? `Not judged: ${refusal.missing.map(name).join(', ')}.` : judgedReason(refusal, name, { one: 'criterion', many: 'criteria', where: 'this model' })
}

/** What keeps a model from approval, in words. */
export const notReadyWords = { no_criteria: 'it has no criteria', unweighed: 'its criteria are not weighed', stale_weights: 'a scale, its unit or what is read is another one than when it was weighed', inconsistent: 'comparisons contradict each other by more than 0.1' } as const

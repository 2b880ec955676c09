import type { Refusal } from '@throughline/contract/wire'
import { missingOf, standingsOf } from '@throughline/engine/demand'
import { ok, type Result } from '@throughline/engine/kernel'
import { writeAs, type Actor, type Db } from '../../../database/index.ts'
import { notify } from '../../../governance/index.ts'
import { decidersOf, whyNotReady, whyUnsound } from '../refusals.ts'
import { lockCase, readServedObjectives, updateCase } from '../store.ts'
import { draftSeen } from './change-case.ts'

type Unsubmitted = Refusal<'not_found' | 'version_moved' | 'case_no_draft' | 'case_unsound' | 'case_not_ready'>

/** Submits the draft to its gate with what stands around it now. It is never changed again; one that waited before is superseded. Those who may decide on it are told. */
export function submitCase(db: Db, actor: Actor, initiativeId: string, version: number, now: Date): Promise<Result<object, Unsubmitted>> {
  return writeAs<Result<object, Unsubmitted>>(db, actor, 'demand.submit-business-case', async (tx, record) => {
    const found = await draftSeen(tx, initiativeId, version)
    if (!found.ok) return found
    const { id, no, name, content } = found.value
    const objectives = (await readServedObjectives(tx, [initiativeId])).get(initiativeId) ?? []
    const wrong = whyUnsound(content) ?? whyNotReady(name, missingOf(standingsOf(content, { objectives: objectives.length })))
    if (wrong) return wrong
    const waited = await lockCase(tx, initiativeId, 'submitted')
    if (waited) {
      await updateCase(tx, waited.id, { state: 'superseded' })
      await record({ room: 'demand', kind: 'business_case', id: waited.id, before: { state: 'submitted' }, after: { state: 'superseded', by: `version ${no}` } })
    }
    await updateCase(tx, id, { state: 'submitted', known: { objectives }, submitted_at: now.toISOString(), submitted_by: actor.name, submitted_by_id: actor.accountId })
    await record({ room: 'demand', kind: 'business_case', id, before: { state: 'draft' }, after: { state: 'submitted', initiative: name, no } })
    const { deciders } = await decidersOf(tx, { initiative_id: initiativeId, no, submitted_by_id: actor.accountId }, now)
    await notify(tx, actor, { reason: 'proposal_to_decide', to: deciders.map((one) => one.id), subject: { room: 'demand', kind: 'business_case', id }, act: 'demand.submit-business-case', words: `${name}, version ${no}` })
    return ok({})
  })
}

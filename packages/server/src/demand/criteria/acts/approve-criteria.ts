import type { Refusal } from '@throughline/contract/wire'
import { notReady, weighCriteria } from '@throughline/engine/demand'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { expectVersion, writeAs, type Actor, type Db } from '../../../database/index.ts'
import { lockOrganisation, readMembers } from '../../../people/index.ts'
import { whyUnsound } from '../around.ts'
import { notReadyWords, ownRefusal, whyClosed } from '../refusals.ts'
import { lockModel, readModels, updateModel } from '../store.ts'

type Unapproved = Refusal<'not_found' | 'version_moved' | 'criteria_closed' | 'criteria_not_ready' | 'criteria_own' | 'criteria_unsound'>

/** Approves a draft: it is in force from now on, and the version before it is superseded and stays as it was. */
export function approveCriteria(db: Db, actor: Actor, id: string, { version, reason }: { readonly version: number; readonly reason: string }, now: Date): Promise<Result<object, Unapproved>> {
  return writeAs<Result<object, Unapproved>>(db, actor, 'demand.approve-criteria', async (tx, record) => {
    await lockOrganisation(tx)
    const stored = await lockModel(tx, id)
    const wrong = stored && (whyClosed(stored) ?? ownRefusal(stored, actor, await readMembers(tx)))
    if (wrong) return wrong
    const found = await expectVersion(tx, stored, { room: 'demand', kind: 'criteria_model', id, version })
    if (!found.ok) return found
    const { name, content, weighing } = found.value
    // A draft that was begun from an earlier version can name what is gone since.
    const unsound = await whyUnsound(tx, content)
    if (unsound) return unsound
    const weights = weighCriteria(content.criteria, weighing)
    const problems = notReady(content.criteria, weights)
    if (problems.length > 0) return refuse({ code: 'criteria_not_ready', values: { name, problems: problems.map((one) => notReadyWords[one]).join('; ') } })
    const before = (await readModels(tx)).find(({ state }) => state === 'in_force')
    if (before) await updateModel(tx, before.id, { state: 'superseded' })
    await updateModel(tx, id, { state: 'in_force', approved_at: now.toISOString(), approved_by: actor.name, reason: reason.trim() })
    if (before) await record({ room: 'demand', kind: 'criteria_model', id: before.id, before: { state: 'in_force' }, after: { state: 'superseded', by: name } })
    await record({ room: 'demand', kind: 'criteria_model', id, before: { state: 'draft' }, after: { state: 'in_force', name, weights: weights?.weights ?? [] }, why: reason.trim() })
    return ok({})
  })
}

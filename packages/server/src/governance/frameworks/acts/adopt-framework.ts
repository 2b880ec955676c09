import type { NewAdoption } from '@throughline/contract/governance'
import type { Refusal } from '@throughline/contract/wire'
import { editionInForce, lifecyclesOf } from '@throughline/engine/governance'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { newId, writeAs, type Actor, type Db } from '../../../database/index.ts'
import { noInitiative } from '../../refused.ts'
import { adopted, whyMoved } from '../adopted.ts'
import { noFramework, whyRetired } from '../refusals.ts'
import { adoptionOf, findInitiatives, insertAdoption, lockFramework, readEditions } from '../store.ts'

type Unadopted = Refusal<'not_found' | 'framework_retired' | 'edition_not_in_force' | 'lifecycle_unknown' | 'adoption_moved' | 'adoption_there'>

/** Has an initiative follow the edition of a framework that is in force today; what it followed before stays in its history. */
export function adoptFramework(db: Db, actor: Actor, initiativeId: string, { frameworkId, lifecycle: given, reason, after }: NewAdoption, now: Date): Promise<Result<object, Unadopted>> {
  return writeAs<Result<object, Unadopted>>(db, actor, 'governance.adopt-framework', async (tx, record) => {
    const framework = await lockFramework(tx, frameworkId)
    if (!framework) return noFramework(frameworkId)
    const initiative = (await findInitiatives(tx, [initiativeId])).get(initiativeId)
    if (!initiative || initiative.gone) return noInitiative(initiativeId)
    const retired = whyRetired(framework)
    if (retired) return retired
    const [editions, today] = [await readEditions(tx, frameworkId), now.toISOString().slice(0, 10)]
    const edition = editionInForce(editions.map((row) => ({ ...row, effectiveOn: row.effective_on })), today)
    const next = editions.at(-1)
    if (!edition) return refuse({ code: 'edition_not_in_force', values: { name: framework.said.name, found: next ? `edition ${next.no} holds from ${next.effective_on} on` : 'no edition was published', today } })
    const [name, lifecycle, models] = [edition.said.name, given.trim(), lifecyclesOf(edition.said.elements)]
    if (!models.includes(lifecycle)) return refuse({ code: 'lifecycle_unknown', values: { found: lifecycle, initiative: initiative.name, edition: edition.no, name, expected: models.join(', ') || 'none' } })
    const before = await adoptionOf(tx, initiativeId)
    const moved = await whyMoved(tx, initiative.name, before, after)
    if (moved) return moved
    if (before?.framework_id === frameworkId && before.edition_no === edition.no && before.lifecycle === lifecycle) return refuse({ code: 'adoption_there', values: { initiative: initiative.name, edition: edition.no, name, lifecycle } })
    const [id, why] = [newId(), reason.trim()]
    await insertAdoption(tx, { org_id: actor.orgId, id, initiative_id: initiativeId, framework_id: frameworkId, edition_no: edition.no, lifecycle, reason: why, adopted_by: actor.name, adopted_at: now.toISOString() })
    await record({ room: 'governance', kind: 'framework_adoption', id, before: before ? await adopted(tx, before) : null, after: { initiative: initiative.name, framework: name, edition: edition.no, lifecycle }, why })
    return ok({})
  })
}

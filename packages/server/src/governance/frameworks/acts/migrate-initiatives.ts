import type { NewMigration } from '@throughline/contract/governance'
import type { Refusal } from '@throughline/contract/wire'
import { lifecyclesOf } from '@throughline/engine/governance'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { newId, writeAs, type Actor, type Db } from '../../../database/index.ts'
import { noInitiative } from '../../refused.ts'
import { adopted, whyMoved } from '../adopted.ts'
import { noFramework } from '../refusals.ts'
import { findInitiatives, insertAdoption, lockFramework, readAdoptions, readEditions, readInitiativeOf } from '../store.ts'

type Unmigrated = Refusal<'not_found' | 'edition_not_in_force' | 'lifecycle_unknown' | 'adoption_moved' | 'adoption_there'>

/** Moves initiatives that follow a framework to another of its editions that is in effect. All of them are moved, or none: a migration that stops half way is nobody’s plan. */
export function migrateInitiatives(db: Db, actor: Actor, frameworkId: string, { edition: no, adoptionIds, lifecycle: given, reason }: NewMigration, now: Date): Promise<Result<object, Unmigrated>> {
  return writeAs<Result<object, Unmigrated>>(db, actor, 'governance.migrate-initiatives', async (tx, record) => {
    if (!(await lockFramework(tx, frameworkId))) return noFramework(frameworkId)
    const edition = (await readEditions(tx, frameworkId)).find((one) => one.no === no)
    if (!edition) return refuse({ code: 'not_found', values: { what: 'edition', id: String(no) } })
    const [name, today, why] = [edition.said.name, now.toISOString().slice(0, 10), reason.trim()]
    if (edition.effective_on > today) return refuse({ code: 'edition_not_in_force', values: { name, found: `edition ${no} holds from ${edition.effective_on} on`, today } })
    const [newest, models] = [new Map((await readAdoptions(tx)).map((row) => [row.initiative_id, row])), lifecyclesOf(edition.said.elements)]
    for (const seen of adoptionIds) {
      const initiativeId = await readInitiativeOf(tx, frameworkId, seen)
      const initiative = initiativeId === undefined ? undefined : (await findInitiatives(tx, [initiativeId])).get(initiativeId)
      if (!initiative) return refuse({ code: 'not_found', values: { what: 'adoption of this framework', id: seen } })
      if (initiative.gone) return noInitiative(initiative.id)
      const found = newest.get(initiative.id)
      const moved = await whyMoved(tx, initiative.name, found, seen)
      if (moved || !found) return moved ?? noInitiative(initiative.id)
      const lifecycle = given?.trim() ?? found.lifecycle
      if (!models.includes(lifecycle)) return refuse({ code: 'lifecycle_unknown', values: { found: lifecycle, initiative: initiative.name, edition: no, name, expected: models.join(', ') || 'none' } })
      if (found.edition_no === no && found.lifecycle === lifecycle) return refuse({ code: 'adoption_there', values: { initiative: initiative.name, edition: no, name, lifecycle } })
      const id = newId()
      await insertAdoption(tx, { org_id: actor.orgId, id, initiative_id: initiative.id, framework_id: frameworkId, edition_no: no, lifecycle, reason: why, adopted_by: actor.name, adopted_at: now.toISOString() })
      await record({ room: 'governance', kind: 'framework_adoption', id, before: await adopted(tx, found), after: { initiative: initiative.name, framework: name, edition: no, lifecycle }, why })
    }
    return ok({})
  })
}

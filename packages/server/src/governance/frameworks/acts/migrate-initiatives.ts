import type { NewMigration } from '@throughline/contract/governance'
import type { Refusal } from '@throughline/contract/wire'
import { lifecyclesOf } from '@throughline/engine/governance'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { newId, writeAs, type Actor, type Change, type Db } from '../../../database/index.ts'
import { noInitiative } from '../../refused.ts'
import { whyMoved } from '../adopted.ts'
import { noFramework } from '../refusals.ts'
import { findInitiatives, insertAdoptions, lockFramework, namesOfFrameworks, readAdoptions, readEditions, readInitiativesOf } from '../store.ts'

type NewRow = Parameters<typeof insertAdoptions>[1][number]
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
    const ofSeen = await readInitiativesOf(tx, frameworkId, adoptionIds)
    const initiatives = await findInitiatives(tx, [...ofSeen.values()])
    const [rows, changes, named]: [NewRow[], Change[], string] = [[], [], (await namesOfFrameworks(tx, [frameworkId]))[0]?.name ?? '']
    for (const seen of adoptionIds) {
      const initiative = initiatives.get(ofSeen.get(seen) ?? '')
      if (!initiative) return refuse({ code: 'not_found', values: { what: 'adoption of this framework', id: seen } })
      if (initiative.gone) return noInitiative(initiative.id)
      const found = newest.get(initiative.id)
      const moved = await whyMoved(tx, initiative.name, found, seen)
      if (moved || !found) return moved ?? noInitiative(initiative.id)
      const lifecycle = given?.trim() ?? found.lifecycle
      if (!models.includes(lifecycle)) return refuse({ code: 'lifecycle_unknown', values: { found: lifecycle, initiative: initiative.name, edition: no, name, expected: models.join(', ') || 'none' } })
      if (found.edition_no === no && found.lifecycle === lifecycle) return refuse({ code: 'adoption_there', values: { initiative: initiative.name, edition: no, name, lifecycle } })
      const id = newId()
      rows.push({ org_id: actor.orgId, id, initiative_id: initiative.id, framework_id: frameworkId, edition_no: no, lifecycle, reason: why, adopted_by: actor.name, adopted_at: now.toISOString() })
      // What was seen is of this framework, and nothing newer is there.
      changes.push({ room: 'governance', kind: 'framework_adoption', id, before: { framework: named, edition: found.edition_no, lifecycle: found.lifecycle }, after: { initiative: initiative.name, framework: name, edition: no, lifecycle }, why })
    }
    await insertAdoptions(tx, rows)
    await record(...changes)
    return ok({})
  })
}

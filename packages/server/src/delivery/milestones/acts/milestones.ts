import type { DeliveryRefusal, MilestoneChange, NewContributor, NewMilestone } from '@throughline/contract/delivery'
import type { Refusal } from '@throughline/contract/wire'
import { milestoneFaults } from '@throughline/engine/delivery'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { expectVersion, newId, writeAs, type Actor, type Db, type Tx } from '../../../database/index.ts'
import { keysOfInitiatives, nameInitiatives } from '../../../demand/index.ts'
import { readObjectives } from '../../../strategy/index.ts'
import { deleteMilestone, insertMilestone, lockMilestone, milestoneNamed, updateMilestone, type MilestoneRecord } from '../store.ts'

type Refused = DeliveryRefusal | Refusal<'not_found' | 'version_moved'>
type Kept = Promise<Result<{ readonly id: string; readonly version: number }, Refused>>
type Said = Omit<MilestoneRecord, 'id' | 'version'>

/** Adds a milestone to an objective in force, under a name that no other of the objective has. */
export function addMilestone(db: Db, actor: Actor, { objectiveId, ...given }: NewMilestone, today: string): Kept {
  return writeAs<Awaited<Kept>>(db, actor, 'delivery.add-milestone', async (tx, record) => {
    const objective = (await readObjectives(tx)).find(({ id }) => id === objectiveId)
    if (!objective) return refuse({ code: 'not_found', values: { what: 'objective', id: objectiveId } })
    const id = newId()
    const said = saidOf(given, { objective_key: objective.key, name: '', note: '', wanted_on: given.wantedOn, reached_on: null, contributors: [] })
    const refusal = await refusalOf(tx, said, { id, known: [], today })
    if (refusal) return refuse(refusal)
    await insertMilestone(tx, { org_id: actor.orgId, id, ...said, contributors: JSON.stringify(said.contributors) })
    await record({ room: 'delivery', kind: 'strategic_milestone', id, before: null, after: await told(tx, said) })
    return ok({ id, version: 1 })
  })
}

/** Changes what is given of a milestone; its objective stays. */
export function changeMilestone(db: Db, actor: Actor, id: string, { version, ...given }: MilestoneChange, today: string): Kept {
  return writeAs<Awaited<Kept>>(db, actor, 'delivery.change-milestone', async (tx, record) => {
    const found = await expectVersion(tx, await lockMilestone(tx, id), { room: 'delivery', kind: 'strategic_milestone', id, version })
    if (!found.ok) return found
    const { id: _, version: __, ...before } = found.value
    const said = saidOf(given, before)
    const refusal = await refusalOf(tx, said, { id, known: before.contributors, today })
    if (refusal) return refuse(refusal)
    await updateMilestone(tx, id, { ...said, contributors: JSON.stringify(said.contributors) })
    await record({ room: 'delivery', kind: 'strategic_milestone', id, before: await told(tx, before), after: await told(tx, said) })
    return ok({ id, version: version + 1 })
  })
}

/** Removes a milestone; its history stays. */
export function removeMilestone(db: Db, actor: Actor, id: string): Promise<Result<object, Refused>> {
  return writeAs<Result<object, Refused>>(db, actor, 'delivery.remove-milestone', async (tx, record) => {
    const found = await lockMilestone(tx, id)
    if (!found) return refuse({ code: 'not_found', values: { what: 'strategic milestone', id } })
    const { id: _, version: __, ...before } = found
    await deleteMilestone(tx, id)
    await record({ room: 'delivery', kind: 'strategic_milestone', id, before: await told(tx, before), after: null })
    return ok({})
  })
}

const saidOf = ({ name, wantedOn, reachedOn, note, contributors }: Omit<MilestoneChange, 'version'>, before: Said): Said => ({
  objective_key: before.objective_key, name: (name ?? before.name).trim().replaceAll(/\s+/g, ' '), note: (note ?? before.note).trim(), wanted_on: wantedOn ?? before.wanted_on, reached_on: reachedOn === undefined ? before.reached_on : reachedOn,
  contributors: contributors?.map(({ initiativeId, role, range = null, note: why = '' }) => ({ initiativeId, role, range, note: why.trim() })) ?? before.contributors,
})

/** @param known what it depended on before: an initiative that was removed since may stay named */
async function refusalOf(tx: Tx, said: Said, { id, known, today }: { readonly id: string; readonly known: readonly NewContributor[]; readonly today: string }): Promise<DeliveryRefusal | undefined> {
  const names = new Map((await keysOfInitiatives(tx, said.contributors.map(({ initiativeId }) => initiativeId))).map((one) => [one.id, one.name]))
  const strange = said.contributors.find(({ initiativeId }) => !names.has(initiativeId) && !known.some((one) => one.initiativeId === initiativeId))
  if (strange) return { code: 'milestone_initiative_unknown', values: { id: strange.initiativeId } }
  const faults = milestoneFaults({ reachedOn: said.reached_on, contributors: said.contributors.map(({ range = null, ...one }) => ({ ...one, range, name: names.get(one.initiativeId) ?? 'an initiative that was removed' })) }, today)
  if (faults.length > 0) return { code: 'milestone_contradicts', values: { count: faults.length, problems: faults.map(({ field, found, expected }) => `${field} is ${found}; expected ${expected}`).join('. ') } }
  const same = await milestoneNamed(tx, said.objective_key, said.name)
  if (!same || same.id === id) return undefined
  return { code: 'milestone_taken', values: { name: same.name, objective: (await statementOf(tx, said.objective_key)) ?? 'that is in force no more' } }
}

const statementOf = async (tx: Tx, key: string): Promise<string | undefined> => (await readObjectives(tx)).find((one) => one.key === key)?.statement

/** A milestone as the history tells it. */
async function told(tx: Tx, { objective_key, contributors, name, note, wanted_on: wantedOn, reached_on: reachedOn }: Said) {
  const names = new Map((await nameInitiatives(tx, contributors.map(({ initiativeId }) => initiativeId))).map((one) => [one.id, one.name]))
  return { name, objective: (await statementOf(tx, objective_key)) ?? null, wantedOn, reachedOn, note, contributors: contributors.map(({ initiativeId, role, range }) => ({ initiative: names.get(initiativeId) ?? null, role, ...range })) }
}

import type { NewChangePlan, StepDone } from '@throughline/contract/demand'
import type { Refusal } from '@throughline/contract/wire'
import { changeTemplates } from '@throughline/engine/demand'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { expectVersion, newId, writeAs, type Actor, type Db } from '../../../database/index.ts'
import { readMembers } from '../../../people/index.ts'
import { lockInitiative } from '../../store/initiatives.ts'
import { insertPlan, keepSteps, lockPlan, readPlans } from '../store.ts'

type Unbegun = Refusal<'not_found' | 'change_plan_there'>
type Undone = Refusal<'not_found' | 'version_moved' | 'change_step_done'>

/** Begins a plan of change for an initiative with the steps of a template; each template once for each initiative. */
export function beginChangePlan(db: Db, actor: Actor, { initiativeId, template, ownerId }: NewChangePlan, now: Date): Promise<Result<object, Unbegun>> {
  return writeAs<Result<object, Unbegun>>(db, actor, 'demand.begin-change-plan', async (tx, record) => {
    const initiative = await lockInitiative(tx, initiativeId)
    if (!initiative) return refuse({ code: 'not_found', values: { what: 'initiative', id: initiativeId } })
    const chosen = changeTemplates.find(({ key }) => key === template)
    if (!chosen) return refuse({ code: 'not_found', values: { what: 'template', id: template } })
    const owner = (await readMembers(tx)).find((one) => one.id === ownerId && !one.service)?.name
    if (owner === undefined) return refuse({ code: 'not_found', values: { what: 'member', id: ownerId } })
    if ((await readPlans(tx)).some((one) => one.initiative_id === initiativeId && one.template === template)) return refuse({ code: 'change_plan_there', values: { name: initiative.name, template: chosen.title } })
    const [id, steps] = [newId(), chosen.steps.map((name) => ({ name, done: null }))]
    await insertPlan(tx, { org_id: actor.orgId, id, initiative_id: initiativeId, template, owner_id: ownerId, owner, begun_at: now.toISOString(), steps })
    await record({ room: 'demand', kind: 'change_plan', id, before: null, after: { initiative: initiative.name, template: chosen.title, owner } })
    return ok({})
  })
}

/** Says that a step of a plan is done, and what shows it. */
export function completeStep(db: Db, actor: Actor, id: string, { version, step, evidence }: StepDone, now: Date): Promise<Result<object, Undone>> {
  return writeAs<Result<object, Undone>>(db, actor, 'demand.complete-change-step', async (tx, record) => {
    const found = await expectVersion(tx, await lockPlan(tx, id), { room: 'demand', kind: 'change_plan', id, version })
    if (!found.ok) return found
    if (!(await lockInitiative(tx, found.value.initiative_id))) return refuse({ code: 'not_found', values: { what: 'initiative', id: found.value.initiative_id } })
    const one = found.value.steps[step - 1]
    if (!one) return refuse({ code: 'not_found', values: { what: 'step of the plan', id: String(step) } })
    if (one.done) return refuse({ code: 'change_step_done', values: { name: one.name, by: one.done.by, on: one.done.at.slice(0, 10) } })
    const words = evidence.trim()
    await keepSteps(tx, id, found.value.steps.map((each, at) => (at === step - 1 ? { ...each, done: { by: actor.name, at: now.toISOString(), words } } : each)))
    await record({ room: 'demand', kind: 'change_plan', id, before: { step: one.name, done: null }, after: { step: one.name, done: words } })
    return ok({})
  })
}

import type { NewAssessment } from '@throughline/contract/governance'
import type { Refusal } from '@throughline/contract/wire'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { expectVersion, newId, writeAs, type Actor, type Db } from '../../../database/index.ts'
import { notify } from '../../notifications/index.ts'
import { noMember, whyEvidenceAhead } from '../../refused.ts'
import { assesses, leads, memberOf, none, notYours, over, said, whyRetired, type Moved } from '../guards.ts'
import { insertAssessment, lockAssessment, readSkill, withdrawStored } from '../skill-store.ts'

type Barred = Refusal<'academy_not_yours' | 'assessed_self'>

/**
 * Assesses somebody else in a skill: the one act by which a level changes. The record says who assessed which skill, and neither whom nor
 * how: that is for the person, the assessors of the skill and the lead.
 */
export function assessSkill(db: Db, actor: Actor, given: NewAssessment, now: Date): Promise<Result<string, Barred | Refusal<'not_found' | 'academy_over' | 'evidence_ahead'>>> {
  return writeAs<Result<string, Barred | Refusal<'not_found' | 'academy_over' | 'evidence_ahead'>>>(db, actor, 'governance.assess-skill', async (tx, record) => {
    const skill = await readSkill(tx, given.skillId)
    if (!skill) return none('skill', given.skillId)
    if (!assesses(skill, actor)) return notYours(`levels of ${skill.name}`, 'its assessors and who may plan capacity')
    const unfit = whyRetired('skill', skill)
    if (unfit) return unfit
    const person = await memberOf(tx, given.personId)
    if (!person) return noMember(given.personId)
    if (person.id === actor.accountId) return refuse({ code: 'assessed_self', values: { name: skill.name } })
    const ahead = whyEvidenceAhead(given.on, now)
    if (ahead) return ahead
    const id = newId()
    await insertAssessment(tx, { org_id: actor.orgId, id, skill_id: skill.id, person_id: person.id, person: person.name, level: given.level, anchor: skill.anchors[given.level] ?? null, evidence: given.evidence.trim(), assessed_on: given.on, assessor_id: actor.accountId, assessor: actor.name, assessed_at: now.toISOString() })
    await record({ room: 'governance', kind: 'skill_assessment', id, before: null, after: { skill: skill.name }, seenBy: [actor.accountId, person.id] })
    await notify(tx, actor, { reason: 'skill_assessed', to: [person.id], act: 'governance.assess-skill', words: skill.name })
    return ok(skill.id)
  })
}

/** Withdraws an assessment that was a mistake; what was assessed before holds again. Nobody withdraws what was found of themselves. */
export function withdrawAssessment(db: Db, actor: Actor, id: string, { version, reason }: { readonly version: number; readonly reason: string }, now: Date): Promise<Result<string, Moved | Barred>> {
  return writeAs<Result<string, Moved | Barred>>(db, actor, 'governance.withdraw-assessment', async (tx, record) => {
    const found = await expectVersion(tx, await lockAssessment(tx, id), { room: 'governance', kind: 'skill_assessment', id, version })
    if (!found.ok) return found
    const [stored, skill] = [found.value, await readSkill(tx, found.value.skill_id)]
    const name = skill?.name ?? ''
    if (stored.person_id === actor.accountId) return refuse({ code: 'assessed_self', values: { name } })
    if (stored.assessor_id !== actor.accountId && !leads(actor)) return notYours('assessment', 'who made it and who may plan capacity')
    if (stored.withdrawn) return over('assessment', `of ${name}`, `withdrawn since ${stored.withdrawn.at.slice(0, 10)}`, 'in force')
    await withdrawStored(tx, id, said(actor, now, reason))
    await record({ room: 'governance', kind: 'skill_assessment', id, before: { withdrawn: false }, after: { withdrawn: true }, seenBy: [actor.accountId, stored.person_id] })
    await notify(tx, actor, { reason: 'skill_assessed', to: [stored.person_id], act: 'governance.withdraw-assessment', words: name })
    return ok(stored.skill_id)
  })
}

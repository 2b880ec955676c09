import type { NewSkill, SkillChange } from '@throughline/contract/governance'
import { ok, type Result } from '@throughline/engine/kernel'
import { expectVersion, newId, writeAs, type Actor, type Db, type Tx } from '../../../database/index.ts'
import { readMembers } from '../../../people/index.ts'
import { noMember, type Refused } from '../../refused.ts'
import { alike } from '../../services/index.ts'
import { said, there, whyRetired, type Moved, type Unfound } from '../guards.ts'
import { insertSkill, lockSkill, readSkills, updateSkill, type Named } from '../skill-store.ts'
import type { Refusal } from '@throughline/contract/wire'

type There = Unfound | Refusal<'academy_there'>

/** Describes a skill: what each of its levels means, and who assesses it beside the lead of the academy. */
export function addSkill(db: Db, actor: Actor, given: NewSkill): Promise<Result<{ readonly id: string }, There>> {
  return writeAs<Result<{ readonly id: string }, There>>(db, actor, 'governance.add-skill', async (tx, record) => {
    const [id, name, anchors] = [newId(), given.name.trim(), given.anchors.map((one) => one.trim())]
    const twin = await skillThere(tx, name)
    if (twin) return twin
    const assessors = await named(tx, given.assessorIds)
    if (!assessors.ok) return assessors
    await insertSkill(tx, { org_id: actor.orgId, id, name, anchors, assessors: assessors.value })
    await record({ room: 'governance', kind: 'academy_skill', id, before: null, after: { name, anchors, assessors: assessors.value.map((one) => one.name) } })
    return ok({ id })
  })
}

/** Changes what is given of a skill, or retires it. Levels that were assessed stay as they are. */
export function changeSkill(db: Db, actor: Actor, id: string, { version, ...given }: SkillChange, now: Date): Promise<Result<{ readonly id: string }, There | Moved>> {
  return writeAs<Result<{ readonly id: string }, There | Moved>>(db, actor, 'governance.change-skill', async (tx, record) => {
    const found = await expectVersion(tx, await lockSkill(tx, id), { room: 'governance', kind: 'academy_skill', id, version })
    if (!found.ok) return found
    const stored = found.value
    const unfit = whyRetired('skill', stored)
    if (unfit) return unfit
    const name = given.name?.trim() ?? stored.name
    const twin = await skillThere(tx, name, id)
    if (twin) return twin
    const assessors = given.assessorIds === undefined ? ok(stored.assessors) : await named(tx, given.assessorIds, stored.assessors)
    if (!assessors.ok) return assessors
    const anchors = given.anchors?.map((one) => one.trim()) ?? stored.anchors
    const retired = given.retired === undefined ? undefined : said(actor, now, given.retired)
    await updateSkill(tx, id, { name, anchors, assessors: assessors.value, ...(retired ? { retired } : {}) })
    const told = (what: { readonly name: string; readonly anchors: readonly string[]; readonly assessors: readonly Named[] }) => ({ name: what.name, anchors: what.anchors, assessors: what.assessors.map((one) => one.name) })
    await record({ room: 'governance', kind: 'academy_skill', id, before: { ...told(stored), retired: null }, after: { ...told({ name, anchors, assessors: assessors.value }), retired: retired?.words ?? null } })
    return ok({ id })
  })
}

/** There is one skill of a name, retired ones apart. */
async function skillThere(tx: Tx, name: string, except?: string): Promise<Refused<'academy_there'> | undefined> {
  const twin = (await readSkills(tx)).find((one) => one.id !== except && one.retired === null && alike(one.name, name))
  return twin && there('a skill named', twin.name)
}

/** Members by name; who was there before may have left since. */
async function named(tx: Tx, ids: readonly string[], before: readonly Named[] = []): Promise<Result<readonly Named[], Unfound>> {
  const known = new Map([...before, ...(await readMembers(tx)).filter(({ service }) => !service)].map(({ id, name }) => [id, name]))
  const missing = ids.find((id) => !known.has(id))
  return missing === undefined ? ok(ids.map((id) => ({ id, name: known.get(id) ?? '' }))) : noMember(missing)
}

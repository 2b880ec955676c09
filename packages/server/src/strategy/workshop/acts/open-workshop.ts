import type { NewWorkshop } from '@throughline/contract/strategy'
import type { Refusal } from '@throughline/contract/wire'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { newId, writeAs, type Actor, type Db } from '../../../database/index.ts'
import { readMembers } from '../../../people/index.ts'
import { levelOf } from '../level.ts'
import { insertWorkshop } from '../store.ts'
import { readWeighable } from '../weighable.ts'

/** Opens a workshop on the objectives of a level as they stand now, and invites who judges. */
export function openWorkshop(db: Db, actor: Actor, given: NewWorkshop, now: Date): Promise<Result<string, Refusal<'workshop_unsound'>>> {
  return writeAs<Result<string, Refusal<'workshop_unsound'>>>(db, actor, 'strategy.open-workshop', async (tx, record) => {
    const level = levelOf(await readWeighable(tx, actor), given)
    if (!level.ok) return level
    const members = new Map((await readMembers(tx)).map((member) => [member.id, member.name]))
    const strangers = given.judges.filter((id) => !members.has(id)).length
    if (strangers > 0) return refuse({ code: 'workshop_unsound', values: { reason: `${strangers === 1 ? 'One who is invited is no member' : `${strangers} who are invited are no members`} of the organisation.` } })
    const id = newId()
    const { perspectiveId, name, objectives } = level.value
    const row = { org_id: actor.orgId, id, title: given.title.trim(), question: given.question?.trim() ?? '', method: given.method, random_index: given.randomIndex ?? 'saaty_1980', perspective_id: perspectiveId, level_name: name, objectives, opened_at: now.toISOString(), opened_by: actor.name } as const
    await insertWorkshop(tx, row, given.judges.map((accountId) => ({ org_id: actor.orgId, id: newId(), workshop_id: id, account_id: accountId, name: members.get(accountId) ?? '' })))
    await record({ room: 'strategy', kind: 'workshop', id, before: null, after: { title: row.title, method: row.method, level: name, objectives: objectives.length, judges: given.judges.map((one) => members.get(one)) } })
    return ok(id)
  })
}

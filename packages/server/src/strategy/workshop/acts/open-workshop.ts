import type { NewWorkshop } from '@throughline/contract/strategy'
import type { Refusal } from '@throughline/contract/wire'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { expectVersion, newId, writeAs, type Actor, type Db, type Tx } from '../../../database/index.ts'
import { notify } from '../../../governance/index.ts'
import { readMembers } from '../../../people/index.ts'
import { levelOf } from '../level.ts'
import { insertWorkshop, lockWorkshop, readFollower } from '../store.ts'
import { readWeighable } from '../weighable.ts'
import { closedAlready, followedAlready } from './judge-workshop.ts'

/** Opens a workshop on the objectives of a level as they stand now, and invites who judges: they are told. */
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
    await invite(tx, actor, { id, judges: given.judges, words: row.question })
    return ok(id)
  })
}

type Again = Refusal<'not_found' | 'version_moved' | 'workshop_open' | 'workshop_closed' | 'workshop_unsound'>

/** Has the same people judge the same objectives once more, after they have talked; what they gave before stays as it was. */
export function judgeAgain(db: Db, actor: Actor, id: string, version: number, now: Date): Promise<Result<string, Again>> {
  return writeAs<Result<string, Again>>(db, actor, 'strategy.judge-again', async (tx, record) => {
    const found = await expectVersion(tx, await lockWorkshop(tx, id), { room: 'strategy', kind: 'workshop', id, version })
    if (!found.ok) return found
    const before = found.value
    const missing = before.judges.filter(({ judgement }) => judgement === null).map(({ name }) => name).join(', ')
    if (before.state === 'open') return refuse({ code: 'workshop_open', values: { title: before.title, missing } })
    if (before.state === 'decided') return refuse(closedAlready(before))
    const follower = await readFollower(tx, id)
    if (follower) return refuse(followedAlready(before, follower))
    const members = new Map((await readMembers(tx)).map((member) => [member.id, member.name]))
    const judges = before.judges.filter(({ account_id }) => members.has(account_id))
    if (judges.length === 0) return refuse({ code: 'workshop_unsound', values: { reason: 'Nobody who was invited is a member any more.' } })
    const next = newId()
    const { title, question, method, random_index, perspective_id, level_name, objectives } = before
    await insertWorkshop(tx, { org_id: actor.orgId, id: next, title, question, method, random_index, perspective_id, level_name, objectives, opened_at: now.toISOString(), opened_by: actor.name, round: before.round + 1, follows_id: id }, judges.map(({ account_id }) => ({ org_id: actor.orgId, id: newId(), workshop_id: next, account_id, name: members.get(account_id) ?? '' })))
    await record({ room: 'strategy', kind: 'workshop', id: next, before: null, after: { title, round: before.round + 1, follows: id, judges: judges.map(({ name }) => name) } })
    await invite(tx, actor, { id: next, judges: judges.map(({ account_id }) => account_id), words: question })
    return ok(next)
  })
}

const invite = (tx: Tx, actor: Actor, { id, judges, words }: { readonly id: string; readonly judges: readonly string[]; readonly words: string }): Promise<void> =>
  notify(tx, actor, { reason: 'asked_to_judge', to: judges, subject: { room: 'strategy', kind: 'workshop', id }, act: 'strategy.open-workshop', words })

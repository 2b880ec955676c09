import type { NewContributor } from '@throughline/contract/value'
import type { Refusal } from '@throughline/contract/wire'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { expectVersion, newId, writeAs, type Actor, type Db } from '../../../database/index.ts'
import { notify } from '../../../governance/index.ts'
import { readMembers } from '../../../people/index.ts'
import { noStory } from '../refusals.ts'
import { insertContributor, lockContributor, lockStory, readContributors, updateContributor } from '../store.ts'

type Gone = Refusal<'not_found'>

/** Names somebody who had a part in a story. They are asked, and nobody else reads their name until they agree; who does it oneself has agreed by it. */
export function nameContributor(db: Db, actor: Actor, storyId: string, { accountId, part }: NewContributor): Promise<Result<object, Gone | Refusal<'contributor_named'>>> {
  return writeAs<Result<object, Gone | Refusal<'contributor_named'>>>(db, actor, 'value.name-contributor', async (tx, record) => {
    const story = await lockStory(tx, storyId)
    if (!story) return noStory(storyId)
    const member = (await readMembers(tx)).find(({ id, service }) => id === accountId && !service)
    if (!member) return refuse({ code: 'not_found', values: { what: 'member', id: accountId } })
    if ((await readContributors(tx, [storyId])).some(({ account_id }) => account_id === accountId)) return refuse({ code: 'contributor_named', values: { name: member.name, title: story.title } })
    const [id, own] = [newId(), accountId === actor.accountId]
    await insertContributor(tx, { org_id: actor.orgId, id, story_id: storyId, account_id: accountId, name: member.name, part: part.trim(), ...(own ? { answer: 'agreed' as const } : {}) })
    await record({ room: 'value', kind: 'story_contributor', id, before: null, after: { story: story.title, part: part.trim(), answer: own ? 'agreed' : 'asked' } })
    await notify(tx, actor, { reason: 'named_in_story', to: [accountId], subject: { room: 'value', kind: 'success_story', id: storyId }, act: 'value.name-contributor', words: story.title })
    return ok({})
  })
}

/** Names somebody no longer. */
export function removeContributor(db: Db, actor: Actor, id: string, now: Date): Promise<Result<object, Gone>> {
  return writeAs<Result<object, Gone>>(db, actor, 'value.remove-contributor', async (tx, record) => {
    const stored = await lockContributor(tx, id)
    if (!stored) return refuse({ code: 'not_found', values: { what: 'contributor', id } })
    await updateContributor(tx, id, { removed_at: now.toISOString() })
    await record({ room: 'value', kind: 'story_contributor', id, before: { part: stored.part, answer: stored.answer }, after: null })
    return ok({})
  })
}

/** Agrees to be named, or declines: the last answer counts, also after the story was published. Nobody answers for anybody else. */
export function answerNaming(db: Db, actor: Actor, id: string, { version, answer }: { readonly version: number; readonly answer: 'agreed' | 'declined' }, now: Date): Promise<Result<object, Gone | Refusal<'version_moved' | 'naming_not_yours'>>> {
  return writeAs<Result<object, Gone | Refusal<'version_moved' | 'naming_not_yours'>>>(db, actor, 'value.answer-naming', async (tx, record) => {
    const stored = await lockContributor(tx, id)
    if (stored && stored.account_id !== actor.accountId) return refuse({ code: 'naming_not_yours', values: { name: stored.answer === 'agreed' ? stored.name : 'somebody' } })
    const found = await expectVersion(tx, stored, { room: 'value', kind: 'story_contributor', id, version })
    if (!found.ok) return found
    await updateContributor(tx, id, { answer, answered_at: now.toISOString() })
    await record({ room: 'value', kind: 'story_contributor', id, before: { answer: found.value.answer }, after: { answer } })
    return ok({})
  })
}

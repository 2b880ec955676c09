import type { Refusal } from '@throughline/contract/wire'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { expectVersion, writeAs, type Actor, type Db } from '../../../database/index.ts'
import { whyPublished } from '../refusals.ts'
import { lockStory, updateStory } from '../store.ts'

type Moved = Refusal<'not_found' | 'version_moved'>

/** Publishes a story to everybody in the organisation; without a figure of the ledger it tells no success. */
export function publishStory(db: Db, actor: Actor, id: string, version: number, now: Date): Promise<Result<object, Moved | Refusal<'story_published' | 'story_without_figure'>>> {
  return writeAs<Result<object, Moved | Refusal<'story_published' | 'story_without_figure'>>>(db, actor, 'value.publish-story', async (tx, record) => {
    const stored = await lockStory(tx, id)
    const published = stored && whyPublished(stored)
    if (published) return published
    const found = await expectVersion(tx, stored, { room: 'value', kind: 'success_story', id, version })
    if (!found.ok) return found
    const { title, figures, state } = found.value
    if (figures.length === 0) return refuse({ code: 'story_without_figure', values: { title } })
    await updateStory(tx, id, { state: 'published', published_by: actor.name, published_at: now.toISOString() })
    await record({ room: 'value', kind: 'success_story', id, before: { state }, after: { state: 'published' } })
    return ok({})
  })
}

/** Takes a published story back, with the reason: nobody but those who write stories reads it any more. */
export function takeBackStory(db: Db, actor: Actor, id: string, { version, reason }: { readonly version: number; readonly reason: string }, now: Date): Promise<Result<object, Moved | Refusal<'story_unpublished'>>> {
  return writeAs<Result<object, Moved | Refusal<'story_unpublished'>>>(db, actor, 'value.take-back-story', async (tx, record) => {
    const found = await expectVersion(tx, await lockStory(tx, id), { room: 'value', kind: 'success_story', id, version })
    if (!found.ok) return found
    const { title, state } = found.value
    if (state !== 'published') return refuse({ code: 'story_unpublished', values: { title } })
    const why = reason.trim()
    await updateStory(tx, id, { state: 'taken_back', taken_back_by: actor.name, taken_back_at: now.toISOString(), taken_back_because: why })
    await record({ room: 'value', kind: 'success_story', id, before: { state }, after: { state: 'taken_back' }, why })
    return ok({})
  })
}

import type { NewSuccessStory, SuccessStoryChange } from '@throughline/contract/value'
import type { Refusal } from '@throughline/contract/wire'
import { ok, type Result } from '@throughline/engine/kernel'
import { expectVersion, newId, writeAs, type Actor, type Db } from '../../../database/index.ts'
import { noStory, whyPublished, whyUnsound } from '../refusals.ts'
import { insertStory, lockStory, updateStory, type StoredFigure } from '../store.ts'
import { takeFigures, type Untaken } from '../take.ts'

type Unsound = Untaken | Refusal<'story_title_number' | 'story_figure_missing'>
type Unchanged = Unsound | Refusal<'not_found' | 'version_moved' | 'story_published'>

/** Writes a story as a draft; its figures are taken from the ledger as they stand there now. */
export function addStory(db: Db, actor: Actor, { title, words, figures }: NewSuccessStory, now: Date): Promise<Result<object, Unsound>> {
  return writeAs<Result<object, Unsound>>(db, actor, 'value.add-story', async (tx, record) => {
    const said = { title: title.trim(), words: words.trim() }
    const unsound = whyUnsound({ ...said, figures: figures.length })
    if (unsound) return unsound
    const taken = await takeFigures(tx, figures, now)
    if (!taken.ok) return taken
    const id = newId()
    await insertStory(tx, { org_id: actor.orgId, id, ...said, figures: taken.value, written_by: actor.name, written_at: now.toISOString() })
    await record({ room: 'value', kind: 'success_story', id, before: null, after: { ...said, figures: told(taken.value) } })
    return ok({})
  })
}

/** Changes a story that is not published; figures that are given are taken anew, the others stay as they were taken. */
export function changeStory(db: Db, actor: Actor, id: string, { version, title, words, figures }: SuccessStoryChange, now: Date): Promise<Result<object, Unchanged>> {
  return writeAs<Result<object, Unchanged>>(db, actor, 'value.change-story', async (tx, record) => {
    const stored = await lockStory(tx, id)
    const published = stored && whyPublished(stored)
    if (published) return published
    const found = await expectVersion(tx, stored, { room: 'value', kind: 'success_story', id, version })
    if (!found.ok) return found
    const before = found.value
    const said = { title: title?.trim() ?? before.title, words: words?.trim() ?? before.words }
    const unsound = whyUnsound({ ...said, figures: figures?.length ?? before.figures.length })
    if (unsound) return unsound
    const taken = figures ? await takeFigures(tx, figures, now) : ok(before.figures)
    if (!taken.ok) return taken
    await updateStory(tx, id, { ...said, figures: taken.value })
    await record({ room: 'value', kind: 'success_story', id, before: { title: before.title, words: before.words, figures: told(before.figures) }, after: { ...said, figures: told(taken.value) } })
    return ok({})
  })
}

/** Removes a story that is not published; it stays in the history. */
export function removeStory(db: Db, actor: Actor, id: string, now: Date): Promise<Result<object, Refusal<'not_found' | 'story_published'>>> {
  return writeAs<Result<object, Refusal<'not_found' | 'story_published'>>>(db, actor, 'value.remove-story', async (tx, record) => {
    const stored = await lockStory(tx, id)
    if (!stored) return noStory(id)
    const published = whyPublished(stored)
    if (published) return published
    await updateStory(tx, id, { removed_at: now.toISOString() })
    await record({ room: 'value', kind: 'success_story', id, before: { title: stored.title, words: stored.words, figures: told(stored.figures) }, after: null })
    return ok({})
  })
}

/** Figures as the history tells them: by reference, never by amount. */
const told = (figures: readonly StoredFigure[]): readonly string[] => figures.map(({ benefitId, period, label }) => `${benefitId} ${period} ${label}`)

import type { IdeaMerge } from '@throughline/contract/demand'
import type { Refusal } from '@throughline/contract/wire'
import { closesCircle, creditOf, isOpenIdea, openIdeaStates } from '@throughline/engine/demand'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { expectVersion, writeAs, type Actor, type Db } from '../../../database/index.ts'
import { notify } from '../../../governance/index.ts'
import { whyNotOutOfTrial } from '../../innovation/guards.ts'
import { asCredited } from '../credited.ts'
import { elsewhere, noIdea, whyNotTo } from '../refusals.ts'
import { addMove, lockIdea, readIdeas, updateIdea } from '../store.ts'

type Unmerged = Refusal<'not_found' | 'version_moved' | 'idea_elsewhere' | 'idea_merge_circle' | 'experiment_running' | 'idea_unproved'>

/** Merges an idea into another that says the same. Both submitters keep their credit; those of the merged one are told where it lives on. */
export function mergeIdea(db: Db, actor: Actor, id: string, { version, intoId, words }: IdeaMerge, now: Date): Promise<Result<object, Unmerged>> {
  return writeAs<Result<object, Unmerged>>(db, actor, 'demand.merge-idea', async (tx, record) => {
    const [stored, into] = [await lockIdea(tx, id), await lockIdea(tx, intoId)]
    if (!stored) return noIdea(id)
    if (!into) return noIdea(intoId)
    const found = await expectVersion(tx, stored, { room: 'demand', kind: 'idea', id, version })
    if (!found.ok) return found
    const wrong = whyNotTo('duplicate', stored)
    if (wrong) return wrong
    const tried = await whyNotOutOfTrial(tx, stored, 'duplicate')
    if (tried) return tried
    const all = (await readIdeas(tx)).map(asCredited)
    if (closesCircle(id, intoId, all)) return refuse({ code: 'idea_merge_circle', values: { title: stored.title, into: into.title } })
    if (!isOpenIdea(into.state) && into.state !== 'to_case') return elsewhere(into.title, into.state, [...openIdeaStates, 'to_case'])
    const [at, said] = [now.toISOString(), words.trim()]
    await updateIdea(tx, id, { state: 'duplicate', duplicate_of: intoId, outcome: { by: actor.name, at, words: said } })
    await addMove(tx, actor, id, { to: 'duplicate', words: said, at })
    await record({ room: 'demand', kind: 'idea', id, before: { state: stored.state, duplicateOf: null }, after: { state: 'duplicate', duplicateOf: into.title }, why: said })
    await notify(tx, actor, { reason: 'idea_answered', to: creditOf(asCredited(stored), all).map(({ submitterId }) => submitterId), subject: { room: 'demand', kind: 'idea', id }, act: 'demand.merge-idea', words: said })
    return ok({})
  })
}

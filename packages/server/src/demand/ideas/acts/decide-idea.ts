import type { IdeaDecision } from '@throughline/contract/demand'
import type { Refusal } from '@throughline/contract/wire'
import { creditOf, type IdeaState } from '@throughline/engine/demand'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { expectVersion, writeAs, type Actor, type Db } from '../../../database/index.ts'
import { notify } from '../../../governance/index.ts'
import { addInitiative } from '../../acts/change-initiative.ts'
import { whyNotOutOfTrial } from '../../innovation/guards.ts'
import { asCredited } from '../credited.ts'
import { noIdea, whyNotTo } from '../refusals.ts'
import { addMove, lockIdea, readIdeas, updateIdea } from '../store.ts'

type Undecided = Refusal<'not_found' | 'version_moved' | 'idea_elsewhere' | 'idea_unsponsored' | 'experiment_running' | 'idea_unproved' | 'key_taken' | 'end_before_start' | 'unit_not_found' | 'start_blocked'>

/** To which state an outcome leads, and what the act is called in the history. */
const outcomes: Readonly<Record<IdeaDecision['outcome'], { readonly to: IdeaState; readonly act: string }>> = {
  incubate: { to: 'incubating', act: 'demand.incubate-idea' }, decline: { to: 'declined', act: 'demand.decline-idea' }, to_case: { to: 'to_case', act: 'demand.take-idea-to-case' }, reopen: { to: 'new', act: 'demand.reopen-idea' },
}

/** Says what becomes of an idea; everybody who is credited for it is told. Where it goes to a case it becomes an initiative under its name, and both keep the history. */
export function decideIdea(db: Db, actor: Actor, id: string, { version, outcome, words }: IdeaDecision, now: Date): Promise<Result<object, Undecided>> {
  const { to, act } = outcomes[outcome]
  return writeAs<Result<object, Undecided>>(db, actor, act, async (tx, record) => {
    const stored = await lockIdea(tx, id)
    if (!stored) return noIdea(id)
    const found = await expectVersion(tx, stored, { room: 'demand', kind: 'idea', id, version })
    if (!found.ok) return found
    const wrong = whyNotTo(to, stored) ?? (await whyNotOutOfTrial(tx, stored, to))
    if (wrong) return wrong
    const [at, said] = [now.toISOString(), words.trim()]
    let initiativeId: string | null = null
    if (to === 'to_case') {
      if (stored.sponsor === null) return refuse({ code: 'idea_unsponsored', values: { title: stored.title } })
      const added = await addInitiative(tx, record, actor, { name: stored.title, description: stored.problem, state: 'case', unitId: stored.unit_id, sponsor: stored.sponsor }, now)
      if (!added.ok) return added
      initiativeId = added.value
    }
    await updateIdea(tx, id, { state: to, duplicate_of: null, initiative_id: initiativeId, outcome: { by: actor.name, at, words: said }, ...(to === 'new' ? { levels: null } : {}) })
    await addMove(tx, actor, id, { to, words: said, at })
    await record({ room: 'demand', kind: 'idea', id, before: { state: stored.state }, after: { state: to, ...(initiativeId === null ? {} : { initiativeId }) }, why: said })
    await notify(tx, actor, { reason: 'idea_answered', to: creditOf(asCredited(stored), (await readIdeas(tx)).map(asCredited)).map(({ submitterId }) => submitterId), subject: { room: 'demand', kind: 'idea', id }, act, words: said })
    return ok({})
  })
}

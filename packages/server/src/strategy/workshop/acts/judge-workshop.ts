import type { Judgement } from '@throughline/contract/strategy'
import type { Refusal } from '@throughline/contract/wire'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { expectVersion, writeAs, type Actor, type Db, type Tx } from '../../../database/index.ts'
import { notify } from '../../../governance/index.ts'
import { judgedOf } from '../judging.ts'
import { keepJudgement, lockWorkshop, updateWorkshop, type StoredWorkshop } from '../store.ts'

type HandInRefused = Refusal<'not_found' | 'workshop_closed' | 'not_a_judge' | 'judgement_incomplete' | 'judgement_unsound' | 'judgement_inconsistent'>

/** Keeps what one person hands in. The history says that they judged, not what: others have yet to. The last one closes the workshop. */
export function handInJudgement(db: Db, actor: Actor, id: string, { judgement, insist = false }: { readonly judgement: Judgement; readonly insist?: boolean | undefined }, now: Date): Promise<Result<string, HandInRefused>> {
  return writeAs<Result<string, HandInRefused>>(db, actor, 'strategy.hand-in-judgement', async (tx, record) => {
    const workshop = await lockWorkshop(tx, id)
    if (!workshop) return refuse({ code: 'not_found', values: { what: 'workshop', id } })
    const own = workshop.judges.find(({ account_id }) => account_id === actor.accountId)
    if (!own) return refuse({ code: 'not_a_judge', values: { title: workshop.title } })
    if (workshop.state !== 'open') return refuse(closedAlready(workshop))
    const judged = judgedOf(workshop, judgement, insist)
    if (!judged.ok) return judged
    const at = now.toISOString()
    await keepJudgement(tx, own.id, judgement, at)
    const left = workshop.judges.filter((one) => one.judgement === null && one.id !== own.id).length
    await updateWorkshop(tx, id, left === 0 ? { state: 'closed', closed_at: at, closed_by: actor.name } : {})
    if (left === 0) await tellClosed(tx, actor, workshop)
    await record({ room: 'strategy', kind: 'workshop', id, before: { judged: own.judgement === null ? 'not yet' : 'handed in' }, after: { judged: `handed in by ${own.name}`, ...(left === 0 ? { state: 'closed' } : {}) } })
    return ok(id)
  })
}

type Closing = Refusal<'not_found' | 'version_moved' | 'workshop_closed' | 'nobody_judged'>

/** Closes a workshop before everybody has judged; the results say who is missing. */
export function closeWorkshop(db: Db, actor: Actor, id: string, version: number, now: Date): Promise<Result<string, Closing>> {
  return writeAs<Result<string, Closing>>(db, actor, 'strategy.close-workshop', async (tx, record) => {
    const found = await expectVersion(tx, await lockWorkshop(tx, id), { room: 'strategy', kind: 'workshop', id, version })
    if (!found.ok) return found
    if (found.value.state !== 'open') return refuse(closedAlready(found.value))
    if (found.value.judges.every(({ judgement }) => judgement === null)) return refuse({ code: 'nobody_judged', values: { title: found.value.title } })
    const missing = found.value.judges.filter(({ judgement }) => judgement === null).map(({ name }) => name)
    await updateWorkshop(tx, id, { state: 'closed', closed_at: now.toISOString(), closed_by: actor.name, closed_early: true })
    await tellClosed(tx, actor, found.value)
    await record({ room: 'strategy', kind: 'workshop', id, before: { state: 'open' }, after: { state: 'closed', missing } })
    return ok(id)
  })
}

type Cancelling = Refusal<'not_found' | 'version_moved' | 'workshop_closed'>

/** Calls a workshop off that is not decided; it stays in the history. */
export function cancelWorkshop(db: Db, actor: Actor, id: string, now: Date): Promise<Result<object, Cancelling>> {
  return writeAs<Result<object, Cancelling>>(db, actor, 'strategy.cancel-workshop', async (tx, record) => {
    const workshop = await lockWorkshop(tx, id)
    if (!workshop) return refuse({ code: 'not_found', values: { what: 'workshop', id } })
    if (workshop.state === 'decided') return refuse(closedAlready(workshop))
    await updateWorkshop(tx, id, { removed_at: now.toISOString() })
    await record({ room: 'strategy', kind: 'workshop', id, before: { title: workshop.title, state: workshop.state }, after: null })
    return ok({})
  })
}

/** All who were invited hear that the results are there. */
const tellClosed = (tx: Tx, actor: Actor, { id, judges }: StoredWorkshop): Promise<void> =>
  notify(tx, actor, { reason: 'workshop_closed', to: judges.map(({ account_id }) => account_id), subject: { room: 'strategy', kind: 'workshop', id }, act: 'strategy.close-workshop' })

/** What a workshop is refused with that has another round after it. */
export const followedAlready = ({ title }: Pick<StoredWorkshop, 'title'>, { opened_by: by }: { readonly opened_by: string }): Refusal<'workshop_closed'> => ({ code: 'workshop_closed', values: { title, state: 'followed by another round', by } })

/** What a workshop that is over is refused with. */
export const closedAlready = ({ title, state, closed_by: by }: StoredWorkshop): Refusal<'workshop_closed'> => ({ code: 'workshop_closed', values: { title, state, by: by ?? 'somebody' } })

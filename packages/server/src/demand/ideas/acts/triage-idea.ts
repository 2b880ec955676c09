import type { IdeaTriage } from '@throughline/contract/demand'
import type { Refusal } from '@throughline/contract/wire'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { expectVersion, writeAs, type Actor, type Db } from '../../../database/index.ts'
import { notify } from '../../../governance/index.ts'
import { readMembers } from '../../../people/index.ts'
import { noIdea, whyNotTo } from '../refusals.ts'
import { addMove, lockIdea, updateIdea } from '../store.ts'

type Untriaged = Refusal<'not_found' | 'version_moved' | 'idea_elsewhere'>

/** Judges an idea at first sight, and says who sponsors it. One that is tried out keeps being so; the sponsor is told, once. */
export function triageIdea(db: Db, actor: Actor, id: string, { version, levels, sponsorId }: IdeaTriage, now: Date): Promise<Result<object, Untriaged>> {
  return writeAs<Result<object, Untriaged>>(db, actor, 'demand.triage-idea', async (tx, record) => {
    const stored = await lockIdea(tx, id)
    if (!stored) return noIdea(id)
    const found = await expectVersion(tx, stored, { room: 'demand', kind: 'idea', id, version })
    if (!found.ok) return found
    const elsewhere = whyNotTo('triaged', stored)
    if (elsewhere) return elsewhere
    const sponsor = sponsorId === undefined ? stored.sponsor : sponsorId === null ? null : (await readMembers(tx)).find((one) => one.id === sponsorId && !one.service)?.name
    if (sponsor === undefined) return refuse({ code: 'not_found', values: { what: 'member', id: sponsorId ?? '' } })
    const state = stored.state === 'new' ? 'triaged' : stored.state
    const set = { levels, state, sponsor, sponsor_id: sponsorId === undefined ? stored.sponsor_id : sponsorId }
    await updateIdea(tx, id, set)
    if (state !== stored.state) await addMove(tx, actor, id, { to: state, words: '', at: now.toISOString() })
    await record({ room: 'demand', kind: 'idea', id, before: { state: stored.state, ...stored.levels, sponsor: stored.sponsor }, after: { state, ...levels, sponsor } })
    if (set.sponsor_id !== null && set.sponsor_id !== stored.sponsor_id) await notify(tx, actor, { reason: 'idea_given', to: [set.sponsor_id], subject: { room: 'demand', kind: 'idea', id }, act: 'demand.triage-idea', words: stored.title })
    return ok({})
  })
}

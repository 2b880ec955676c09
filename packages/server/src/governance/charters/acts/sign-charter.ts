import type { CharterSignature } from '@throughline/contract/governance'
import type { Refusal } from '@throughline/contract/wire'
import { addMonths } from '@throughline/engine/capacity'
import { accountableFault, charterHolds, charterOverlaps, unfoundedCriteria } from '@throughline/engine/governance'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { expectVersion, newId, writeAs, type Actor, type Db } from '../../../database/index.ts'
import { readUnits } from '../../../people/index.ts'
import { whyEnded } from '../refusals.ts'
import { factsOf, standingsOf } from '../standing.ts'
import { insertCharterEdition, lockCharter, readCharterEditions, readCharters, updateCharter } from '../store.ts'
import { textOf } from '../text.ts'

type Moved = Refusal<'not_found' | 'version_moved' | 'charter_ended'>
type Unsigned = Moved | Refusal<'accountable_not_one' | 'accountable_elsewhere' | 'renewal_unfounded' | 'term_unsound'>

/** No charter is signed for longer: whoever needs a body shows it anew. */
const longestMonths = 60

/** Signs what stands in writing as the next edition, until a day. By default it expires then: a renewal shows each criterion of the edition before to be met. */
export function signCharter(db: Db, actor: Actor, id: string, { version, expiresOn, words: given, findings: shown = [] }: CharterSignature, now: Date): Promise<Result<object, Unsigned>> {
  return writeAs<Result<object, Unsigned>>(db, actor, 'governance.sign-charter', async (tx, record) => {
    const stored = await lockCharter(tx, id)
    const ended = stored && whyEnded(stored)
    if (ended) return ended
    const found = await expectVersion(tx, stored, { room: 'governance', kind: 'charter', id, version })
    if (!found.ok) return found
    const [today, said] = [now.toISOString().slice(0, 10), textOf(found.value.said)]
    const latest = addMonths(today, longestMonths)
    if (expiresOn <= today || expiresOn > latest) return refuse({ code: 'term_unsound', values: { found: expiresOn, expected: `a day after ${today}, up to ${latest}` } })
    const units = await readUnits(tx)
    const fault = accountableFault(said.rows, units)
    if (fault) return refuse({ code: 'accountable_not_one', values: { subject: fault.subject, found: fault.parties.join(', ') || 'nobody' } })
    const standings = standingsOf(await readCharters(tx), await readCharterEditions(tx), today)
    const others = standings.filter(({ charter, state }) => charter.id !== id && charterHolds(state)).flatMap((one) => factsOf(one) ?? [])
    const conflict = charterOverlaps([{ id, body: said.body, rows: said.rows }, ...others], units).find((one) => one.conflict && one.charterIds.includes(id))
    if (conflict) return refuse({ code: 'accountable_elsewhere', values: { subject: conflict.subject, body: conflict.bodies[1] } })
    const last = standings.find(({ charter }) => charter.id === id)?.editions[0]
    const unfounded = last ? unfoundedCriteria(last.said.criteria, shown)[0] : undefined
    if (unfounded !== undefined) return refuse({ code: 'renewal_unfounded', values: { body: said.body, criterion: unfounded } })
    const [no, words] = [(last?.no ?? 0) + 1, given.trim()]
    const findings = shown.map(({ criterion, met, evidence }) => ({ criterion: criterion.trim(), met, evidence: evidence.trim() }))
    await insertCharterEdition(tx, { org_id: actor.orgId, id: newId(), charter_id: id, no, said, expires_on: expiresOn, findings, words, signed_by: actor.name, signed_at: now.toISOString() })
    await updateCharter(tx, id, {})
    await record({ room: 'governance', kind: 'charter', id, before: { edition: last?.no ?? null, expiresOn: last?.expires_on ?? null }, after: { edition: no, expiresOn, ...said, findings }, why: words })
    return ok({})
  })
}

/** Ends a charter before its day: the body stands on nothing any more. */
export function endCharter(db: Db, actor: Actor, id: string, { version, reason }: { readonly version: number; readonly reason: string }, now: Date): Promise<Result<object, Moved>> {
  return writeAs<Result<object, Moved>>(db, actor, 'governance.end-charter', async (tx, record) => {
    const stored = await lockCharter(tx, id)
    const ended = stored && whyEnded(stored)
    if (ended) return ended
    const found = await expectVersion(tx, stored, { room: 'governance', kind: 'charter', id, version })
    if (!found.ok) return found
    await updateCharter(tx, id, { ended_at: now.toISOString(), ended_by: actor.name, ended_because: reason.trim() })
    await record({ room: 'governance', kind: 'charter', id, before: { ended: null }, after: { ended: now.toISOString().slice(0, 10) }, why: reason.trim() })
    return ok({})
  })
}

import type { AgreedContingency, DeliveryRefusal, NewDrawdown } from '@throughline/contract/delivery'
import type { Refusal } from '@throughline/contract/wire'
import { contingencyFaults, type RegisterFault } from '@throughline/engine/delivery'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { expectVersion, newId, writeAs, type Actor, type Db, type Tx } from '../../../database/index.ts'
import { lockInitiative } from '../../../demand/index.ts'
import { notThere, whyBlind, whyUnsound } from '../refusals.ts'
import { insertContingency, insertDrawdown, readContingencies, readDrawdown, readDrawdowns, readIssueRecord, readRiskRecord, updateContingency } from '../store.ts'

type Wrong = DeliveryRefusal | Refusal<'not_found' | 'version_moved' | 'amounts_withheld'>
type Clock = { readonly now: Date; readonly today: string }
/** The initiative that an act was about. */
type Kept = Promise<Result<string, Wrong>>

/** Agrees on what an initiative keeps for its risks, for the first time or anew. */
export function agreeContingency(db: Db, actor: Actor, initiativeId: string, given: AgreedContingency, today: string): Kept {
  return writeAs<Awaited<Kept>>(db, actor, 'delivery.agree-contingency', async (tx, record) => {
    if (!(await lockInitiative(tx, initiativeId))) return notThere('initiative', initiativeId)
    const [standing] = await readContingencies(tx, initiativeId)
    const refusal = whyBlind(actor, [given]) ?? whyUnsound(contingencyFaults({ agreedMinor: BigInt(given.agreedMinor), agreedOn: given.agreedOn }, today))
    if (refusal) return refusal
    const said = { agreed_minor: given.agreedMinor, agreed_on: given.agreedOn, words: given.words.trim() }
    const after = { agreedMinor: given.agreedMinor, agreedOn: given.agreedOn, note: said.words }
    // Where somebody else agreed on one first, this one was not seen: its version is another than none.
    if (standing || given.version !== null) {
      const found = await expectVersion(tx, standing, { room: 'delivery', kind: 'contingency', id: standing?.id ?? initiativeId, version: given.version ?? 0 })
      if (!found.ok) return found
      await updateContingency(tx, found.value.id, said)
      await record({ room: 'delivery', kind: 'contingency', id: found.value.id, before: { agreedMinor: found.value.agreed_minor, agreedOn: found.value.agreed_on, note: found.value.words }, after })
      return ok(initiativeId)
    }
    const id = newId()
    await insertContingency(tx, { org_id: actor.orgId, id, initiative_id: initiativeId, ...said })
    await record({ room: 'delivery', kind: 'contingency', id, before: null, after })
    return ok(initiativeId)
  })
}

/** Records what was drawn of a contingency. That it is more than was agreed is a finding and no reason to keep silent about it. */
export function drawContingency(db: Db, actor: Actor, initiativeId: string, given: NewDrawdown, { now, today }: Clock): Kept {
  return writeAs<Awaited<Kept>>(db, actor, 'delivery.draw-contingency', async (tx, record) => {
    if (!(await lockInitiative(tx, initiativeId))) return notThere('initiative', initiativeId)
    const named = await nameOf(tx, initiativeId, given.for)
    const refusal = whyBlind(actor, [given]) ?? whyUnsound([
      ...(BigInt(given.amountMinor) > 0n ? [] : [{ field: 'amountMinor', found: 'no amount above 0', expected: 'what was drawn; what was drawn by mistake is taken back' }]),
      ...(given.on > today ? [{ field: 'on', found: given.on, expected: `a day until ${today}` }] : []),
      ...((await readContingencies(tx, initiativeId)).length > 0 ? [] : [{ field: 'contingency', found: 'none', expected: 'a contingency that was agreed before anything is drawn of it' }]),
      ...(typeof named === 'object' && named !== null ? [named] : []),
    ])
    if (refusal) return refusal
    const id = newId()
    await insertDrawdown(tx, { org_id: actor.orgId, id, initiative_id: initiativeId, on_day: given.on, amount_minor: given.amountMinor, for_kind: given.for?.kind ?? null, for_id: given.for?.id ?? null, words: given.words.trim(), reverses_id: null, drawn_by: actor.name, drawn_at: now.toISOString() })
    await record({ room: 'delivery', kind: 'drawdown', id, before: null, after: { drawnOn: given.on, amountMinor: given.amountMinor, drawnFor: named, note: given.words.trim() } })
    return ok(initiativeId)
  })
}

/** Takes a drawdown back by an entry of its own: what was drawn stays in the record. */
export function reverseDrawdown(db: Db, actor: Actor, id: string, reason: string, { now, today }: Clock): Kept {
  return writeAs<Awaited<Kept>>(db, actor, 'delivery.reverse-drawdown', async (tx, record) => {
    const found = await readDrawdown(tx, id)
    if (!found) return notThere('drawdown', id)
    const blind = whyBlind(actor, [{ amountMinor: found.amount_minor }])
    if (blind) return blind
    if (found.reverses_id !== null) return refuse({ code: 'drawdown_reversed', values: { what: 'entry', found: 'it takes one back itself' } })
    const other = (await readDrawdowns(tx, found.initiative_id)).find(({ reverses_id }) => reverses_id === id)
    if (other) return refuse({ code: 'drawdown_reversed', values: { what: 'drawdown', found: `${other.drawn_by} took it back on ${other.on_day}` } })
    const [own, amount] = [newId(), (-BigInt(found.amount_minor)).toString()]
    await insertDrawdown(tx, { org_id: actor.orgId, id: own, initiative_id: found.initiative_id, on_day: today, amount_minor: amount, for_kind: found.for_kind, for_id: found.for_id, words: reason.trim(), reverses_id: id, drawn_by: actor.name, drawn_at: now.toISOString() })
    await record({ room: 'delivery', kind: 'drawdown', id: own, before: null, after: { drawnOn: today, amountMinor: amount, takesBack: found.on_day }, why: reason.trim() })
    return ok(found.initiative_id)
  })
}

/** What a drawdown was for by its name, or why it cannot be that. */
async function nameOf(tx: Tx, initiativeId: string, given: NewDrawdown['for']): Promise<string | null | RegisterFault> {
  if (given === null) return null
  const found = given.kind === 'risk' ? await readRiskRecord(tx, given.id) : await readIssueRecord(tx, given.id)
  return found?.initiative_id === initiativeId ? `${found.key} ${found.title}` : { field: 'for', found: `the ${given.kind} ${given.id}`, expected: `${given.kind === 'risk' ? 'a risk' : 'an issue'} of this initiative` }
}

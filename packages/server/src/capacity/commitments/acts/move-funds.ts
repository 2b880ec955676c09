import type { FundsRelease, FundsTransfer } from '@throughline/contract/capacity'
import type { Refusal } from '@throughline/contract/wire'
import { shortageOf, type FundingMove } from '@throughline/engine/capacity'
import { fiscalYearLabel, ok, refuse, type Result } from '@throughline/engine/kernel'
import { expectVersion, newId, writeAs, type Actor, type Db, type Tx } from '../../../database/index.ts'
import { lockOrganisation } from '../../../people/index.ts'
import { oneOf, shortRefusal, whyNotInPlan } from '../guards.ts'
import { factsOf } from '../ledger.ts'
import { tellLess } from '../told.ts'
import { askersOf, insertEntries, lockEnvelopes, readHeld, updateEnvelope, type StoredEnvelope } from '../store/funds.ts'

type Unreleased = Refusal<'not_found' | 'version_moved' | 'commitment_exceeds' | 'envelope_short'>
type Untransferred = Unreleased | Refusal<'capacity_unknown' | 'not_in_plan' | 'span_wrong'>

/** Releases funds that an initiative holds, also one that has left the plan; those who asked for them are told. */
export function releaseFunds(db: Db, actor: Actor, id: string, { version, initiativeId, amountMinor, reason }: FundsRelease, now: Date): Promise<Result<object, Refusal<'not_found' | 'version_moved' | 'commitment_exceeds'>>> {
  return writeAs<Result<object, Refusal<'not_found' | 'version_moved' | 'commitment_exceeds'>>>(db, actor, 'capacity.release-funds', async (tx, record) => {
    const envelopes = await lockEnvelopes(tx, [id])
    const found = await expectVersion(tx, envelopes[0], { room: 'capacity', kind: 'budget_envelope', id, version })
    if (!found.ok) return found
    const moves = [{ envelopeId: id, initiativeId, amountMinor: -BigInt(amountMinor) }]
    const short = await whyShort(tx, envelopes, moves)
    if (short) return short as { readonly ok: false; readonly refusal: Refusal<'commitment_exceeds'> }
    await write(tx, actor, { kind: 'release', moves, transferId: null, reason: reason.trim(), at: now.toISOString() })
    await updateEnvelope(tx, id, {})
    await record({ room: 'capacity', kind: 'budget_envelope', id, before: { releasedMinor: null }, after: { releasedMinor: amountMinor, initiativeId }, why: reason.trim() })
    await tellLess(tx, actor, await askersOf(tx, id, initiativeId), { initiativeId, act: 'capacity.release-funds', words: `Released of ${found.value.name}: ${reason.trim()}` })
    return ok({})
  })
}

/** Transfers funds to another initiative or another envelope of the same fiscal year: what one gives up and the other gets stand in one transaction. */
export function transferFunds(db: Db, actor: Actor, id: string, { version, initiativeId, toEnvelopeId, toInitiativeId, amountMinor, reason }: FundsTransfer, now: Date): Promise<Result<object, Untransferred>> {
  return writeAs<Result<object, Untransferred>>(db, actor, 'capacity.transfer-funds', async (tx, record) => {
    const { calendar } = await lockOrganisation(tx)
    const envelopes = await lockEnvelopes(tx, [id, toEnvelopeId])
    const found = await expectVersion(tx, envelopes.find((one) => one.id === id), { room: 'capacity', kind: 'budget_envelope', id, version })
    if (!found.ok) return found
    if (!envelopes.some((one) => one.id === toEnvelopeId)) return refuse({ code: 'capacity_unknown', values: { what: 'envelope', id: toEnvelopeId } })
    const [from, to] = [found.value, oneOf(envelopes, toEnvelopeId)]
    if (from.year !== to.year) return refuse({ code: 'span_wrong', values: { what: 'The envelope to transfer to', found: `one of ${fiscalYearLabel(calendar, to.year)}`, expected: `one of ${fiscalYearLabel(calendar, from.year)}` } })
    if (id === toEnvelopeId && initiativeId === toInitiativeId) return refuse({ code: 'span_wrong', values: { what: 'Where it goes', found: 'where it comes from', expected: 'another initiative or another envelope' } })
    const wrong = await whyNotInPlan(tx, toInitiativeId)
    if (wrong) return wrong
    const moves = [{ envelopeId: id, initiativeId, amountMinor: -BigInt(amountMinor) }, { envelopeId: toEnvelopeId, initiativeId: toInitiativeId, amountMinor: BigInt(amountMinor) }]
    const short = await whyShort(tx, envelopes, moves)
    if (short) return short
    await write(tx, actor, { kind: 'transfer', moves, transferId: newId(), reason: reason.trim(), at: now.toISOString() })
    for (const one of envelopes) await updateEnvelope(tx, one.id, {})
    await record(...envelopes.map((one) => ({ room: 'capacity', kind: 'budget_envelope', id: one.id, before: { transferredMinor: null }, after: { transferredMinor: amountMinor, from: from.name, initiativeId, to: to.name, toInitiativeId }, why: reason.trim() })))
    if (initiativeId !== toInitiativeId) await tellLess(tx, actor, await askersOf(tx, id, initiativeId), { initiativeId, act: 'capacity.transfer-funds', words: `Transferred from ${from.name} to another initiative: ${reason.trim()}` })
    return ok({})
  })
}

async function whyShort(tx: Tx, envelopes: readonly StoredEnvelope[], moves: readonly FundingMove[]) {
  const { currency } = await lockOrganisation(tx)
  const short = shortageOf(envelopes.map(factsOf), await readHeld(tx, envelopes.map(({ id }) => id)), moves)
  return short && shortRefusal(short, envelopes, currency)
}

type Writing = { readonly kind: 'release' | 'transfer'; readonly moves: readonly FundingMove[]; readonly transferId: string | null; readonly reason: string; readonly at: string }
const write = (tx: Tx, actor: Actor, { kind, moves, transferId, reason, at }: Writing) =>
  insertEntries(tx, moves.map(({ envelopeId, initiativeId, amountMinor }) => ({ org_id: actor.orgId, id: newId(), kind, envelope_id: envelopeId, initiative_id: initiativeId, amount_minor: amountMinor.toString(), transfer_id: transferId, reason, recorded_by: actor.name, recorded_at: at })))

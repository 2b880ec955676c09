import type { FundingAnswer, NewFundingRequest } from '@throughline/contract/capacity'
import type { Refusal } from '@throughline/contract/wire'
import { shortageOf } from '@throughline/engine/capacity'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { expectVersion, newId, writeAs, type Actor, type Db, type Tx } from '../../../database/index.ts'
import { lockInitiative } from '../../../demand/index.ts'
import { lockOrganisation } from '../../../people/index.ts'
import { factsOf } from '../ledger.ts'
import { shortRefusal, whyNotInPlan, whyOwn } from '../guards.ts'
import { insertEntries, insertFunding, lockEnvelopes, lockFunding, readHeld, updateFunding, type StoredFunding } from '../store/funds.ts'
import { amountText } from '../../../starts/index.ts'
import { tellAnswered, tellAsked } from '../told.ts'

type Unasked = Refusal<'not_found' | 'not_in_plan' | 'capacity_unknown'>
type Unanswered = Refusal<'not_found' | 'version_moved' | 'not_in_plan' | 'commitment_over' | 'commitment_own' | 'commitment_exceeds' | 'envelope_short'>

/** Asks for funds of an envelope for an initiative of the plan of record; who can commit them is told. */
export function askForFunds(db: Db, actor: Actor, { envelopeId, initiativeId, amountMinor, words }: NewFundingRequest, now: Date): Promise<Result<object, Unasked>> {
  return writeAs<Result<object, Unasked>>(db, actor, 'capacity.ask-for-funds', async (tx, record) => {
    const wrong = await whyNotInPlan(tx, initiativeId)
    if (wrong) return wrong
    const [envelope] = await lockEnvelopes(tx, [envelopeId])
    if (!envelope) return refuse({ code: 'capacity_unknown', values: { what: 'envelope', id: envelopeId } })
    const id = newId()
    await insertFunding(tx, { org_id: actor.orgId, id, envelope_id: envelopeId, initiative_id: initiativeId, amount_minor: amountMinor, words: words.trim(), asked_by_id: actor.accountId, asked_by: actor.name, asked_at: now.toISOString() })
    await record({ room: 'capacity', kind: 'funding_request', id, before: null, after: { envelope: envelope.name, initiativeId, amountMinor, words: words.trim() } })
    await tellAsked(tx, actor, { kind: 'funding_request', id, act: 'capacity.ask-for-funds', words: [envelope.name, words.trim()].filter(Boolean).join(': ') }, { role: 'finance', permission: 'verify_value', besides: [envelope.owner_id], now })
    return ok({})
  })
}

/** Commits what was asked for, all or a part of it, or declines it; whoever asked is told. What is free of the envelope is read while it is held, so that two who commit at once never overdraw it. */
export function answerFunding(db: Db, actor: Actor, id: string, { version, answer }: FundingAnswer, now: Date): Promise<Result<object, Unanswered>> {
  return writeAs<Result<object, Unanswered>>(db, actor, 'capacity.answer-funding', async (tx, record) => {
    const found = await waiting(tx, id, version)
    if (!found.ok) return found
    const own = await whyOwn(tx, actor, found.value.asked_by_id, 'verify_value')
    if (own) return own
    const at = now.toISOString()
    if (answer.kind === 'decline') {
      await updateFunding(tx, id, { state: 'declined', answer: { by: actor.name, at, words: answer.reason.trim() } })
      await record({ room: 'capacity', kind: 'funding_request', id, before: { state: 'waiting' }, after: { state: 'declined' }, why: answer.reason.trim() })
      await tellAnswered(tx, actor, found.value.asked_by_id, { kind: 'funding_request', id, act: 'capacity.answer-funding', words: `Declined: ${answer.reason.trim()}` })
      return ok({})
    }
    const refusal = await commit({ tx, actor, at }, found.value, answer)
    if (refusal) return refusal
    await updateFunding(tx, id, { state: 'committed', committed_minor: answer.amountMinor, answer: { by: actor.name, at, words: answer.reason.trim() } })
    await record({ room: 'capacity', kind: 'funding_request', id, before: { state: 'waiting' }, after: { state: 'committed', committedMinor: answer.amountMinor }, why: answer.reason.trim() })
    const part = BigInt(answer.amountMinor) < BigInt(found.value.amount_minor) ? 'A part is committed' : 'Committed'
    await tellAnswered(tx, actor, found.value.asked_by_id, { kind: 'funding_request', id, act: 'capacity.answer-funding', words: [part, answer.reason.trim()].filter(Boolean).join(': ') })
    return ok({})
  })
}

async function commit({ tx, actor, at }: { readonly tx: Tx; readonly actor: Actor; readonly at: string }, { envelope_id, initiative_id, amount_minor, words }: StoredFunding, { amountMinor, reason }: { readonly amountMinor: string; readonly reason: string }) {
  const wrong = await whyNotInPlan(tx, initiative_id)
  if (wrong) return wrong
  await lockInitiative(tx, initiative_id)
  const { currency } = await lockOrganisation(tx)
  if (BigInt(amountMinor) > BigInt(amount_minor)) return refuse({ code: 'commitment_exceeds', values: { what: 'Committed of what was asked', found: amountText(BigInt(amountMinor), currency), expected: amountText(BigInt(amount_minor), currency) } } as const)
  const envelopes = await lockEnvelopes(tx, [envelope_id])
  const short = shortageOf(envelopes.map(factsOf), await readHeld(tx, [envelope_id]), [{ envelopeId: envelope_id, initiativeId: initiative_id, amountMinor: BigInt(amountMinor) }])
  if (short) return shortRefusal(short, envelopes, currency)
  await insertEntries(tx, [{ org_id: actor.orgId, id: newId(), kind: 'commitment', envelope_id, initiative_id, amount_minor: amountMinor, transfer_id: null, reason: reason.trim() || words, recorded_by: actor.name, recorded_at: at }])
  return undefined
}

/** Withdraws what was asked for before it is answered: whoever asked for it. */
export function withdrawFunding(db: Db, actor: Actor, id: string, { version, reason }: { readonly version: number; readonly reason: string }, now: Date): Promise<Result<object, Refusal<'not_found' | 'version_moved' | 'commitment_over' | 'commitment_not_yours'>>> {
  return writeAs<Result<object, Refusal<'not_found' | 'version_moved' | 'commitment_over' | 'commitment_not_yours'>>>(db, actor, 'capacity.withdraw-funding', async (tx, record) => {
    const found = await waiting(tx, id, version)
    if (!found.ok) return found
    if (found.value.asked_by_id !== actor.accountId) return refuse({ code: 'commitment_not_yours', values: { what: 'What waits', owner: found.value.asked_by, expected: 'Decline it instead, where you may commit funds.' } })
    await updateFunding(tx, id, { state: 'withdrawn', answer: { by: actor.name, at: now.toISOString(), words: reason.trim() } })
    await record({ room: 'capacity', kind: 'funding_request', id, before: { state: 'waiting' }, after: { state: 'withdrawn' }, why: reason.trim() })
    return ok({})
  })
}

/** A request in the version that was seen, provided that it waits for its answer. */
async function waiting(tx: Tx, id: string, version: number): Promise<Result<StoredFunding, Refusal<'not_found' | 'version_moved' | 'commitment_over'>>> {
  const row = await lockFunding(tx, id)
  if (row && row.state !== 'waiting') return refuse({ code: 'commitment_over', values: { what: 'The request for funds', found: row.state, expected: 'waiting for its answer' } })
  return expectVersion(tx, row, { room: 'capacity', kind: 'funding_request', id, version })
}

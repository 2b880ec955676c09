import type { NewStaffingRequest, StaffingAnswer } from '@throughline/contract/capacity'
import type { Refusal } from '@throughline/contract/wire'
import { hundredthsOf, quantityText } from '@throughline/engine/capacity'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { expectVersion, newId, writeAs, type Actor, type Db, type Tx } from '../../../database/index.ts'
import { lockOrganisation, may } from '../../../people/index.ts'
import { lockPool, readPool } from '../../store/pools.ts'
import { whyNotInPlan, whyOwn, whySupplyShort } from '../guards.ts'
import { tellAnswered, tellAsked } from '../told.ts'
import { insertStaffing, lockStaffing, updateStaffing, type StoredStaffing } from '../store/people.ts'

type Unasked = Refusal<'not_found' | 'not_in_plan' | 'capacity_unknown' | 'span_wrong'>
type Unanswered = Refusal<'not_found' | 'version_moved' | 'not_in_plan' | 'commitment_over' | 'commitment_own' | 'commitment_exceeds' | 'supply_short' | 'capacity_unknown'>

/** Asks for people of a pool for an initiative of the plan of record, by a skill that the pool has or by none; who can commit them is told. */
export function askForPeople(db: Db, actor: Actor, { initiativeId, poolId, skill = null, from, to, quantity, words }: NewStaffingRequest, now: Date): Promise<Result<object, Unasked>> {
  return writeAs<Result<object, Unasked>>(db, actor, 'capacity.ask-for-people', async (tx, record) => {
    const wrong = await whyNotInPlan(tx, initiativeId)
    if (wrong) return wrong
    const pool = await readPool(tx, poolId)
    if (!pool) return refuse({ code: 'capacity_unknown', values: { what: 'pool', id: poolId } })
    if (skill !== null && !pool.skills.includes(skill)) return refuse({ code: 'span_wrong', values: { what: 'The skill', found: skill, expected: pool.skills.length > 0 ? `one that ${pool.name} has: ${pool.skills.join(', ')}` : `none, for ${pool.name} has none recorded` } })
    if (to <= from) return refuse({ code: 'span_wrong', values: { what: 'The first day after it', found: to, expected: `a day after ${from}` } })
    if (Number(to.slice(0, 4)) - Number(from.slice(0, 4)) > 10) return refuse({ code: 'span_wrong', values: { what: 'The stretch', found: `${from} to ${to}`, expected: 'ten years at most' } })
    const id = newId()
    await insertStaffing(tx, { org_id: actor.orgId, id, initiative_id: initiativeId, pool_id: poolId, skill, from_on: from, to_on: to, hundredths: String(hundredthsOf(quantity) ?? 0n), words: words.trim(), asked_by_id: actor.accountId, asked_by: actor.name, asked_at: now.toISOString() })
    await record({ room: 'capacity', kind: 'staffing_request', id, before: null, after: { pool: pool.name, initiativeId, skill, from, to, quantity, words: words.trim() } })
    await tellAsked(tx, actor, { kind: 'staffing_request', id, act: 'capacity.ask-for-people', words: [`${pool.name}, ${from} to ${to}`, words.trim()].filter(Boolean).join(': ') }, { role: 'resource_manager', permission: 'edit_capacity', unitId: pool.unit_id, now })
    return ok({})
  })
}

/** Commits people that were asked for, all or a part of them, or declines; whoever asked is told. The supply of the pool is read while it is held, period by period. */
export function answerStaffing(db: Db, actor: Actor, id: string, { version, answer }: StaffingAnswer, now: Date): Promise<Result<object, Unanswered>> {
  return writeAs<Result<object, Unanswered>>(db, actor, 'capacity.answer-staffing', async (tx, record) => {
    const found = await inState(tx, id, version, ['waiting'])
    if (!found.ok) return found
    const own = await whyOwn(tx, actor, found.value.asked_by_id, 'edit_capacity')
    if (own) return own
    const said = { by: actor.name, at: now.toISOString(), words: answer.reason.trim() }
    if (answer.kind === 'decline') {
      await updateStaffing(tx, id, { state: 'declined', answer: said })
      await record({ room: 'capacity', kind: 'staffing_request', id, before: { state: 'waiting' }, after: { state: 'declined' }, why: said.words })
      await tellAnswered(tx, actor, found.value.asked_by_id, { kind: 'staffing_request', id, act: 'capacity.answer-staffing', words: `Declined: ${said.words}` })
      return ok({})
    }
    const hundredths = hundredthsOf(answer.quantity) ?? 0n
    const refusal = await whyNotCommitted(tx, found.value, hundredths)
    if (refusal) return refusal
    await updateStaffing(tx, id, { state: 'committed', committed_hundredths: hundredths.toString(), answer: said })
    await record({ room: 'capacity', kind: 'staffing_request', id, before: { state: 'waiting' }, after: { state: 'committed', committed: quantityText(hundredths) }, why: said.words })
    const part = hundredths < BigInt(found.value.hundredths) ? `${quantityText(hundredths)} of ${quantityText(BigInt(found.value.hundredths))} committed` : 'Committed'
    await tellAnswered(tx, actor, found.value.asked_by_id, { kind: 'staffing_request', id, act: 'capacity.answer-staffing', words: [part, said.words].filter(Boolean).join(': ') })
    return ok({})
  })
}

async function whyNotCommitted(tx: Tx, { initiative_id, pool_id, from_on, to_on, hundredths: asked }: StoredStaffing, hundredths: bigint) {
  const wrong = await whyNotInPlan(tx, initiative_id)
  if (wrong) return wrong
  if (hundredths > BigInt(asked)) return refuse({ code: 'commitment_exceeds', values: { what: 'Committed of what was asked', found: quantityText(hundredths), expected: quantityText(BigInt(asked)) } } as const)
  await lockOrganisation(tx)
  await lockPool(tx, pool_id)
  return whySupplyShort(tx, pool_id, { from: from_on, to: to_on, amount: hundredths })
}

type Unended = Refusal<'not_found' | 'version_moved' | 'commitment_over' | 'commitment_not_yours'>

/** Withdraws what waits, by whoever asked for it, or releases what is committed, by who plans capacity; then whoever asked is told. */
export function endStaffing(db: Db, actor: Actor, id: string, { version, reason }: { readonly version: number; readonly reason: string }, now: Date): Promise<Result<object, Unended>> {
  return writeAs<Result<object, Unended>>(db, actor, 'capacity.end-staffing', async (tx, record) => {
    const found = await inState(tx, id, version, ['waiting', 'committed'])
    if (!found.ok) return found
    const { state: before, asked_by_id, asked_by } = found.value
    const mayEnd = before === 'waiting' ? asked_by_id === actor.accountId : may(actor, 'edit_capacity')
    if (!mayEnd) return refuse({ code: 'commitment_not_yours', values: { what: before === 'waiting' ? 'What waits' : 'What is committed', owner: asked_by, expected: before === 'waiting' ? 'Decline it instead, where you may plan capacity.' : 'Who plans capacity releases it.' } })
    const state = before === 'waiting' ? 'withdrawn' : 'released'
    await updateStaffing(tx, id, { state, answer: { by: actor.name, at: now.toISOString(), words: reason.trim() } })
    await record({ room: 'capacity', kind: 'staffing_request', id, before: { state: before }, after: { state }, why: reason.trim() })
    if (state === 'released') await tellAnswered(tx, actor, asked_by_id, { kind: 'staffing_request', id, act: 'capacity.end-staffing', words: `Released: ${reason.trim()}` })
    return ok({})
  })
}

async function inState(tx: Tx, id: string, version: number, states: readonly StoredStaffing['state'][]): Promise<Result<StoredStaffing, Refusal<'not_found' | 'version_moved' | 'commitment_over'>>> {
  const row = await lockStaffing(tx, id)
  if (row && !states.includes(row.state)) return refuse({ code: 'commitment_over', values: { what: 'The request for people', found: row.state, expected: states.length > 1 ? 'waiting for its answer, or committed' : 'waiting for its answer' } })
  return expectVersion(tx, row, { room: 'capacity', kind: 'staffing_request', id, version })
}

import { startConditions, startStates } from '@throughline/engine/capacity'
import { Type, type Static } from 'typebox'
import { InitiativeState } from '../demand/schemas.ts'
import { CivilDate, Empty, ExplainedMoney, Explanation, Id, IdParams, Instant, LongText, MoneyMetric, Named, Nullable, OneOf, route, Seen, ShortText, Version } from '../wire/index.ts'
import { PlanPeriod, PoolUnit, Quantity } from './schemas.ts'

const Said = Type.Object({ by: Type.String(), at: Instant, words: Type.String() })
const Year = Type.Integer({ minimum: 1900, maximum: 2299, description: 'Fiscal year, named by the calendar year in which it begins' })
/** More than nothing, in minor units of the organisation’s currency. */
const SomeMinor = Type.String({ pattern: '^[1-9][0-9]{0,16}$', description: 'Whole minor units of the organisation’s currency, more than 0' })
const SomeQuantity = Type.Unsafe<string>({ ...Quantity, pattern: '^(?!0+(\\.0+)?$)[0-9]{1,9}(\\.[0-9]{1,2})?$', description: 'In the unit of the pool, more than 0, with at most two decimals' })

/** An initiative, and whether the plan of record still holds it: what left it keeps its commitments until they are released. */
const Holder = Type.Object({ id: Id, name: Type.String(), inPlan: Type.Boolean() })

/** Money of one fiscal year that may be committed to initiatives of the plan of record. */
export const Envelope = Type.Object({
  id: Id, version: Version, name: Type.String(), year: Type.Integer(), label: Type.String(), owner: Named,
  /** The decision by which it was approved. */
  decision: Nullable(Named),
  amount: MoneyMetric, committed: ExplainedMoney, free: ExplainedMoney,
  /** Asked of it and not answered yet. */
  waiting: MoneyMetric,
  /** Who holds it: the largest first, at most 100. */
  holders: Type.Array(Type.Object({ initiative: Holder, amount: MoneyMetric })), omitted: Type.Integer({ description: 'Holders beyond those listed' }),
})
export type Envelope = Static<typeof Envelope>

/** An entry of the budget ledger: never changed; what was wrong is released. A transfer is two entries with one `transferId`. */
export const BudgetEntry = Type.Object({
  id: Id, kind: OneOf(['commitment', 'release', 'transfer']), envelope: Type.Object({ id: Id, name: Type.String(), label: Type.String() }), initiative: Holder,
  /** What was added to what the initiative holds, or taken from it. */
  amount: MoneyMetric, transferId: Nullable(Id), reason: Type.String(), by: Type.String(), at: Instant,
})
export type BudgetEntry = Static<typeof BudgetEntry>

export const commitmentStates = ['waiting', 'committed', 'declined', 'withdrawn', 'released'] as const
const asked = { id: Id, version: Version, initiative: Holder, words: Type.String(), askedBy: Named, askedAt: Instant, state: OneOf(commitmentStates), answer: Nullable(Said) }
/** Funds that somebody asked for. */
export const FundingRequest = Type.Object({ ...asked, envelope: Type.Object({ id: Id, name: Type.String(), label: Type.String() }), amount: MoneyMetric, committed: MoneyMetric, may: Type.Object({ answer: Type.Boolean(), withdraw: Type.Boolean() }) })
export type FundingRequest = Static<typeof FundingRequest>
/** People that somebody asked for, in the unit of the pool: hours or days of the whole stretch, full-time equivalents throughout it. */
export const StaffingRequest = Type.Object({
  ...asked, pool: Type.Object({ id: Id, name: Type.String(), unit: PoolUnit }), skill: Nullable(Type.String()), from: CivilDate, to: Type.Unsafe<string>({ ...CivilDate, description: 'The first day after it' }),
  quantity: Quantity, committed: Nullable(Quantity), may: Type.Object({ answer: Type.Boolean(), end: Type.Boolean() }),
})
export type StaffingRequest = Static<typeof StaffingRequest>

/** The fewest people of a pool without whom an initiative does not start. */
export const CrewLine = Type.Object({ pool: Type.Object({ id: Id, name: Type.String(), unit: PoolUnit }), quantity: Quantity, months: Type.Integer() })
export type CrewLine = Static<typeof CrewLine>
/** What the crew of an initiative needs of a pool and what is committed to it, by period; `needed` is null where it needs nothing. */
export const CrewRow = Type.Object({ initiative: Named, pool: Type.Object({ id: Id, name: Type.String(), unit: PoolUnit }), startsOn: CivilDate, cells: Type.Array(Type.Object({ needed: Nullable(Quantity), committed: Quantity })) })
export type CrewRow = Static<typeof CrewRow>

/** That an initiative may start although it is not ready: by whom, why, and until when. */
export const StartException = Type.Object({ id: Id, version: Version, initiative: Named, untilOn: CivilDate, reason: Type.String(), by: Type.String(), at: Instant, ended: Nullable(Said), inForce: Type.Boolean() })
export type StartException = Static<typeof StartException>
/** Whether a start is refused where it is not ready. */
export const StartGate = Type.Object({ on: Type.Boolean(), said: Nullable(Said), version: Version })
export type StartGate = Static<typeof StartGate>

export const Commitments = Type.Object({
  gate: StartGate, currency: Type.String(),
  /** The latest year first. */
  envelopes: Type.Array(Envelope),
  /** Newest first; at most 200. */
  entries: Type.Array(BudgetEntry), entriesOmitted: Type.Integer(),
  /** Those that wait first, oldest first; then the others, newest first; at most 200 of each. */
  funding: Type.Array(FundingRequest), fundingOmitted: Type.Integer(), staffing: Type.Array(StaffingRequest), staffingOmitted: Type.Integer(),
  /** Periods as capacity has them, and the crews of the plan that begin within them or before, the earliest first; at most 200. */
  periods: Type.Array(PlanPeriod), crews: Type.Array(CrewRow), crewsOmitted: Type.Integer(),
  /** In force first, then newest first; at most 100. */
  exceptions: Type.Array(StartException),
  may: Type.Object({ decide: Type.Boolean(), commitFunds: Type.Boolean(), commitPeople: Type.Boolean() }),
})
export type Commitments = Static<typeof Commitments>

const StartState = OneOf(startStates, 'Ready, blocked, or not known; what is not known is not ready')
/** Whether an initiative of the plan that does not run yet is ready to start. */
export const Start = Type.Object({
  initiative: Type.Object({ id: Id, key: Type.String(), name: Type.String(), state: InitiativeState }), state: StartState,
  /** The day of the plan, or today where that has passed. */
  startsOn: Nullable(CivilDate),
  conditions: Type.Array(Type.Object({ kind: OneOf(startConditions), state: OneOf(['met', 'unmet', 'unknown']), thing: Type.String(), when: Type.String(), why: Explanation })),
  why: Explanation, exception: Nullable(StartException), crew: Type.Array(CrewLine),
  /** Of the minimum crew. */
  version: Version, may: Type.Array(Type.String()),
})
export type Start = Static<typeof Start>
export const StartPage = Type.Object({
  gateOn: Type.Boolean(), counts: Type.Object({ ready: Type.Integer(), blocked: Type.Integer(), unknown: Type.Integer(), running: Type.Integer() }),
  /** Blocked first, then not known, then ready; within each by the day of the start. */
  total: Type.Integer(), from: Type.Integer(), items: Type.Array(Start),
})
export type StartPage = Static<typeof StartPage>

const reason = ShortText(2000)
export const StartGateChange = Type.Object({ version: Version, on: Type.Boolean(), reason })
export type StartGateChange = Static<typeof StartGateChange>
export const NewEnvelope = Type.Object({ name: ShortText(120), year: Year, amountMinor: SomeMinor, ownerId: Id, decisionId: Type.Optional(Nullable(Id)) })
export type NewEnvelope = Static<typeof NewEnvelope>
export const EnvelopeChange = Type.Object({ version: Version, name: Type.Optional(ShortText(120)), amountMinor: Type.Optional(SomeMinor), ownerId: Type.Optional(Id), decisionId: Type.Optional(Nullable(Id)), reason })
export type EnvelopeChange = Static<typeof EnvelopeChange>
export const NewFundingRequest = Type.Object({ envelopeId: Id, initiativeId: Id, amountMinor: SomeMinor, words: LongText(2000) })
export type NewFundingRequest = Static<typeof NewFundingRequest>
const decline = Type.Object({ kind: Type.Literal('decline'), reason })
/** Committed, all of it or a part, or declined with the reason. */
export const FundingAnswer = Type.Object({ version: Version, answer: Type.Union([Type.Object({ kind: Type.Literal('commit'), amountMinor: SomeMinor, reason: LongText(2000) }), decline]) })
export type FundingAnswer = Static<typeof FundingAnswer>
const Reasoned = Type.Object({ version: Version, reason })
/** Each names the envelope as it was seen, and takes from what an initiative holds of it. */
export const FundsRelease = Type.Object({ version: Version, initiativeId: Id, amountMinor: SomeMinor, reason })
export type FundsRelease = Static<typeof FundsRelease>
export const FundsTransfer = Type.Object({ version: Version, initiativeId: Id, toEnvelopeId: Id, toInitiativeId: Id, amountMinor: SomeMinor, reason })
export type FundsTransfer = Static<typeof FundsTransfer>
export const NewStaffingRequest = Type.Object({ initiativeId: Id, poolId: Id, skill: Type.Optional(Nullable(ShortText(80))), from: CivilDate, to: CivilDate, quantity: SomeQuantity, words: LongText(2000) })
export type NewStaffingRequest = Static<typeof NewStaffingRequest>
export const StaffingAnswer = Type.Object({ version: Version, answer: Type.Union([Type.Object({ kind: Type.Literal('commit'), quantity: SomeQuantity, reason: LongText(2000) }), decline]) })
export type StaffingAnswer = Static<typeof StaffingAnswer>
export const CrewChange = Type.Object({ version: Version, lines: Type.Array(Type.Object({ poolId: Id, quantity: SomeQuantity, months: Type.Integer({ minimum: 1, maximum: 120 }) }), { maxItems: 20 }) })
export type CrewChange = Static<typeof CrewChange>
export const NewStartException = Type.Object({ initiativeId: Id, untilOn: CivilDate, reason })
export type NewStartException = Static<typeof NewStartException>

const all = { reply: Commitments } as const
const finance = { access: 'verify_value', money: 'refused', ...all } as const
export const commitmentRoutes = {
  readCommitments: route({ method: 'GET', path: '/api/capacity/commitments', summary: 'Envelopes with what is committed and free, the budget ledger, what was asked of envelopes and pools, crews by period, and exceptions from the start gate', access: 'read', query: Type.Object({ from: Type.Optional(CivilDate) }), ...all }),
  exportCommitments: route({ method: 'GET', path: '/api/capacity/commitments/export', summary: 'Whether starts are ready, envelopes, the budget ledger, what was asked for, and exceptions, as a workbook; without the right to see amounts their columns are left out', access: 'read', reply: 'bytes' }),
  readStarts: route({ method: 'GET', path: '/api/capacity/starts', summary: 'For each initiative of the plan that does not run yet, whether it is ready to start, condition by condition', access: 'read', query: Type.Object({ state: Type.Optional(StartState), from: Type.Optional(Type.Integer({ minimum: 0, maximum: 10_000_000 })), limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, description: '50 where left out' })) }), reply: StartPage }),
  readStart: route({ method: 'GET', path: '/api/capacity/initiatives/:id/start', summary: 'Whether one initiative is ready to start, with its minimum crew', access: 'read', params: IdParams, reply: Start }),
  setStartGate: route({ method: 'PUT', path: '/api/capacity/start-gate', summary: 'Say whether a start that is not ready is refused, with the reason', access: 'decide', body: StartGateChange, ...all }),
  addEnvelope: route({ method: 'POST', path: '/api/capacity/envelopes', summary: 'Add an envelope: money of a fiscal year that may be committed', body: NewEnvelope, ...finance, status: 201, refusals: ['capacity_name_taken', 'capacity_unknown'] }),
  changeEnvelope: route({ method: 'PATCH', path: '/api/capacity/envelopes/:id', summary: 'Change an envelope; never below what is committed of it', params: IdParams, body: EnvelopeChange, ...finance, refusals: ['capacity_name_taken', 'capacity_unknown', 'envelope_committed'] }),
  removeEnvelope: route({ method: 'DELETE', path: '/api/capacity/envelopes/:id', summary: 'Remove an envelope of which nothing is committed or asked; its history is kept', access: 'verify_value', money: 'refused', params: IdParams, query: Seen, seen: 'budget_envelope', reply: Empty, status: 204, refusals: ['envelope_committed'] }),
  askForFunds: route({ method: 'POST', path: '/api/capacity/funding-requests', summary: 'Ask for funds of an envelope for an initiative of the plan of record', access: 'edit_money', money: 'refused', on: [{ kind: 'initiative', at: 'body.initiativeId' }], body: NewFundingRequest, ...all, status: 201, refusals: ['capacity_unknown', 'not_in_plan'] }),
  answerFunding: route({ method: 'POST', path: '/api/capacity/funding-requests/:id/answer', summary: 'Commit funds that were asked for, all or a part of them, or decline with the reason; whoever asked does not answer', params: IdParams, body: FundingAnswer, ...finance, refusals: ['commitment_over', 'commitment_own', 'not_in_plan', 'envelope_short', 'commitment_exceeds'] }),
  withdrawFunding: route({ method: 'POST', path: '/api/capacity/funding-requests/:id/withdrawal', summary: 'Withdraw what was asked for before it is answered; whoever asked for it', access: 'take_part', params: IdParams, body: Reasoned, ...all, refusals: ['commitment_over', 'commitment_not_yours'] }),
  releaseFunds: route({ method: 'POST', path: '/api/capacity/envelopes/:id/releases', summary: 'Release funds that are committed to an initiative', params: IdParams, body: FundsRelease, ...finance, refusals: ['commitment_exceeds'] }),
  transferFunds: route({ method: 'POST', path: '/api/capacity/envelopes/:id/transfers', summary: 'Transfer committed funds to another initiative or envelope, both sides at once', params: IdParams, body: FundsTransfer, ...finance, refusals: ['capacity_unknown', 'commitment_exceeds', 'envelope_short', 'not_in_plan', 'span_wrong'] }),
  askForPeople: route({ method: 'POST', path: '/api/capacity/staffing-requests', summary: 'Ask for people of a pool for an initiative of the plan of record', access: 'edit_initiative', on: [{ kind: 'initiative', at: 'body.initiativeId' }], body: NewStaffingRequest, ...all, status: 201, refusals: ['capacity_unknown', 'not_in_plan', 'span_wrong'] }),
  answerStaffing: route({ method: 'POST', path: '/api/capacity/staffing-requests/:id/answer', summary: 'Commit people that were asked for, all or a part of them, never more than the pool has, or decline with the reason; whoever asked does not answer', access: 'edit_capacity', params: IdParams, body: StaffingAnswer, ...all, refusals: ['commitment_over', 'commitment_own', 'not_in_plan', 'supply_short', 'commitment_exceeds', 'capacity_unknown'] }),
  endStaffing: route({ method: 'POST', path: '/api/capacity/staffing-requests/:id/end', summary: 'Withdraw what was asked for before it is answered, or release people that were committed; who plans capacity releases', access: 'take_part', params: IdParams, body: Reasoned, ...all, refusals: ['commitment_over', 'commitment_not_yours'] }),
  setCrew: route({ method: 'PUT', path: '/api/capacity/initiatives/:id/crew', summary: 'Give the minimum crew of an initiative, as a whole', access: 'edit_initiative', on: [{ kind: 'initiative', at: 'params.id' }], params: IdParams, body: CrewChange, reply: Start, refusals: ['capacity_unknown', 'plan_contradicts'] }),
  allowStart: route({ method: 'POST', path: '/api/capacity/start-exceptions', summary: 'Let an initiative start although it is not ready, with the reason and until a day', access: 'decide', body: NewStartException, ...all, status: 201, refusals: ['span_wrong'] }),
  endStartException: route({ method: 'POST', path: '/api/capacity/start-exceptions/:id/end', summary: 'End an exception from the start gate before its day', access: 'decide', params: IdParams, body: Reasoned, ...all, refusals: ['commitment_over'] }),
} as const

import { Type, type Static } from 'typebox'
import { CivilDate, Id, IdParams, Instant, LongText, Nullable, OneOf, ShortText, Version, route } from '../wire/index.ts'
import { StableKey } from './version-content.ts'

/** What a unit tells those above: what stands in its way, what could be had, what it found out, or what it does not understand. */
export const SignalKind = OneOf(['constraint', 'opportunity', 'evidence', 'question'])
export const AnswerKind = OneOf(['taken_up', 'declined', 'noted'], 'What comes of a signal: the strategy takes it up, it does not, or it is known now')

/** A word from a unit upwards; it is answered by who may change the strategy, until a day. */
export const Signal = Type.Object({
  id: Id, unitId: Id, unit: Type.String(), about: Nullable(Type.Object({ key: StableKey, statement: Type.String() })), kind: SignalKind, words: Type.String(), raisedBy: Type.String(), raisedAt: Instant, dueOn: CivilDate,
  standing: OneOf(['open', 'overdue', 'answered']), escalatedAt: Nullable(Instant), answer: Nullable(Type.Object({ kind: AnswerKind, words: Type.String(), by: Type.String(), at: Instant })), version: Version,
})
export type Signal = Static<typeof Signal>

/** Both directions counted alike. */
export const ExchangeCounts = Type.Object({ down: Type.Object({ sent: Type.Integer(), acknowledged: Type.Integer() }), up: Type.Object({ sent: Type.Integer(), answered: Type.Integer(), overdue: Type.Integer() }) })
export type ExchangeCounts = Static<typeof ExchangeCounts>

/** A unit with a strategy in force: who said of the version in force that it was read there, and what went each way. */
export const ExchangeUnit = Type.Object({ id: Id, name: Type.String(), acknowledged: Nullable(Type.Object({ by: Type.String(), at: Instant, words: Type.String() })), counts: ExchangeCounts, objectives: Type.Array(Type.Object({ key: StableKey, statement: Type.String() })) })
export type ExchangeUnit = Static<typeof ExchangeUnit>
export const StrategyExchange = Type.Object({ inForce: Type.Object({ id: Id, no: Type.Integer() }), withinDays: Type.Integer(), units: Type.Array(ExchangeUnit), counts: ExchangeCounts, /** Overdue first, then open, then answered; the newest first in each. */ signals: Type.Array(Signal) })
export type StrategyExchange = Static<typeof StrategyExchange>

export const NewSignal = Type.Object({ unitId: Id, about: Type.Optional(Nullable(StableKey)), kind: SignalKind, words: ShortText(2000) })
export const Acknowledgement = Type.Object({ unitId: Id, /** The version that was read. */ versionId: Id, words: Type.Optional(LongText(2000)) })
export const SignalAnswer = Type.Object({ version: Version, kind: AnswerKind, words: ShortText(2000) })

export const exchangeRoutes = {
  readExchange: route({ method: 'GET', path: '/api/strategy/exchange', summary: 'What went between the organisation’s strategy and those of its units: versions read, signals raised and answered', access: 'read', reply: StrategyExchange }),
  acknowledgeStrategy: route({ method: 'POST', path: '/api/strategy/exchange/acknowledgements', summary: 'Say that the version in force was read in a unit', access: 'take_part', body: Acknowledgement, reply: StrategyExchange, refusals: ['strategy_outdated', 'acknowledged_already'] }),
  raiseSignal: route({ method: 'POST', path: '/api/strategy/exchange/signals', summary: 'Tell those who own the strategy what a unit meets: a constraint, an opportunity, evidence or a question', access: 'take_part', body: NewSignal, reply: StrategyExchange, status: 201 }),
  answerSignal: route({ method: 'POST', path: '/api/strategy/exchange/signals/:id/answer', summary: 'Say what comes of a signal; who raised it is told', access: 'edit_strategy', params: IdParams, body: SignalAnswer, reply: StrategyExchange, refusals: ['signal_answered'] }),
} as const

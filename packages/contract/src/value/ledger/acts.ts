import { Type, type Static, type TProperties } from 'typebox'
import { Decimal, Id, OneOf, ShortText } from '../../wire/index.ts'
import { Amount, CounterfactualMethod, PeriodCode, Seen } from './register.ts'

const Line = Type.Object({ period: PeriodCode, amount: Amount })
const Lines = Type.Array(Line, { minItems: 1, maxItems: 400 })
const said = { reason: Type.Optional(ShortText(2000)), evidence: Type.Optional(ShortText(2000)) }
const adjusting = { adjusts: Type.Optional(Type.Boolean({ description: 'Post in a closed period, as a prior-period adjustment' })) }
const act = <P extends TProperties>(fields: P) => Type.Object({ ...fields, ...said })

export const Promise = act({ benefitId: Id, lines: Lines })
export const Approval = act({ benefitId: Id, lines: Type.Array(Type.Object({ ...Line.properties, declined: Type.Optional(Amount) }), { minItems: 1, maxItems: 400 }) })
export const Forecast = act({ benefitId: Id, lines: Lines })
export const Delivery = act({ benefitId: Id, lines: Lines })
/** What a measure moved in a period. The actual is the one that is recorded for the measure; it is not given here. */
export const Measurement = act({
  measureId: Id, period: PeriodCode, counterfactual: Type.Object({ method: CounterfactualMethod, value: Decimal }), volume: Type.Optional(Decimal),
  unitValue: Type.Optional(Type.String({ pattern: '^-?[0-9]{1,15}(\\.[0-9]{1,9})?$', description: 'What a unit of the measure is worth, in whole units of account (0.60 for 60 cents); 1 unless said' })),
  source: OneOf(['system_of_record', 'sampled', 'survey', 'estimate'], 'Where the actual comes from'), postHoc: Type.Optional(Type.Boolean({ description: 'Counterfactual or attribution were registered after the actual was known' })), ...adjusting,
})
export const Adjustment = act({ measureId: Id, period: PeriodCode, difference: Amount, ...adjusting })
export const Claim = act({
  benefitId: Id, period: PeriodCode, amount: Amount, upToCap: Type.Optional(Type.Boolean({ description: 'Post what is allowed and say what was withheld' })), earlyEvidence: Type.Optional(ShortText(2000)),
  evidenceLevel: Type.Optional(Type.Integer({ minimum: 0, maximum: 5 })), offset: Type.Optional(Type.Object({ benefitId: Id, amount: Amount, evidenceLevel: Type.Integer({ minimum: 0, maximum: 5 }) })), ...adjusting,
})
export const Claims = Type.Object({
  claims: Type.Array(Claim, { minItems: 1, maxItems: 1000, description: 'Each is judged on top of those before it' }), all: Type.Optional(Type.Boolean({ description: 'All or none: where one is refused, nothing is posted' })),
})
const seen = { version: Type.Optional(Seen) }
export const Verification = act({ benefitId: Id, period: PeriodCode, amount: Amount, ...seen, sample: Type.Optional(ShortText(500)), ...adjusting })
export const Disallowance = act({ benefitId: Id, period: PeriodCode, amount: Amount, ...seen, ...adjusting })
/** What is decided on one of many: it is verified, on a sample, or given back, for a reason. */
export const Judgement = act({ decision: OneOf(['verify', 'disallow']), benefitId: Id, period: PeriodCode, version: Seen, amount: Amount, sample: Type.Optional(ShortText(500)), ...adjusting })
export type Judgement = Static<typeof Judgement>
export const Judgements = Type.Object({
  judgements: Type.Array(Judgement, { minItems: 1, maxItems: 1000, description: 'Each is judged by itself, on top of those before it' }), all: Type.Optional(Type.Boolean({ description: 'All or none: where one is refused, nothing is posted' })),
})
export const Banking = act({ benefitId: Id, period: PeriodCode, lines: Type.Array(Type.Object({ budgetLine: ShortText(80), amount: Amount }), { minItems: 1, maxItems: 50 }), approvedBy: Type.Optional(ShortText(200)), ...adjusting })
export const Transfer = act({ benefitId: Id, from: PeriodCode, to: PeriodCode, amount: Amount })
export const WriteOff = act({ benefitId: Id, from: OneOf(['promised', 'approved', 'delivered']), decision: Type.Optional(ShortText(500)), lines: Lines })
export const Conversion = act({ benefitId: Id, period: PeriodCode, amount: Amount, into: Type.Object({ benefitId: Id, period: PeriodCode, amount: Amount, earlyEvidence: Type.Optional(ShortText(2000)) }), ...adjusting })
export const LedgerReversal = Type.Object({ entryId: Id, ...said })
export const SoftClose = Type.Object({ period: PeriodCode, ...said })
/** The close of a period: everything of its checklist is done, or it is refused. */
export const Close = Type.Object({ period: PeriodCode, ...said })
export const Restatement = Type.Object({ ...Measurement.properties, reason: ShortText(2000) })
export type LedgerActBodies = { readonly promise: Static<typeof Promise>; readonly approve: Static<typeof Approval>; readonly forecast: Static<typeof Forecast>; readonly deliver: Static<typeof Delivery>; readonly measure: Static<typeof Measurement>; readonly adjust: Static<typeof Adjustment>; readonly realise: Static<typeof Claim>; readonly verify: Static<typeof Verification>; readonly disallow: Static<typeof Disallowance>; readonly bank: Static<typeof Banking>; readonly transfer: Static<typeof Transfer>; readonly write_off: Static<typeof WriteOff>; readonly convert: Static<typeof Conversion>; readonly reverse: Static<typeof LedgerReversal>; readonly soft_close: Static<typeof SoftClose>; readonly close: Static<typeof Close> }

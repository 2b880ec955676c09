import { Type, type Static } from 'typebox'
import { CashClass, ExplainedMoney, ExplainedNumber, Explanation, Id, GivenMinor, Instant, Money, MoneyMetric, Nullable, OneOf, ShortText } from '../wire/index.ts'
import { PublicationRef } from '../portfolio/schemas.ts'

/** The steps from what was promised to what was realised; together they close, to the penny. */
export const StepKey = OneOf(['promised', 'joined', 'raised', 'lowered', 'left', 'withdrawn', 'forecast', 'not_yet_due', 'undated', 'unreported', 'shortfall', 'excess', 'realised'])
export const Step = Type.Object({ key: StepKey, label: Type.String(), kind: OneOf(['total', 'change']), metric: MoneyMetric, why: Explanation })
export type Step = Static<typeof Step>

export const ValueGroup = Type.Object({ id: Nullable(Id), name: Type.String(), initiatives: Type.Integer(), promised: ExplainedMoney, forecast: ExplainedMoney, realised: ExplainedMoney, realisation: ExplainedNumber, share: Type.Optional(Type.Number()), inLedger: Type.Optional(Type.Boolean({ description: 'Its figures are of the value ledger, so that there are entries under them' })) })
export type ValueGroup = Static<typeof ValueGroup>

/** One book for each kind of money that may be added: cash-releasing and non-cash-releasing are never in one sum. */
export const ValueBook = Type.Object({
  unit: Type.Object({ currency: Type.String(), cashClass: CashClass, basis: Type.String() }), steps: Type.Array(Step), closes: Type.Boolean(),
  byObjective: Type.Array(ValueGroup), byUnit: Type.Array(ValueGroup), byInitiative: Type.Array(ValueGroup),
})
export type ValueBook = Static<typeof ValueBook>
export const Value = Type.Object({ publication: Nullable(PublicationRef), first: Nullable(PublicationRef), books: Type.Array(ValueBook), notes: Type.Array(Type.String()) })
export type Value = Static<typeof Value>

export const EntryKind = OneOf(['promised', 'forecast', 'realised'])
/** A benefit amount of an initiative in a fiscal year. Append-only: a correction is a reversal and a new entry. */
export const ValueEntry = Type.Object({ id: Id, initiativeId: Id, initiative: Type.String(), kind: EntryKind, year: Type.Integer(), label: Type.String(), /** Null where amounts are withheld from the reader. */ amount: Nullable(Money), evidence: Type.String(), reverses: Nullable(Id), reversedBy: Nullable(Id), by: Type.String(), at: Instant, superseded: Type.Optional(Type.Boolean({ description: 'The initiative is kept in the value ledger since: the amount is not counted any more' })) })
export type ValueEntry = Static<typeof ValueEntry>
export const NewValueEntry = Type.Object({ initiativeId: Id, kind: EntryKind, year: Type.Integer({ minimum: 1990, maximum: 2200 }), amountMinor: GivenMinor, cashClass: CashClass, evidence: ShortText(2000) })
export const Reversal = Type.Object({ reason: ShortText(2000) })

import type { Explanation as EngineExplanation, Metric, Money as EngineMoney } from '@throughline/engine/kernel'
import { Type, type Static, type TSchema } from 'typebox'
import { Minor, OneOf } from './scalars.ts'

/** A value as it travels: whole numbers beyond 2^53 become text. */
export type Wire<T> = T extends bigint ? string : T extends readonly (infer Item)[] ? readonly Wire<Item>[] : T extends object ? { readonly [K in keyof T]: Wire<T[K]> } : T

/** Turns every bigint into text, deeply, so that the value can travel as JSON. */
export function toWire<T>(value: T): Wire<T> {
  return JSON.parse(JSON.stringify(value, (_, part: unknown) => (typeof part === 'bigint' ? part.toString() : part))) as Wire<T>
}

export const PriceBasis = Type.Union([
  Type.Object({ kind: Type.Literal('nominal') }),
  Type.Object({ kind: Type.Literal('real'), baseYear: Type.Integer(), index: Type.String() }),
])
export const CashClass = OneOf(['cash_releasing', 'non_cash_releasing', 'na'], 'Cash classes are different units and never added')
export const Money = Type.Object(
  { minor: Minor, currency: Type.String({ pattern: '^[A-Z]{3}$' }), basis: PriceBasis, cashClass: CashClass },
  { title: 'Money', description: 'Whole minor units of a currency with price basis and cash class' },
)
export type Money = Static<typeof Money>

/** Engine money from wire money. */
export const moneyFromWire = (wire: Money): EngineMoney => ({ ...wire, minor: BigInt(wire.minor) })

/** A figure: its value, or the reason there is none. Never 0, NaN or 100 % as a stand-in. */
export const MetricOf = <S extends TSchema>(value: S) =>
  Type.Unsafe<Metric<Static<S>>>({
    title: 'Metric',
    oneOf: [
      { type: 'object', required: ['status', 'value'], properties: { status: { const: 'ok' }, value } },
      { type: 'object', required: ['status', 'reason'], properties: { status: { const: 'undefined' }, reason: { type: 'string' } } },
      { type: 'object', required: ['status', 'inputs'], properties: { status: { const: 'missing' }, inputs: { type: 'array', items: { type: 'string' } } } },
      { type: 'object', required: ['status'], properties: { status: { const: 'not_applicable' } } },
    ],
  })
/** What stands in the place of something that is kept from who asks: it is there, or it may be, and it is not told. */
export const Withheld = Type.Object({ status: Type.Literal('undefined'), reason: Type.Literal('WITHHELD') })
export type Withheld = Static<typeof Withheld>
/** Whether amounts are in an answer, or left out of it for who may not see them. */
export const Amounts = OneOf(['shown', 'withheld'], 'Where withheld, amounts are null or left out, whether there are any or not')
export const MoneyMetric = MetricOf(Money)
export const NumberMetric = MetricOf(Type.Number())

/** Why a figure is what it is: term, figure, source, and the terms it was computed from. */
export type Explanation = Wire<EngineExplanation>
export const Explanation = Type.Unsafe<Explanation>({
  title: 'Explanation',
  type: 'object',
  required: ['term', 'figure'],
  properties: {
    term: { type: 'string' },
    figure: { type: 'object', description: 'A metric whose value is money, a number with its unit, a date or words' },
    formula: { type: 'string', description: 'Method in docs/methods' },
    source: { type: 'object', description: 'published, entered or derived' },
    note: { type: 'string' },
    terms: { type: 'array', items: { type: 'object' } },
    omitted: { type: 'integer', description: 'How many terms there are beyond those listed' },
  },
})

/** A figure with the reason why. */
export const ExplainedOf = <S extends TSchema>(value: S) => Type.Object({ metric: MetricOf(value), why: Explanation })
export const ExplainedMoney = ExplainedOf(Money)
export type ExplainedMoney = Static<typeof ExplainedMoney>
export const ExplainedNumber = ExplainedOf(Type.Number())
export type ExplainedNumber = Static<typeof ExplainedNumber>

import type { Metric } from './metric.ts'
import type { Money } from './money.ts'
import type { UnitCode } from './quantity.ts'

/** A figure that can be shown: money, a number with its unit, a date, or words. */
export type Figure =
  | { readonly kind: 'money'; readonly money: Money }
  | { readonly kind: 'number'; readonly value: number; readonly unit: UnitCode }
  | { readonly kind: 'date'; readonly date: string }
  | { readonly kind: 'text'; readonly text: string }

/** Where a figure comes from. `derived` is our arithmetic or reading; it is never shown as published. */
export type Source =
  | { readonly kind: 'published'; readonly publication: string; readonly cell?: string; readonly asPublished?: string }
  | { readonly kind: 'entered'; readonly by: string; readonly at: string }
  | { readonly kind: 'derived'; readonly rule: string }

/**
 * Why a figure is what it is (conventions 0.7): the same tree on screen, in an export and on the command line.
 * `formula` names the method in docs/methods; `terms` are the figures it was computed from, largest effect first.
 */
export type Explanation = {
  readonly term: string
  readonly figure: Metric<Figure>
  readonly formula?: string
  readonly source?: Source
  readonly note?: string
  readonly terms?: readonly Explanation[]
  /** Terms left out for length, with how many there are in all: never silently. */
  readonly omitted?: number
}

/** A figure with the reason why. */
export type Explained<T> = { readonly metric: Metric<T>; readonly why: Explanation }

export const moneyFigure = (amount: Money): Figure => ({ kind: 'money', money: amount })
export const numberFigure = (value: number, unit: UnitCode = 'count'): Figure => ({ kind: 'number', value, unit })
export const dateFigure = (date: string): Figure => ({ kind: 'date', date })
export const textFigure = (text: string): Figure => ({ kind: 'text', text })

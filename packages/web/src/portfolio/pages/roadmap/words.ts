import type { RoadmapStand } from '@throughline/contract/portfolio'
import { known, money, numberFigure, type Explanation, type Figure, type Metric } from '@throughline/engine/kernel'
import type { Choice, LimitUse, RoadmapAnswer, RoadmapCase, RoadmapVerdict } from '@throughline/engine/portfolio'
import { useMemo } from 'react'
import { useFormat } from '../../../format/index.ts'
import { costText, valueText } from '../../words.ts'

/** Points of the engine in one point as people know them: 10,000 for full alignment. */
const enginePointsPerPoint = 1_000

/** How the figures and names of one case are written. */
export function useRoadmapWords({ case: { candidates, periods, pots, pools }, valueUnit, currency, keys }: RoadmapStand) {
  const format = useFormat()
  return useMemo(() => {
    const names = new Map([...candidates, ...pots, ...pools].map(({ id, name }) => [id, name]))
    const scale = valueUnit === 'points' ? enginePointsPerPoint : 1
    const figureOf = (amount: number): Figure => (valueUnit === 'points' ? numberFigure(amount / scale, 'score') : { kind: 'money', money: money(BigInt(Math.round(amount)), currency) })
    return {
      format, currency,
      nameOf: (id: string): string => names.get(id) ?? id,
      keyOf: (id: string): string => keys[id] ?? '',
      period: (at: number): string => periods[at] ?? (at < 0 ? 'earlier' : 'later'),
      cost: (minor: number): string => costText(minor, currency, format),
      value: (amount: number): string => valueText(amount / scale, valueUnit, currency, format),
      valueParts: (amount: number) => (valueUnit === 'points' ? { value: format.number(amount / scale, 0), unit: 'points' } : format.moneyParts({ minor: String(Math.round(amount)), currency })),
      costParts: (minor: number) => format.moneyParts({ minor: String(Math.round(minor)), currency }),
      figureOf,
    }
  }, [format, candidates, pots, pools, periods, keys, valueUnit, currency])
}
export type RoadmapWords = ReturnType<typeof useRoadmapWords>

/** Whether a limit is of money; otherwise it is of people, counted in hundredths. */
export const isMoney = ({ constraint }: Pick<LimitUse, 'constraint'>): boolean => constraint.kind === 'potBudget' || constraint.kind === 'potTotal'

/** An amount of a limit: money in short, or people. */
export function amountText(limit: LimitUse, amount: number, words: RoadmapWords): string {
  if (isMoney(limit)) return words.cost(amount)
  return limit.constraint.kind === 'poolCapacity' ? words.format.number(amount / 100, 1) : words.format.number(amount, 0)
}

/** What a limit is called: its pots or pools, or the demand in the engine's words. */
export function limitName({ constraint, words: said }: LimitUse, words: RoadmapWords): string {
  if (constraint.kind === 'potBudget' || constraint.kind === 'potTotal') return constraint.potIds.map(words.nameOf).join(', ')
  return constraint.kind === 'poolCapacity' ? constraint.poolIds.map(words.nameOf).join(', ') : said
}

/** Why a candidate is in or out, in one sentence with its figures. */
export function sentenceOf({ candidateId, verdict, gives, uses, netOfPrices, choice }: RoadmapVerdict, words: RoadmapWords): string {
  const dearest = uses.slice(0, 2).map(({ limit, amount }) => `${amountText(limit, amount, words)} of ${limitName(limit, words)}${limit.period === null ? '' : ` in ${words.period(limit.period)}`}`)
  const scarce = dearest.length === 0 ? 'it uses nothing that is scarce' : `it takes ${dearest.join(' and ')}${uses.length > 2 ? ' and more' : ''}, worth ${words.value(gives - netOfPrices)} to others at the margin`
  const name = words.nameOf(candidateId)
  if (verdict === 'in') return `${name} goes ahead from ${words.period(choice.start)}: it gives ${words.value(gives)}; ${scarce}.`
  if (gives <= 0) return `${name} stays out: even at its best it gives ${words.value(gives)}.`
  return `${name} stays out: from ${words.period(choice.start)} it would give ${words.value(gives)}; ${scarce}.`
}

const mostNamed = 50

/** Why a roadmap is worth what it is: what each initiative gives, less what moving and overtime cost. */
export function explainWorth(verdicts: readonly RoadmapVerdict[], answer: RoadmapAnswer, words: RoadmapWords): Explanation {
  const parts = verdicts.filter(({ verdict }) => verdict === 'in').sort((a, b) => b.gives - a.gives)
  const figure = (amount: number): Metric<Figure> => known(words.figureOf(amount))
  const less = (term: string, amount: number): Explanation[] => (amount === 0 ? [] : [{ term, figure: figure(-amount) }])
  return {
    term: 'Value of the roadmap', figure: figure(answer.value), formula: 'roadmap-value',
    terms: [...parts.slice(0, mostNamed).map(({ candidateId, gives, choice }): Explanation => ({ term: words.nameOf(candidateId), figure: figure(gives), note: `From ${words.period(choice.start)}` })), ...less('Penalties of moving', answer.penalties), ...less('Overtime and contractors', answer.overloads)],
    ...(parts.length > mostNamed ? { omitted: parts.length - mostNamed } : {}),
  }
}

/** Cost of a plan within the horizon, in minor units, by candidate. */
export function costsOf(given: RoadmapCase, plan: readonly Choice[]): readonly { readonly candidateId: string; readonly cost: number }[] {
  const candidates = new Map(given.candidates.map((candidate) => [candidate.id, candidate]))
  return plan.map(({ candidateId, variantId, start }) => {
    const variant = candidates.get(candidateId)?.variants.find(({ id }) => id === variantId)
    return { candidateId, cost: (variant?.costs ?? []).reduce((sum, { amounts }) => sum + amounts.reduce((part, amount, at) => part + (start + at < given.periods.length ? amount : 0), 0), 0) }
  })
}

/** Why a roadmap costs what it does within the horizon. */
export function explainCost(given: RoadmapCase, plan: readonly Choice[], { nameOf, currency }: RoadmapWords): Explanation {
  const parts = [...costsOf(given, plan)].sort((a, b) => b.cost - a.cost)
  const figure = (minor: number): Metric<Figure> => known({ kind: 'money', money: money(BigInt(Math.round(minor)), currency) })
  return { term: 'Cost within the periods shown', figure: figure(parts.reduce((sum, { cost }) => sum + cost, 0)), formula: 'roadmap-cost', terms: parts.slice(0, mostNamed).map(({ candidateId, cost }) => ({ term: nameOf(candidateId), figure: figure(cost) })), ...(parts.length > mostNamed ? { omitted: parts.length - mostNamed } : {}) }
}

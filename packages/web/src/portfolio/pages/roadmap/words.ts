import type { RoadmapStand } from '@throughline/contract/portfolio'
import { known, money, numberFigure, type Explanation, type Figure, type Metric } from '@throughline/engine/kernel'
import { costByPeriod, limitTitle, worthByPeriod, type Choice, type DisturbancePoint, type FrontierOf, type RoadmapAnswer, type RoadmapCase, type RoadmapFrontierPoint, type RoadmapVerdict } from '@throughline/engine/portfolio'
import { useMemo } from 'react'
import { useFormat } from '../../../format/index.ts'
import { costText, valueText, type ValueUnit } from '../../words.ts'

/** Points of the engine in one point as people know them: 10,000 for full alignment. */
const enginePointsPerPoint = 1_000
/** Points as people know them in one unit that the engine gives an objective: weights there are in ten-thousandths. */
const pointsPerServed = 10_000 / enginePointsPerPoint

/** How the figures and names of one case are written. */
export function useRoadmapWords({ case: { candidates, periods, pots, pools }, objectives, left, currency, keys }: RoadmapStand, valueUnit: ValueUnit, units: readonly { readonly id: string; readonly name: string }[]) {
  const format = useFormat()
  return useMemo(() => {
    const names = new Map([...units, ...left.map(({ initiative }) => initiative), ...candidates, ...pots, ...pools, ...objectives.map(({ id, statement }) => ({ id, name: statement }))].map(({ id, name }) => [id, name]))
    const variants = new Map(candidates.flatMap((each) => each.variants.map(({ id, name }) => [id, name] as const)))
    const scale = valueUnit === 'points' ? enginePointsPerPoint : 1
    const figureOf = (amount: number): Figure => (valueUnit === 'points' ? numberFigure(amount / scale, 'score') : { kind: 'money', money: money(BigInt(Math.round(amount)), currency) })
    return {
      format, currency,
      /** What an objective is given, undiscounted and unweighted: 10,000 for full service by one initiative. */
      points: (amount: number): string => `${format.number(amount * pointsPerServed, 0)} points`,
      pointsFigure: (amount: number): Figure => numberFigure(amount * pointsPerServed, 'score'),
      count: (amount: number, digits: number): string => format.number(amount, digits),
      /** Whole per cent as the rest of the product writes a share. */
      percent: (percent: number): string => format.percent(percent / 100, 2),
      nameOf: (id: string): string => names.get(id) ?? id,
      variantOf: (id: string): string => variants.get(id) ?? 'a variant that is gone',
      keyOf: (id: string): string => keys[id] ?? '',
      period: (at: number): string => periods[at] ?? (at < 0 ? 'earlier' : 'later'),
      last: periods.length - 1,
      cost: (minor: number): string => costText(minor, currency, format),
      value: (amount: number): string => valueText(amount / scale, valueUnit, currency, format),
      valueParts: (amount: number) => (valueUnit === 'points' ? { value: format.number(amount / scale, 0), unit: 'points' } : format.moneyParts({ minor: String(Math.round(amount)), currency })),
      costParts: (minor: number) => format.moneyParts({ minor: String(Math.round(minor)), currency }),
      figureOf,
    }
  }, [format, candidates, pots, pools, objectives, left, units, periods, keys, valueUnit, currency])
}
export type RoadmapWords = ReturnType<typeof useRoadmapWords>

const mostNamed = 50

/** Why a roadmap is worth what it is: what each initiative gives, less what moving and overtime cost. */
export function explainWorth(verdicts: readonly RoadmapVerdict[], answer: RoadmapAnswer, words: RoadmapWords): Explanation {
  const parts = verdicts.filter(({ verdict }) => verdict === 'in').sort((a, b) => b.gives - a.gives)
  const figure = (amount: number): Metric<Figure> => known(words.figureOf(amount))
  // Under a confidence the parts are those of the middle world, and the value is what is reached for sure.
  const apart = answer.worth - parts.reduce((sum, { gives }) => sum + gives, 0)
  const less = (term: string, amount: number): Explanation[] => (amount === 0 ? [] : [{ term, figure: figure(-amount) }])
  return {
    term: 'Value of the roadmap', figure: figure(answer.value), formula: 'roadmap-value',
    terms: [...parts.slice(0, mostNamed).map(({ candidateId, gives, choice }): Explanation => ({ term: words.nameOf(candidateId), figure: figure(gives), note: `From ${words.period(choice.start)}` })), ...(apart === 0 ? [] : [{ term: 'Held back by what is uncertain', figure: figure(apart) }]), ...less('Penalties of moving', answer.penalties), ...less('Overtime and contractors', answer.overloads)],
    ...(parts.length > mostNamed ? { omitted: parts.length - mostNamed } : {}),
  }
}

/** Cost of a plan within the horizon, in minor units, by candidate. */
export function costsOf(given: RoadmapCase, plan: readonly Choice[]): readonly { readonly candidateId: string; readonly cost: number }[] {
  return plan.map((choice) => ({ candidateId: choice.candidateId, cost: costByPeriod(given, choice).reduce((sum, amount) => sum + amount, 0) }))
}

/** Why a roadmap costs what it does within the horizon. */
export function explainCost(given: RoadmapCase, plan: readonly Choice[], { nameOf, currency }: RoadmapWords): Explanation {
  const parts = [...costsOf(given, plan)].sort((a, b) => b.cost - a.cost)
  const figure = (minor: number): Metric<Figure> => known({ kind: 'money', money: money(BigInt(Math.round(minor)), currency) })
  return { term: 'Cost within the periods shown', figure: figure(parts.reduce((sum, { cost }) => sum + cost, 0)), formula: 'roadmap-cost', terms: parts.slice(0, mostNamed).map(({ candidateId, cost }) => ({ term: nameOf(candidateId), figure: figure(cost) })), ...(parts.length > mostNamed ? { omitted: parts.length - mostNamed } : {}) }
}

/** What a frontier is against. */
export const againstWords = (against: FrontierOf, { nameOf }: Pick<RoadmapWords, 'nameOf'>): string => (against === 'money' ? 'all budgets' : against === 'pools' ? 'all pools' : nameOf(against.poolId))

/** Why a point is recommended: its value between those of its neighbours. */
export function explainKnee(points: readonly RoadmapFrontierPoint[], percent: number, words: RoadmapWords): Explanation {
  const at = points.findIndex((point) => point.percent === percent)
  const near = [points[0], points[at - 1], points[at], points[at + 1], points.at(-1)].filter((point) => point !== undefined)
  const told = [...new Set(near)]
  return { term: `Knee at ${words.percent(percent)}`, figure: known(words.figureOf(points[at]?.value ?? 0)), formula: 'roadmap-knee', terms: told.map((point) => ({ term: `At ${words.percent(point.percent)}`, figure: known(words.figureOf(point.value ?? 0)) })) }
}

/** How much of the way from the plan of record to the best some moves go. */
export function explainMoves(first: DisturbancePoint, some: DisturbancePoint, all: DisturbancePoint, words: RoadmapWords): Explanation {
  const [least, most] = [first.value ?? 0, all.value ?? 0]
  const at = (point: DisturbancePoint): Explanation => ({ term: `With ${words.format.count(point.moves, 'move', 'moves')}`, figure: known(words.figureOf(point.value ?? 0)) })
  return { term: `Share of the gain by ${words.format.count(some.moves, 'move', 'moves')}`, figure: known(numberFigure(((some.value ?? 0) - least) / (most - least), 'ratio')), terms: [at(first), at(some), at(all)], note: 'What these moves gain over the first point, of what all of them gain' }
}

/** Why none exceeds the best possible: what was found, and what the prices of the limits leave open. */
export function explainBound(answer: RoadmapAnswer, words: RoadmapWords): Explanation {
  const figure = (amount: number): Metric<Figure> => known(words.figureOf(amount))
  return {
    term: 'Best possible', figure: figure(answer.bound), formula: 'roadmap-value', note: answer.proved ? 'By the prices of the limits, and where these left something open by trying every branch' : 'By the prices of the limits no roadmap is worth more; anybody can compute it again from the certificate',
    terms: [{ term: 'Value of the roadmap', figure: figure(answer.value) }, { term: 'Could be gained at most', figure: figure(answer.bound - answer.value) }],
  }
}

/** What can be had at most while a plan is still sought: known from prices alone. */
export function explainAtMost(bound: number, words: RoadmapWords): Explanation {
  return { term: 'Best possible', figure: known(words.figureOf(bound)), formula: 'roadmap-value', note: 'By the prices of the roadmap before, no roadmap under the levers as they stand is worth more; the best one is still sought' }
}

/** What an initiative gives by the period in which it comes. */
export function explainGives(given: RoadmapCase, { candidateId, choice, gives }: RoadmapVerdict, words: RoadmapWords): Explanation {
  const { periods, later } = worthByPeriod(given, choice)
  const parts = [...periods.map((amount, at) => ({ term: words.period(at), amount })), { term: 'Later', amount: later }].filter(({ amount }) => amount !== 0)
  const apart = gives - parts.reduce((sum, { amount }) => sum + amount, 0)
  const figure = (amount: number): Metric<Figure> => known(words.figureOf(amount))
  return { term: `What ${words.nameOf(candidateId)} gives`, figure: figure(gives), formula: 'roadmap-value', note: `From ${words.period(choice.start)}`, terms: [...parts.map(({ term, amount }) => ({ term, figure: figure(amount) })), ...(apart === 0 ? [] : [{ term: 'Loss on stopping that is spared', figure: figure(apart) }])] }
}

/** What is left of it once scarce things are paid for at their price. */
export function explainNet({ candidateId, gives, uses, netOfPrices }: RoadmapVerdict, words: RoadmapWords): Explanation {
  const figure = (amount: number): Metric<Figure> => known(words.figureOf(amount))
  return {
    term: `What remains of ${words.nameOf(candidateId)}`, figure: figure(netOfPrices), formula: 'roadmap-value',
    terms: [{ term: 'Gives', figure: figure(gives) }, ...uses.map(({ limit, atPrice }) => ({ term: `${limitTitle(limit, words)}${limit.period === null ? '' : `, ${words.period(limit.period)}`}`, figure: figure(-atPrice) }))],
  }
}

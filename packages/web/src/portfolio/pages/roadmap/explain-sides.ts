import { known, money, numberFigure, type Explanation, type Figure, type Metric } from '@throughline/engine/kernel'
import { costByPeriod, moneyObjective, needByPeriod, worthByPeriod, type Choice, type PlanTotals, type RoadmapCase, type RoadmapSide } from '@throughline/engine/portfolio'
import type { RoadmapWords } from './words.ts'

/** One of two roadmaps that are compared, with the name it goes by. */
export type NamedSide = RoadmapSide & { readonly name: string }

/** A line of a comparison: what both sides come to, which part of it each choice is, and how it is told. */
export type Line = {
  readonly key: string
  readonly label: string
  readonly total: (totals: PlanTotals) => number
  readonly part: (given: RoadmapCase, choice: Choice) => number
  /** What of the total no choice is: where it runs, what stopping takes. */
  readonly apart: string
  readonly write: (amount: number) => string
  readonly figure: (amount: number) => Figure
  readonly formula?: string
  readonly note?: string
}

/** Named at most in one explanation; the rest is counted. */
const mostNamed = 50
const sum = (amounts: readonly number[]): number => amounts.reduce((all, each) => all + each, 0)

/** How many go ahead, value, cost, benefits, and what each objective is given that is among those served. */
export function linesOf(served: readonly { readonly id: string; readonly statement: string }[], hasMoney: boolean, words: RoadmapWords): readonly Line[] {
  const spent = (minor: number): Figure => moneyOf(minor, words)
  const given = (id: string) => (at: RoadmapCase, choice: Choice): number => sumOfWorth({ ...at, objective: { kind: 'weighted', weights: { [id]: 1 } } }, choice)
  return [
    { key: 'count', label: 'Go ahead', total: ({ goAhead }) => goAhead, part: () => 1, apart: '', write: (amount) => words.count(amount, 0), figure: (amount) => numberFigure(amount) },
    { key: 'value', label: 'Value in the objective', total: ({ worth }) => worth, part: sumOfWorth, apart: 'Loss on stopping what runs', write: words.value, figure: words.figureOf, formula: 'roadmap-value', note: 'Before penalties of moving and the price of overtime' },
    { key: 'cost', label: 'Cost in these periods', total: ({ cost }) => cost, part: (at, choice) => sum(costByPeriod(at, choice)), apart: 'Stopping what runs', write: words.cost, figure: spent, formula: 'roadmap-cost' },
    ...(hasMoney ? [{ key: moneyObjective, label: 'Benefits, undiscounted', total: ({ byObjective }: PlanTotals) => byObjective[moneyObjective] ?? 0, part: given(moneyObjective), apart: 'Of mandatory work', write: words.cost, figure: spent }] : []),
    ...served.map(({ id, statement }): Line => ({ key: id, label: `Given to ${statement}`, total: ({ byObjective }) => byObjective[id] ?? 0, part: given(id), apart: 'By mandatory work', write: words.points, figure: words.pointsFigure, note: 'Neither weighted nor discounted' })),
  ]
}

/** Money in a period, or the need of a pool there. */
export function lineAt(what: 'money' | string, at: number, words: RoadmapWords): Line {
  if (what === 'money') return { key: 'money', label: `Money, ${words.period(at)}`, total: ({ costByPeriod: list }) => list[at] ?? 0, part: (given, choice) => costByPeriod(given, choice)[at] ?? 0, apart: 'Stopping what runs', write: words.cost, figure: (minor) => moneyOf(minor, words), formula: 'roadmap-cost' }
  return { key: what, label: `${words.nameOf(what)}, ${words.period(at)}`, total: ({ needByPool }) => needByPool[what]?.[at] ?? 0, part: (given, choice) => needByPeriod(given, choice, what)[at] ?? 0, apart: '', write: (amount) => words.count(amount / 100, 1), figure: (amount) => numberFigure(amount / 100, 'fte') }
}

/** Why one side comes to what it does: what each initiative is of it. */
export function explainSide(line: Line, { case: given, plan, name }: NamedSide, totals: PlanTotals, words: RoadmapWords): Explanation {
  const parts = plan.map((choice) => ({ term: words.nameOf(choice.candidateId), amount: line.part(given, choice) }))
  return explained(line, `${line.label}: ${name}`, line.total(totals), parts)
}

/** Why two sides differ in a line: what each initiative is of it in the second, less what it is in the first. */
export function explainChange(line: Line, [from, to]: readonly [NamedSide, NamedSide], [was, is]: readonly [PlanTotals, PlanTotals], words: RoadmapWords): Explanation {
  const parts = new Map<string, number>()
  const add = ({ case: given, plan }: NamedSide, sign: 1 | -1): void => plan.forEach((choice) => void parts.set(choice.candidateId, (parts.get(choice.candidateId) ?? 0) + sign * line.part(given, choice)))
  add(from, -1)
  add(to, 1)
  return { ...explained(line, `Difference: ${line.label}`, line.total(is) - line.total(was), [...parts].map(([id, amount]) => ({ term: words.nameOf(id), amount }))), formula: 'roadmap-difference' }
}

function explained({ figure, apart, formula, note }: Line, term: string, total: number, all: readonly { readonly term: string; readonly amount: number }[]): Explanation {
  const told = (amount: number): Metric<Figure> => known(figure(amount))
  const parts = all.filter(({ amount }) => amount !== 0).sort((a, b) => Math.abs(b.amount) - Math.abs(a.amount))
  const rest = total - sum(parts.map(({ amount }) => amount))
  return {
    term, figure: told(total), ...(formula ? { formula } : {}), ...(note ? { note } : {}),
    terms: [...parts.slice(0, mostNamed).map((part) => ({ term: part.term, figure: told(part.amount) })), ...(Math.abs(rest) < 0.5 || apart === '' ? [] : [{ term: apart, figure: told(rest) }])],
    ...(parts.length > mostNamed ? { omitted: parts.length - mostNamed } : {}),
  }
}

const sumOfWorth = (given: RoadmapCase, choice: Choice): number => {
  const { periods, later } = worthByPeriod(given, choice)
  return sum(periods) + later
}
const moneyOf = (minor: number, { currency }: RoadmapWords): Figure => ({ kind: 'money', money: money(BigInt(Math.round(minor)), currency) })

/** Why the plan of a point of a curve is worth what it is. */
export function explainPlan(given: RoadmapCase, plan: readonly Choice[], value: number, words: RoadmapWords): Explanation {
  const [, line] = linesOf([], false, words)
  const parts = plan.map((choice) => ({ term: words.nameOf(choice.candidateId), amount: sumOfWorth(given, choice) }))
  return { ...explained({ ...line!, apart: 'Stopping what runs, overtime, and what is uncertain' }, 'Value of the roadmap', value, parts), note: 'After every penalty' }
}

/** What no plan at a point of a curve exceeds. */
export function explainPointBound(value: number, bound: number, words: RoadmapWords): Explanation {
  return { term: 'Best possible there', figure: known(words.figureOf(bound)), formula: 'roadmap-value', note: 'By the prices of the limits no roadmap there is worth more', terms: [{ term: 'Value of the roadmap', figure: known(words.figureOf(value)) }, { term: 'Could be gained at most', figure: known(words.figureOf(bound - value)) }] }
}

/** What can be had once some demands give way. */
export const explainRelaxed = (value: number, words: RoadmapWords): Explanation => ({ term: 'Value of the best roadmap found', figure: known(words.figureOf(value)), formula: 'roadmap-value', note: 'Solved with just these demands loosened, all others kept' })

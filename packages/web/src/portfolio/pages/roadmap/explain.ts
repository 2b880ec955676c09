import { known, money, numberFigure, type Explanation, type Figure, type Metric } from '@throughline/engine/kernel'
import { costByPeriod, limitAmount, limitTitle, needByPeriod, type Bottleneck, type Choice, type LimitUse, type RoadmapAnswer, type RoadmapCase, type RoadmapConstraint, type RoadmapDifference, type RoadmapMove, type RoadmapPinPrice, type RoadmapVerdict, type Steadiness } from '@throughline/engine/portfolio'
import type { RoadmapWords } from './words.ts'

const counted = (amount: number): Metric<Figure> => known(numberFigure(amount))
/** Of one limit as many are named as fit beside a cell; the rest is counted. */
const mostNamed = 20

/** How many go ahead: as the plan of record has them, otherwise, or new. */
export function explainGoesAhead(plan: readonly Choice[], moves: readonly RoadmapMove[], candidates: number): Explanation {
  const fresh = moves.filter(({ from, to }) => from === null && to !== null).length
  const moved = moves.filter(({ from, to }) => from !== null && to !== null).length
  return {
    term: 'Initiatives that go ahead', figure: counted(plan.length), note: `${candidates - plan.length} of ${candidates} stay out`,
    terms: [{ term: 'As the plan of record has them', figure: counted(plan.length - fresh - moved) }, { term: 'With another start or another variant', figure: counted(moved) }, { term: 'Not in the plan of record', figure: counted(fresh) }],
  }
}

/** What one initiative adds or takes from one plan to another: what it is in the one less what it is in the other. */
export function explainPlace(difference: RoadmapDifference, which: 'worth' | 'cost', names: readonly [string, string], words: RoadmapWords): Explanation {
  const figure = (amount: number): Metric<Figure> => known(which === 'worth' ? words.figureOf(amount) : moneyOf(amount, words))
  const at = (choice: Choice | null): string => (choice === null ? 'Stays out' : `From ${words.period(choice.start)}, ${words.variantOf(choice.variantId)}`)
  return {
    term: `${which === 'worth' ? 'Value' : 'Cost'} of ${words.nameOf(difference.candidateId)}`, figure: figure(difference[which]), formula: 'roadmap-difference',
    terms: [{ term: names[1], figure: figure(difference.after[which]), note: at(difference.to) }, { term: `Less: ${names[0]}`, figure: figure(-difference.before[which]), note: at(difference.from) }],
  }
}

/** The dearest among the prices of pins on one candidate; undefined until there are any. */
export const dearestOf = (prices: readonly RoadmapPinPrice[] | undefined): RoadmapPinPrice | undefined => prices?.reduce<RoadmapPinPrice | undefined>((most, each) => (most === undefined || each.price > most.price ? each : most), undefined)

/** Why a pin has its price: it was solved again without it, and no plan without it gains more than its bound. */
export function explainPin({ pin, price, atMost }: RoadmapPinPrice, words: RoadmapWords): Explanation {
  return { term: `Given up by the pin on ${words.nameOf(pin.candidateId)}`, figure: known(words.figureOf(price)), formula: 'roadmap-value', note: 'The best found without it, less the best with it; everything else stays', terms: [{ term: 'At most, by what no roadmap without it exceeds', figure: known(words.figureOf(atMost)) }] }
}

/** What more of a limit brought when it was solved again, or what it could bring at most. */
export function explainMore({ limit, step, gain, atMost }: Bottleneck, which: 'gain' | 'atMost', answer: RoadmapAnswer, words: RoadmapWords): Explanation {
  const figure = (amount: number): Metric<Figure> => known(words.figureOf(amount))
  const more = `${limitAmount(limit, step, words)} more of ${limitTitle(limit, words)}`
  return which === 'gain'
    ? { term: `Brought by ${more}`, figure: figure(gain), formula: 'roadmap-value', note: 'Solved again with it', terms: [{ term: 'Best found with it', figure: figure(answer.value + gain) }, { term: 'Less: best found without it', figure: figure(-answer.value) }] }
    : { term: `Could be brought at most by ${more}`, figure: figure(atMost), formula: 'roadmap-value', note: 'By the prices of the limits, for certain', terms: [{ term: 'What none with it exceeds', figure: figure(answer.value + atMost) }, { term: 'Less: best found without it', figure: figure(-answer.value) }] }
}

/** In how many of the worlds that were solved an initiative goes ahead. */
export function explainShare({ candidateId, share }: Steadiness, worlds: number, words: RoadmapWords): Explanation {
  return { term: `Share of worlds with ${words.nameOf(candidateId)}`, figure: known(numberFigure(share, 'ratio')), terms: [{ term: 'Worlds in which it goes ahead', figure: counted(Math.round(share * worlds)) }, { term: 'Worlds that were solved', figure: counted(worlds) }], note: 'Core from 95%, never up to 5%' }
}

/** What each choice of a plan takes of one constraint, by period; null where a constraint is no budget and no pool. */
export type Taken = ReadonlyMap<RoadmapConstraint, readonly { readonly candidateId: string; readonly byPeriod: readonly number[] }[]>

/** What each choice takes of every budget and every pool, worked out once for a plan. An answer that came from a worker has copies of the constraints, so it is its own that are asked. */
export function takenBy(given: RoadmapCase, { plan, limits }: Pick<RoadmapAnswer, 'plan' | 'limits'>): Taken {
  return new Map([...new Set(limits.map(({ constraint }) => constraint))].flatMap((constraint) => {
    const take = takingOf(given, constraint)
    return take === null ? [] : [[constraint, plan.map((choice) => ({ candidateId: choice.candidateId, byPeriod: take(choice) }))] as const]
  }))
}

function takingOf(given: RoadmapCase, constraint: RoadmapConstraint): ((choice: Choice) => readonly number[]) | null {
  if (constraint.kind === 'potBudget' || constraint.kind === 'potTotal') {
    const pots = new Set(constraint.potIds)
    return (choice) => costByPeriod(given, choice, pots)
  }
  if (constraint.kind !== 'poolCapacity') return null
  return (choice) => {
    const lists = constraint.poolIds.map((id) => needByPeriod(given, choice, id))
    return given.periods.map((_, t) => lists.reduce((sum, list) => sum + (list[t] ?? 0), 0))
  }
}

/** What a limit is called, with its period. */
export const limitTerm = (limit: Pick<LimitUse, 'constraint' | 'words' | 'period'>, words: RoadmapWords): string => `${limitTitle(limit, words)}${limit.period === null ? '' : `, ${words.period(limit.period)}`}`

/** Why a limit is as full as it is: who takes how much of it, what there is, and what more of it would be worth. */
export function explainLimit(limit: LimitUse, taken: Taken, words: RoadmapWords): Explanation {
  const { constraint, period, used, limit: most, price } = limit
  const figure = (amount: number): Metric<Figure> => known(amountOf(constraint, amount, words))
  const parts = (taken.get(constraint) ?? []).map(({ candidateId, byPeriod }) => ({ candidateId, amount: period === null ? byPeriod.reduce((sum, each) => sum + each, 0) : (byPeriod[period] ?? 0) })).filter(({ amount }) => amount !== 0).sort((a, b) => b.amount - a.amount)
  const apart = used - parts.reduce((sum, { amount }) => sum + amount, 0)
  const more = Math.max(1, Math.round(most / 100))
  return {
    term: limitTerm(limit, words), figure: known(numberFigure(most > 0 ? used / most : 0, 'ratio')),
    note: price > 0 ? `${limitAmount(limit, more, words)} more is worth ${words.value(price * more)} at the margin` : 'More of it would bring nothing',
    terms: [
      {
        term: 'Used', figure: figure(used),
        terms: [...parts.slice(0, mostNamed).map(({ candidateId, amount }) => ({ term: words.nameOf(candidateId), figure: figure(amount) })), ...(apart === 0 || parts.length === 0 ? [] : [{ term: 'Stopping what runs', figure: figure(apart) }])],
        ...(parts.length > mostNamed ? { omitted: parts.length - mostNamed } : {}),
      },
      { term: 'There is', figure: figure(most) },
    ],
  }
}

/** How much of a scarce limit one initiative takes, beside all that is used of it. */
export function explainTake(candidateId: string, { limit, amount }: RoadmapVerdict['uses'][number], words: RoadmapWords): Explanation {
  const figure = (part: number): Metric<Figure> => known(amountOf(limit.constraint, part, words))
  return { term: `${words.nameOf(candidateId)} of ${limitTerm(limit, words)}`, figure: figure(amount), formula: 'roadmap-value', terms: [{ term: 'Used by all in the roadmap', figure: figure(limit.used) }, { term: 'There is', figure: figure(limit.limit) }] }
}

/** What others could make of what one initiative takes: at the price that the bound puts on the limit. */
export function explainAtPrice(candidateId: string, { limit, amount, atPrice }: RoadmapVerdict['uses'][number], words: RoadmapWords): Explanation {
  return {
    term: `Worth to others of what ${words.nameOf(candidateId)} takes`, figure: known(words.figureOf(atPrice)), formula: 'roadmap-value', note: 'What it takes at the price of the limit at the margin, from the proof of the bound',
    terms: [{ term: `Takes of ${limitTerm(limit, words)}`, figure: known(amountOf(limit.constraint, amount, words)) }, { term: `${limitAmount(limit, Math.max(1, Math.round(limit.limit / 100)), words)} more would be worth`, figure: known(words.figureOf(limit.price * Math.max(1, Math.round(limit.limit / 100)))) }],
  }
}

/** What the best roadmap with one initiative held in gives up, found by solving again; and what it gives up for certain. */
export function explainEntry(candidateId: string, { valueLost, atLeast }: { readonly valueLost: number; readonly atLeast: number }, answer: Pick<RoadmapAnswer, 'value'>, words: RoadmapWords): Explanation {
  const figure = (amount: number): Metric<Figure> => known(words.figureOf(amount))
  return {
    term: `Given up by holding in ${words.nameOf(candidateId)}`, figure: figure(valueLost), formula: 'roadmap-value', note: atLeast > 0 ? `Solved again with it held in; ${words.value(atLeast)} of it is for certain, since none with it exceeds ${words.value(answer.value - atLeast)}` : 'Solved again with it held in',
    terms: [{ term: 'Best found without holding it', figure: figure(answer.value) }, { term: 'Less: best found with it held in', figure: figure(valueLost - answer.value) }],
  }
}

const isMoney = ({ kind }: RoadmapConstraint): boolean => kind === 'potBudget' || kind === 'potTotal'
const moneyOf = (minor: number, { currency }: RoadmapWords): Figure => ({ kind: 'money', money: money(BigInt(Math.round(minor)), currency) })

/** Money in minor units, people in hundredths, or a count. */
function amountOf(constraint: RoadmapConstraint, amount: number, words: RoadmapWords): Figure {
  if (isMoney(constraint)) return moneyOf(amount, words)
  return constraint.kind === 'poolCapacity' ? numberFigure(amount / 100, 'fte') : numberFigure(amount)
}

import { addMoney, known, mapMetric, missing, moneyFigure, notApplicable, type Explained, type Explanation, type Metric, type Money } from '../../kernel/index.ts'
import type { ToGo } from './facts.ts'

/** An amount of one fiscal year, named by the calendar year in which it begins, with the rule by which it came about. */
export type DatedAmount = { readonly year: number; readonly label: string; readonly amount: Money; readonly rule: string | null }

/** What is known of an initiative's money: wholes, and their years where dates or entries tell them. */
export type MoneyKnown = { readonly standing: ToGo['standing']; readonly cost: Metric<Money>; readonly benefits: Metric<Money>; readonly costByYear: readonly DatedAmount[]; readonly benefitsByYear: readonly DatedAmount[] }

/** What somebody said of it, which stands before what is derived; null where nobody did. */
export type SaidToGo = { readonly benefitsToGo: Money | null; readonly costToGo: Money | null; readonly exitCost: Money | null; readonly switchingCost: Money | null; readonly note: string }

/** What an initiative still brings and costs, and what leaving or beginning it costs. */
export type MoneyToGo = { readonly benefitsToGo: Explained<Money>; readonly costToGo: Explained<Money>; readonly exitCost: Explained<Money>; readonly switchingCost: Explained<Money>; readonly costByYear: readonly DatedAmount[] }

/**
 * Money from the first fiscal year on that can still be planned (value-to-go). What lies in years before it is spent or decided, and is no
 * input of any decision. What has not begun has its whole before it. Without dates nothing says what is past, and the figure is missing.
 */
export function moneyToGoOf(facts: MoneyKnown, firstYear: number, said: SaidToGo | null): MoneyToGo {
  const ahead = facts.standing === 'candidate' ? 'whole' : firstYear
  const cost = said?.costToGo ? asSaid('Cost to go', said.costToGo, said.note) : toGo('Cost to go', facts.cost, facts.costByYear, ahead)
  return {
    benefitsToGo: said?.benefitsToGo ? asSaid('Benefits to go', said.benefitsToGo, said.note) : toGo('Benefits to go', facts.benefits, facts.benefitsByYear, ahead),
    costToGo: cost,
    exitCost: onlyFor('Exit cost', facts.standing === 'running', said?.exitCost ?? null, said?.note ?? '', 'Only what runs can be left.'),
    switchingCost: onlyFor('Switching cost', facts.standing !== 'running', said?.switchingCost ?? null, said?.note ?? '', 'It runs already.'),
    costByYear: yearsAhead(cost.metric, facts.costByYear, ahead, firstYear),
  }
}

const formula = 'value-to-go'

const asSaid = (term: string, amount: Money, note: string): Explained<Money> => ({ metric: known(amount), why: { term, figure: known(moneyFigure(amount)), formula, note: note === '' ? 'As it was given for this recalibration' : note } })

function onlyFor(term: string, applies: boolean, given: Money | null, note: string, otherwise: string): Explained<Money> {
  if (given) return asSaid(term, given, note)
  const metric: Metric<Money> = applies ? missing(term.toLowerCase()) : notApplicable
  return { metric, why: { term, figure: mapMetric(metric, moneyFigure), formula, note: applies ? 'Nobody gave it; the recalibration assumes a share of the cost of its first year to go.' : otherwise } }
}

function toGo(term: string, whole: Metric<Money>, years: readonly DatedAmount[], ahead: number | 'whole'): Explained<Money> {
  if (whole.status !== 'ok') return { metric: whole, why: { term, figure: mapMetric(whole, moneyFigure), formula } }
  if (ahead === 'whole') return { metric: whole, why: { term, figure: known(moneyFigure(whole.value)), formula, note: 'It has not begun: the whole lies ahead.' } }
  if (years.length === 0) return { metric: missing('start and end'), why: { term, figure: missing('start and end'), formula, note: 'Without dates nothing says which part lies ahead.' } }
  const sum = years.filter(({ year }) => year >= ahead).reduce((total, { amount }) => addMoney(total, amount), { ...whole.value, minor: 0n })
  const terms = years.map(({ year, label, amount, rule }): Explanation => ({ term: year < ahead ? `${label}: not counted, it is over or decided` : label, figure: known(moneyFigure(amount)), ...(rule === null ? {} : { source: { kind: 'derived', rule } as const }) }))
  return { metric: known(sum), why: { term, figure: known(moneyFigure(sum)), formula, terms } }
}

/** Cost to go by year, summing to it: an estimate keeps the shape of the years, and what lies before the first year falls into it. */
function yearsAhead(cost: Metric<Money>, years: readonly DatedAmount[], ahead: number | 'whole', firstYear: number): readonly DatedAmount[] {
  if (cost.status !== 'ok') return []
  const counted = years.filter(({ year }) => ahead === 'whole' || year >= ahead)
  const total = counted.reduce((sum, { amount }) => sum + amount.minor, 0n)
  if (total === cost.value.minor) return folded(counted, firstYear)
  return [{ year: firstYear, label: '', amount: cost.value, rule: 'Whole in the first year: nothing says how it spreads' }]
}

function folded(years: readonly DatedAmount[], firstYear: number): readonly DatedAmount[] {
  const early = years.filter(({ year }) => year < firstYear)
  const later = years.filter(({ year }) => year >= firstYear)
  const [first, ...others] = early
  if (!first) return later
  const sum = others.reduce((total, { amount }) => addMoney(total, amount), first.amount)
  const standing = later.find(({ year }) => year === firstYear)
  const whole: DatedAmount = { year: firstYear, label: standing?.label ?? '', amount: standing ? addMoney(standing.amount, sum) : sum, rule: standing?.rule ?? first.rule }
  return [whole, ...later.filter(({ year }) => year !== firstYear)]
}

import { addByYear, sourceOf, spreadBenefits, spreadCost, type InitiativeFacts, type InitiativeState, type SpreadLine } from '../../demand/index.ts'
import { addMoney, explainTotal, fiscalYearLabel, known, mapMetric, money, moneyFigure, numberFigure, ratio, sameUnit, subtractMoney, undefinedBecause, type Explained, type Metric, type Money } from '../../kernel/index.ts'
import { alignment, weightServed } from '../../strategy/index.ts'
import { pointsPerAlignment } from '../case.ts'
import { countHealth, type HealthCount } from '../position/index.ts'
import { isFunded, type Plan } from './plan.ts'
import { knownYearsOf } from './years.ts'

export type YearFigure = { readonly year: number; readonly label: string; readonly cost: Money; readonly benefits: Money }
export type DepartmentFigure = { readonly id: string | null; readonly name: string; readonly initiatives: number; readonly cost: Metric<Money>; readonly benefits: Metric<Money> }
export type ObjectiveFigure = { readonly id: string; readonly statement: string; readonly weight: number; readonly initiatives: number; readonly cost: Metric<Money>; readonly benefits: Metric<Money> }

/** What a plan comes to. All figures but `initiatives` and `current` are over funded work: approved, active or closing. */
export type PlanFigures = {
  readonly initiatives: number
  readonly funded: number
  readonly cost: Explained<Money>
  readonly benefits: Explained<Money>
  readonly net: Explained<Money>
  readonly ratio: Explained<number>
  /** Alignment in points, 10,000 for each initiative that serves every objective fully. */
  readonly strategic: Metric<number>
  /** Share of the objectives' weight that funded work serves. */
  readonly served: Explained<number>
  readonly years: readonly YearFigure[]
  /** Cost that no dates spread over years. */
  readonly undatedCost: Money
  readonly objectives: readonly ObjectiveFigure[]
  readonly departments: readonly DepartmentFigure[]
  readonly health: HealthCount
  /** Cost and benefits of everything current, funded or not, as the cockpit counts them. */
  readonly current: { readonly cost: Explained<Money>; readonly benefits: Explained<Money> }
}

/** The figures of a plan with why they are what they are (plan-figures). */
export function planFigures(plan: Plan): PlanFigures {
  const zero = money(0n, plan.currency)
  const current = plan.initiatives.filter((facts) => facts.current)
  const funded = current.filter(isFunded)
  const ids = new Set(funded.map(({ id }) => id))
  const links = plan.contributions.filter(({ initiativeId }) => ids.has(initiativeId))
  const cost = totalOver('Cost of funded work', funded, 'cost', zero)
  const benefits = totalOver('Benefits of funded work', funded, 'benefits', zero)
  const years = yearsOf(plan, funded, zero)
  const linksOf = Map.groupBy(links, ({ initiativeId }) => initiativeId)
  const points = funded.flatMap(({ id }) => {
    const { metric } = alignment(plan.objectives, linksOf.get(id) ?? [])
    return metric.status === 'ok' ? [Math.round(metric.value * pointsPerAlignment)] : []
  })
  return {
    initiatives: current.length,
    funded: funded.length,
    cost,
    benefits,
    net: netOf(cost, benefits),
    ratio: ratioOf(funded, zero),
    strategic: points.length === 0 ? undefinedBecause('NOT_PUBLISHED') : known(points.reduce((sum, value) => sum + value, 0)),
    served: weightServed(plan.objectives, links),
    years,
    undatedCost: years.reduce((rest, year) => subtractMoney(rest, year.cost), cost.metric.status === 'ok' ? cost.metric.value : zero),
    objectives: plan.objectives.map(({ id, statement, weight }) => {
      const serving = new Set(links.filter(({ objectiveId, contribution }) => objectiveId === id && contribution > 0).map(({ initiativeId }) => initiativeId))
      return { id, statement, weight, ...groupOf(funded.filter((facts) => serving.has(facts.id)), zero) }
    }),
    departments: departmentsOf(funded, zero),
    health: countHealth(funded),
    current: { cost: overCurrent('cost', cost, current, zero), benefits: overCurrent('benefits', benefits, current, zero) },
  }
}

/** An amount in the plan's currency; one in another is left out of totals with that as its reason. */
export const amountIn = (facts: InitiativeFacts, field: 'cost' | 'benefits', zero: Money): Metric<Money> => {
  const metric = facts[field]
  return metric.status === 'ok' && !sameUnit(metric.value, zero) ? undefinedBecause('MIXED_UNITS') : metric
}

const totalOver = (term: string, initiatives: readonly InitiativeFacts[], field: 'cost' | 'benefits', zero: Money): Explained<Money> =>
  explainTotal(term, initiatives.map((facts) => ({ term: facts.name, amount: amountIn(facts, field, zero), ...sourceOf(facts.sources[field]) })), zero, { formula: 'plan-figures' })

/** The sum of everything current: funded work, and by state what is not funded. */
function overCurrent(field: 'cost' | 'benefits', funded: Explained<Money>, current: readonly InitiativeFacts[], zero: Money): Explained<Money> {
  const others = [...Map.groupBy(current.filter((facts) => !isFunded(facts)), ({ state }) => state)].map(([state, facts]) => ({ term: `Not funded, ${stateNames[state]}: ${facts.length}`, amount: sumOf(facts, field, zero) }))
  return explainTotal(field === 'cost' ? 'Cost of everything current' : 'Benefits of everything current', [{ term: 'Funded work: approved, active or closing', amount: funded.metric }, ...others], zero, { formula: 'plan-figures' })
}
const stateNames: Readonly<Record<InitiativeState, string>> = { idea: 'ideas', case: 'business cases', approved: 'approved', active: 'active', on_hold: 'on hold', closing: 'closing', closed: 'closed', stopped: 'stopped' }

function netOf(cost: Explained<Money>, benefits: Explained<Money>): Explained<Money> {
  const metric = cost.metric.status === 'ok' && benefits.metric.status === 'ok' ? known(subtractMoney(benefits.metric.value, cost.metric.value)) : benefits.metric.status === 'ok' ? cost.metric : benefits.metric
  return { metric, why: { term: 'Benefits less cost, undiscounted', figure: mapMetric(metric, moneyFigure), formula: 'plan-figures', terms: [benefits.why, cost.why] } }
}

/** Benefits over cost, summed over the funded work that gives both above zero: a ratio of sums. */
function ratioOf(funded: readonly InitiativeFacts[], zero: Money): Explained<number> {
  const above = (metric: Metric<Money>): boolean => metric.status === 'ok' && metric.value.minor > 0n
  const both = funded.filter((facts) => above(amountIn(facts, 'cost', zero)) && above(amountIn(facts, 'benefits', zero)))
  const [cost, benefits] = [totalOver('Cost of those that give both', both, 'cost', zero), totalOver('Benefits of those that give both', both, 'benefits', zero)]
  const metric = both.length > 0 && cost.metric.status === 'ok' && benefits.metric.status === 'ok' ? ratio(Number(benefits.metric.value.minor), Number(cost.metric.value.minor)) : undefinedBecause('NOT_PUBLISHED')
  return { metric, why: { term: 'Benefit-cost ratio', figure: mapMetric(metric, (value) => numberFigure(value, 'ratio')), formula: 'benefit-cost-ratio', terms: [benefits.why, cost.why] } }
}

function yearsOf(plan: Plan, funded: readonly InitiativeFacts[], zero: Money): readonly YearFigure[] {
  const linesOf = (field: 'cost' | 'benefits', spread: (facts: InitiativeFacts, total: Money) => readonly SpreadLine[]) =>
    addByYear(funded.flatMap((facts) => {
      const amount = amountIn(facts, field, zero)
      return amount.status === 'ok' ? spread(facts, amount.value) : []
    }))
  const cost = linesOf('cost', ({ id, startOn, endOn }, total) => spreadCost({ total, startOn, endOn, known: knownYearsOf(plan, id, 'cost') }, plan.calendar).lines)
  const benefits = linesOf('benefits', ({ id, endOn }, total) => spreadBenefits({ total, endOn, known: knownYearsOf(plan, id, 'benefits') }, plan.calendar).lines)
  return [...new Set([...cost.keys(), ...benefits.keys()])].sort((a, b) => a - b).map((year) => ({ year, label: fiscalYearLabel(plan.calendar, year), cost: cost.get(year) ?? zero, benefits: benefits.get(year) ?? zero }))
}

function groupOf(members: readonly InitiativeFacts[], zero: Money): { readonly initiatives: number; readonly cost: Metric<Money>; readonly benefits: Metric<Money> } {
  return { initiatives: members.length, cost: sumOf(members, 'cost', zero), benefits: sumOf(members, 'benefits', zero) }
}

function sumOf(members: readonly InitiativeFacts[], field: 'cost' | 'benefits', zero: Money): Metric<Money> {
  const amounts = members.flatMap((facts) => {
    const amount = amountIn(facts, field, zero)
    return amount.status === 'ok' ? [amount.value] : []
  })
  return members.length > 0 && amounts.length === 0 ? undefinedBecause('NOT_PUBLISHED') : known(amounts.reduce(addMoney, zero))
}

/** Departments by name, those without one last. */
function departmentsOf(funded: readonly InitiativeFacts[], zero: Money): readonly DepartmentFigure[] {
  return [...Map.groupBy(funded, ({ unitId }) => unitId)]
    .map(([id, members]) => ({ id, name: members[0]?.unitName ?? 'No department', ...groupOf(members, zero) }))
    .sort((a, b) => Number(a.id === null) - Number(b.id === null) || (a.name < b.name ? -1 : 1))
}

import { allocateMoney, explainTotal, known, mapMetric, missing, numberFigure, sumMoney, undefinedBecause, type Explained, type Metric, type Money, type Part } from '../../kernel/index.ts'

/** A goal of a strategy, with the initiatives that serve it; `weight` is its share in that strategy. Contributions of 0 or less serve nothing. */
export type StakeGoal = { readonly id: string; readonly statement: string; readonly weight: number; readonly contributions: readonly { readonly initiativeId: string; readonly contribution: number }[] }
/** Whose goals they are: a unit, with those below it under its control; a function that is no unit controls nothing. */
export type StakeHolder = { readonly id: string; readonly name: string; readonly unitId: string | null; readonly goals: readonly StakeGoal[] }
/** An initiative with who owns it, what it is worth, and its class of delivery confidence, which is counted and never turned into a number. */
export type StakeInitiative = { readonly id: string; readonly name: string; readonly unitId: string | null; readonly benefits: Metric<Money>; readonly confidence: string | null }
export type StakeFacts = { readonly holders: readonly StakeHolder[]; readonly initiatives: readonly StakeInitiative[]; /** The unit that each stands below. */ readonly parents: ReadonlyMap<string, string | null>; readonly zero: Money }

/** How far one goal depends on initiatives that others own: by contribution, and by the value that is put down to it. */
export type GoalStake = { readonly goalId: string; readonly own: readonly string[]; readonly others: readonly string[]; readonly dependence: Explained<number>; readonly exposed: Explained<Money> }
/** What depends on one owner; `unitId` null where an initiative has no unit. Each initiative with what of its value is at stake. */
export type OwnerStake = { readonly unitId: string | null; readonly initiatives: readonly { readonly id: string; readonly goalIds: readonly string[]; readonly value: Metric<Money> }[]; readonly value: Explained<Money> }
export type HolderStake = {
  readonly id: string
  readonly goals: readonly GoalStake[]
  /** Share of the weight of its goals that hangs on others; undefined where no goal is served. */
  readonly dependence: Explained<number>
  readonly exposed: Explained<Money>
  readonly own: Explained<Money>
  /** What is exposed by class of delivery confidence. */
  readonly classes: readonly { readonly confidence: string | null; readonly initiatives: number; readonly value: Explained<Money> }[]
  /** Whom it depends on. */
  readonly owners: readonly OwnerStake[]
}

/** What of an initiative is put down to one goal. */
type Stake = { readonly goal: StakeGoal; readonly initiative: StakeInitiative; readonly contribution: number; readonly value: Metric<Money>; readonly own: boolean }

/**
 * Stake and control: of the value of each holder's goals, what depends on initiatives that it does not own (stake-exposure). The benefits of an
 * initiative are split over all the goals that it serves, whoever holds them, in proportion to its contributions, so that nothing counts twice.
 */
export function stakesOf({ holders, initiatives, parents, zero }: StakeFacts): readonly HolderStake[] {
  const byId = new Map(initiatives.map((one) => [one.id, one]))
  const values = valuesByGoal(holders, byId)
  return holders.map((holder) => {
    const stakes = holder.goals.flatMap((goal) => goal.contributions.flatMap(({ initiativeId, contribution }): Stake[] => {
      const initiative = byId.get(initiativeId)
      return initiative && contribution > 0 ? [{ goal, initiative, contribution, value: values(initiativeId, goal.id), own: isWithin(initiative.unitId, holder.unitId, parents) }] : []
    }))
    return holderStake(holder, stakes, zero)
  })
}

function holderStake({ id, name, goals }: StakeHolder, stakes: readonly Stake[], zero: Money): HolderStake {
  const others = stakes.filter(({ own }) => !own)
  const total = (term: string, some: readonly Stake[]): Explained<Money> => explainTotal(term, partsOf(some), zero, { formula: 'stake-exposure' })
  const each = goals.map((goal) => goalStake(goal, stakes.filter((stake) => stake.goal.id === goal.id), zero))
  return {
    id, goals: each, dependence: weighed(name, goals, each), exposed: total(`What ${name} depends on others for`, others), own: total(`In the hands of ${name}`, stakes.filter(({ own }) => own)),
    classes: [...Map.groupBy(others, ({ initiative }) => initiative.confidence)].map(([confidence, some]) => ({ confidence, initiatives: new Set(some.map(({ initiative }) => initiative.id)).size, value: total('At stake with this delivery confidence', some) })),
    owners: [...Map.groupBy(others, ({ initiative }) => initiative.unitId)].map(([unitId, some]) => ({ unitId, initiatives: initiativesOf(some, zero), value: total('At stake', some) })).sort((a, b) => largest({ value: b.value.metric }) - largest({ value: a.value.metric })),
  }
}

function goalStake(goal: StakeGoal, stakes: readonly Stake[], zero: Money): GoalStake {
  const others = stakes.filter(({ own }) => !own)
  const sum = (some: readonly Stake[]): number => some.reduce((all, { contribution }) => all + contribution, 0)
  const metric: Metric<number> = stakes.length === 0 ? missing('initiatives that serve it') : known(sum(others) / sum(stakes))
  return {
    goalId: goal.id, own: stakes.filter(({ own }) => own).map(({ initiative }) => initiative.id), others: others.map(({ initiative }) => initiative.id),
    dependence: {
      metric, why: {
        term: goal.statement, figure: mapMetric(metric, (share) => numberFigure(share, 'ratio')), formula: 'stake-exposure', note: 'Contributions of initiatives that others own, over all contributions',
        terms: stakes.map(({ initiative, contribution, own }) => ({ term: own ? `${initiative.name}, its own` : initiative.name, figure: known(numberFigure(contribution, 'ratio')) })),
      },
    },
    exposed: explainTotal(goal.statement, partsOf(others), zero, { formula: 'stake-exposure' }),
  }
}

/** Σ weight × dependence over the goals that are served, over the weight of those. */
function weighed(name: string, goals: readonly StakeGoal[], stakes: readonly GoalStake[]): Explained<number> {
  const served = stakes.flatMap(({ goalId, dependence: { metric } }) => (metric.status === 'ok' ? [{ goal: goals.find(({ id }) => id === goalId), share: metric.value }] : []))
  const weight = served.reduce((sum, { goal }) => sum + (goal?.weight ?? 0), 0)
  const metric: Metric<number> = served.length === 0 ? missing('initiatives that serve it') : weight === 0 ? undefinedBecause('DIV_BY_ZERO') : known(served.reduce((sum, { goal, share }) => sum + (goal?.weight ?? 0) * share, 0) / weight)
  const left = stakes.length - served.length
  return { metric, why: { term: `What ${name} wants, and others hold`, figure: mapMetric(metric, (share) => numberFigure(share, 'ratio')), formula: 'stake-exposure', ...(left > 0 ? { note: `${left} of ${stakes.length} goals are served by no initiative and are left out` } : {}), terms: served.map(({ goal, share }) => ({ term: `${goal?.statement ?? ''}, weight ${((goal?.weight ?? 0) * 100).toFixed(1)} %`, figure: known(numberFigure(share, 'ratio')) })) } }
}

/** What of the benefits of an initiative is put down to a goal: whole minor units that sum to the benefits over all goals that it serves. */
function valuesByGoal(holders: readonly StakeHolder[], initiatives: ReadonlyMap<string, StakeInitiative>): (initiativeId: string, goalId: string) => Metric<Money> {
  const served = Map.groupBy(holders.flatMap(({ goals }) => goals.flatMap(({ id, contributions }) => contributions.filter(({ contribution }) => contribution > 0).map((one) => ({ ...one, goalId: id })))), ({ initiativeId }) => initiativeId)
  const split = new Map([...served].map(([id, own]) => {
    const weights = own.map(({ contribution }) => BigInt(Math.max(1, Math.round(contribution * 1000))))
    const benefits = initiatives.get(id)?.benefits
    const parts = benefits?.status === 'ok' ? allocateMoney(benefits.value, weights) : []
    return [id, new Map(own.map(({ goalId }, at) => [goalId, parts[at]]))] as const
  }))
  return (initiativeId, goalId) => {
    const part = split.get(initiativeId)?.get(goalId)
    const benefits = initiatives.get(initiativeId)?.benefits ?? undefinedBecause('NOT_PUBLISHED')
    return mapMetric(benefits, (whole) => part ?? whole)
  }
}

/** Whether a unit is another one or stands below it. */
function isWithin(unitId: string | null, above: string | null, parents: ReadonlyMap<string, string | null>): boolean {
  if (above === null) return false
  const seen = new Set<string>()
  for (let at = unitId; at !== null && !seen.has(at); at = parents.get(at) ?? null) {
    if (at === above) return true
    seen.add(at)
  }
  return false
}

function initiativesOf(stakes: readonly Stake[], zero: Money): OwnerStake['initiatives'] {
  return [...Map.groupBy(stakes, ({ initiative }) => initiative.id)].map(([id, some]) => {
    const parts = some.flatMap(({ value }) => (value.status === 'ok' ? [value.value] : []))
    return { id, goalIds: some.map(({ goal }) => goal.id), value: parts.length > 0 ? known(sumMoney(parts, zero)) : (some[0]?.value ?? undefinedBecause('NOT_PUBLISHED')) }
  }).sort((a, b) => largest(b) - largest(a))
}

const partsOf = (stakes: readonly Stake[]): readonly Part[] => stakes.map(({ initiative, goal, value }) => ({ term: `${initiative.name}, for “${goal.statement}”`, amount: value }))
const largest = ({ value }: { readonly value: Metric<Money> }): number => (value.status === 'ok' ? Number(value.value.minor) : -1)

import { describeMetric, invariant, type Metric } from '../../kernel/index.ts'
import type { Mapping, StrategyVersion } from '../../strategy/index.ts'
import type { Constraint } from '../constraints/kinds.ts'
import type { DeclaredWorth, RecalibrationInput, TakenMoney, ToGo } from './facts.ts'

/** How a recalibration weighs, and what it assumes where nobody gave a cost of leaving or beginning: shares of the cost of the first year to go. */
export type RecalibrationRules = { readonly worth: DeclaredWorth; readonly hysteresis: number; readonly emergency: string | null; readonly exitShare: number; readonly switchingShare: number; readonly constraints: readonly Constraint[] }

/** What nobody chose yet: alignment alone, nothing assumed, no constraint. */
export const usualRules: RecalibrationRules = { worth: { kind: 'strategic' }, hysteresis: 0, emergency: null, exitShare: 0, switchingShare: 0, constraints: [] }

/** An initiative as it is told: figures that cannot be known say why. Contributions are whole thousandths by key. */
export type ToldToGo = Omit<ToGo, 'benefitsToGo' | 'costToGo' | 'exitCost' | 'switchingCost' | 'before' | 'after' | 'requires' | 'costByYear'> & {
  readonly benefitsToGo: Metric<number>
  readonly costToGo: Metric<number>
  readonly exitCost: Metric<number>
  readonly switchingCost: Metric<number>
  readonly costByYear: Readonly<Record<string, number>>
  readonly before: Readonly<Record<string, number>>
  readonly after: Readonly<Record<string, number>>
  readonly requires: readonly string[]
}

/** Everything that a recalibration is computed from, as it travels. */
export type RecalibrationFacts = {
  readonly before: StrategyVersion
  readonly after: StrategyVersion
  readonly mappings: readonly Mapping[]
  readonly initiatives: readonly ToldToGo[]
  /** Ties that hold whatever is asked for. */
  readonly standing: readonly Constraint[]
  readonly settings: RecalibrationRules
  readonly currency: string
  readonly firstYear: number
  readonly benefits: RecalibrationInput['benefits']
  readonly coverage: RecalibrationInput['coverage']
}

/** A recalibration that can be computed, what is left out of it and why, and what it assumes. */
export type PreparedRecalibration = { readonly input: RecalibrationInput; readonly left: readonly { readonly id: string; readonly name: string; readonly because: string }[]; readonly notes: readonly string[] }

/**
 * Turns what is known into what can be computed, the same for the browser, the command line and the server. Whoever lacks a figure that is
 * weighed is left out with the reason, and keeps its place until a person decides; nothing unknown is taken for 0.
 */
export function prepareRecalibration(facts: RecalibrationFacts): PreparedRecalibration {
  const { before, after, mappings, settings, currency, firstYear, benefits, coverage } = facts
  const judged = facts.initiatives.map((one) => ({ one, because: lackOf(one, settings.worth) }))
  const initiatives = judged.flatMap(({ one, because }) => (because === null ? [weighable(one, settings, firstYear)] : []))
  const ids = new Set(initiatives.map(({ id }) => id))
  const linked = initiatives.map((one) => (one.requires ? { ...one, requires: one.requires.filter((id) => ids.has(id)) } : one))
  const running = new Set(facts.initiatives.flatMap(({ id, standing }) => (standing === 'running' ? [id] : [])))
  const goOn = facts.initiatives.filter(({ id }) => running.has(id) && !ids.has(id))
  const constraints = [...facts.standing, ...settings.constraints].flatMap((constraint) => withinKnown(constraint, ids, running))
  const unmet = initiatives.filter(({ id, requires }) => !running.has(id) && requires?.some((each) => !ids.has(each) && !running.has(each)))
  const taken = takenBy(goOn)
  return {
    input: { before, after, mappings, initiatives: linked, constraints: [...constraints, ...unmet.map(waiting)], ...(taken ? { taken } : {}), currency, firstYear, worth: settings.worth, hysteresis: settings.hysteresis, emergency: settings.emergency, benefits, coverage },
    left: judged.flatMap(({ one: { id, name }, because }) => (because === null ? [] : [{ id, name, because }])),
    notes: [...assumptions(facts.initiatives.filter(({ id }) => ids.has(id)), settings), ...unpaid(goOn), ...(unmet.length > 0 ? [`${counted(unmet.length, 'initiative')} cannot begin: what ${unmet.length === 1 ? 'it requires' : 'they require'} is left out and does not run (${unmet.map(({ name }) => name).join(', ')}).`] : [])],
  }
}

/** What is missing of an initiative to be weighed; null where nothing is. */
function lackOf({ costToGo, benefitsToGo }: ToldToGo, worth: DeclaredWorth): string | null {
  if (costToGo.status !== 'ok') return `Its cost to go is not known. ${describeMetric(costToGo)}.`
  if (costToGo.value < 0) return 'Its cost to go is below zero.'
  return worth.kind === 'money' && benefitsToGo.status !== 'ok' ? `What it still brings is not known. ${describeMetric(benefitsToGo)}.` : null
}

function weighable(one: ToldToGo, { exitShare, switchingShare }: RecalibrationRules, firstYear: number): ToGo {
  const first = one.costByYear[String(firstYear)] ?? 0
  const or = (given: Metric<number>, share: number): number => (given.status === 'ok' ? given.value : given.status === 'missing' ? Math.round(first * share) : 0)
  const { requires, costToGo, ...rest } = one
  invariant(costToGo.status === 'ok', 'what is weighed has a cost to go that is known')
  return {
    ...rest,
    benefitsToGo: one.benefitsToGo.status === 'ok' ? one.benefitsToGo.value : null,
    costToGo: costToGo.value,
    exitCost: or(one.exitCost, exitShare), switchingCost: or(one.switchingCost, switchingShare),
    before: new Map(Object.entries(one.before)), after: new Map(Object.entries(one.after)),
    ...(requires.length > 0 ? { requires } : {}),
  }
}

/** A constraint without those that are left out, of which those that run keep their place in it; nothing of what they alone were in. */
function withinKnown(constraint: Constraint, ids: ReadonlySet<string>, running: ReadonlySet<string>): readonly Constraint[] {
  const goesOn = (id: string): boolean => running.has(id) && !ids.has(id)
  // What runs already needs nobody to begin; what does not waits for what it requires.
  const held = (candidateId: string): readonly Constraint[] => (running.has(candidateId) ? [] : [waiting({ id: candidateId })])
  if ('candidateIds' in constraint) {
    const candidateIds = constraint.candidateIds.filter((id) => ids.has(id))
    const there = constraint.candidateIds.filter(goesOn).length
    if (candidateIds.length === 0) return []
    switch (constraint.kind) {
      case 'exclusion':
        return there === 0 ? [{ ...constraint, candidateIds }] : [{ kind: 'atMostK', candidateIds, most: 0 }]
      case 'atMostK':
        return [{ ...constraint, candidateIds, most: Math.max(0, constraint.most - there) }]
      case 'atLeastK':
        return constraint.least <= there ? [] : [{ ...constraint, candidateIds, least: constraint.least - there }]
    }
  }
  if ('candidateId' in constraint && !ids.has(constraint.candidateId)) return []
  if (constraint.kind === 'dependency') {
    const [requires, unmet] = [constraint.requires.filter((id) => ids.has(id)), constraint.requires.some((id) => !ids.has(id) && !running.has(id))]
    return unmet ? held(constraint.candidateId) : requires.length === 0 ? [] : [{ ...constraint, requires }]
  }
  if (constraint.kind === 'dependencyAny') {
    const requiresAny = constraint.requiresAny.filter((id) => ids.has(id))
    return constraint.requiresAny.some(goesOn) ? [] : requiresAny.length === 0 ? held(constraint.candidateId) : [{ ...constraint, requiresAny }]
  }
  return constraint.kind === 'maximumChange' ? [{ ...constraint, from: constraint.from.filter((id) => ids.has(id)) }] : [constraint]
}

const waiting = ({ id }: { readonly id: string }): Constraint => ({ kind: 'mustExclude', candidateId: id, because: 'What it requires is left out and does not run' })

/** What those that are left out and go on take of budgets; undefined where nothing of it is known. */
function takenBy(goOn: readonly ToldToGo[]): TakenMoney | undefined {
  const paid = goOn.flatMap(({ costToGo, costByYear, unitId }) => (costToGo.status === 'ok' && costToGo.value > 0 ? [{ cost: costToGo.value, costByYear, unitId }] : []))
  if (paid.length === 0) return undefined
  const [byYear, byUnit]: readonly [Record<string, number>, Record<string, number>] = [{}, {}]
  for (const { cost, costByYear, unitId } of paid) {
    for (const [year, amount] of Object.entries(costByYear)) byYear[year] = (byYear[year] ?? 0) + amount
    if (unitId !== null) byUnit[unitId] = (byUnit[unitId] ?? 0) + cost
  }
  return { total: paid.reduce((sum, { cost }) => sum + cost, 0), byYear, byUnit }
}

function unpaid(goOn: readonly ToldToGo[]): readonly string[] {
  const unknown = goOn.filter(({ costToGo }) => costToGo.status !== 'ok').length
  const paid = goOn.length - unknown
  return [
    ...(paid > 0 ? [`${counted(paid, 'initiative')} that ${paid === 1 ? 'runs and is' : 'run and are'} left out ${paid === 1 ? 'keeps its place: its' : 'keep their place: their'} cost to go is taken from every budget first.`] : []),
    ...(unknown > 0 ? [`What ${counted(unknown, 'running initiative')} without a cost to go ${unknown === 1 ? 'takes' : 'take'} of a budget is not known, and is taken from none.`] : []),
  ]
}

function assumptions(weighed: readonly ToldToGo[], { exitShare, switchingShare, worth }: RecalibrationRules): readonly string[] {
  const without = (figure: (one: ToldToGo) => Metric<number>): number => weighed.filter((one) => figure(one).status === 'missing').length
  const share = (part: number): string => (part === 0 ? 'nothing' : `${Math.round(part * 100)}% of the cost of the first year to go`)
  const [exits, starts, unvalued] = [without(({ exitCost }) => exitCost), without(({ switchingCost }) => switchingCost), weighed.filter(({ benefitsToGo }) => benefitsToGo.status !== 'ok').length]
  return [
    ...(exits > 0 ? [`Nobody gave what leaving ${counted(exits, 'running initiative')} costs: ${share(exitShare)} is assumed.`] : []),
    ...(starts > 0 ? [`Nobody gave what beginning ${counted(starts, 'initiative')} costs others: ${share(switchingShare)} is assumed.`] : []),
    ...(unvalued > 0 && worth.kind === 'strategic' ? [`What ${counted(unvalued, 'initiative')} still ${unvalued === 1 ? 'brings' : 'bring'} is not known; they are weighed by their alignment alone and are never proposed to be stopped for money.`] : []),
  ]
}

const counted = (number: number, what: string): string => `${number} ${what}${number === 1 ? '' : 's'}`

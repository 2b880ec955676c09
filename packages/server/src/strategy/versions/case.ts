import type { CaseInitiative, InitiativeToGo, RecalibrationCase, ToGoEstimate, VersionContribution } from '@throughline/contract/strategy'
import { toWire } from '@throughline/contract/wire'
import { spreadBenefits, spreadCost, type InitiativeFacts, type Spread } from '@throughline/engine/demand'
import { fiscalYear, fiscalYearLabel, fiscalYearOf, mapMetric, money, type CivilDate, type FiscalCalendar } from '@throughline/engine/kernel'
import { moneyToGoOf, type Constraint, type DatedAmount, type MoneyToGo, type Plan, type SaidToGo, type ToldCoverage } from '@throughline/engine/portfolio'
import { contributionOf, type Mapping, type StrategyVersion, type TreeChange } from '@throughline/engine/strategy'
import type { StrategyDocument } from './content.ts'
import type { PlanToGo } from './plan-source.ts'

/** How an initiative stands to the plan: what was decided on runs, what is on hold is paused, what is over is no part of it. */
export function standingOf({ state }: Pick<InitiativeFacts, 'state'>): 'running' | 'paused' | 'candidate' | null {
  switch (state) {
    case 'approved':
    case 'active':
    case 'closing':
      return 'running'
    case 'on_hold':
      return 'paused'
    case 'idea':
    case 'case':
      return 'candidate'
    case 'closed':
    case 'stopped':
      return null
  }
}

/** The plan of record as a case reads it. */
export type CasePlan = Plan & { readonly positionOn: string | null; readonly toGo: ReadonlyMap<string, PlanToGo>; readonly deciders: string }

/** The first fiscal year that can still be planned: the one after the newest position, or after today. */
export const firstYearOf = ({ positionOn, calendar }: Pick<CasePlan, 'positionOn' | 'calendar'>, today: CivilDate): number => fiscalYearOf(calendar, positionOn ?? today) + 1

/** The money of one initiative from now on, with its reasons. */
export function moneyOf(one: InitiativeFacts, plan: Omit<CasePlan, 'deciders'>, firstYear: number, estimate: ToGoEstimate | undefined): MoneyToGo {
  const { calendar, currency } = plan
  const given = plan.givenYears.get(one.id)
  const cost = one.cost.status === 'ok' ? spreadCost({ total: one.cost.value, startOn: one.startOn, endOn: one.endOn, known: [...(plan.publishedYears.get(one.id) ?? []), ...(given?.cost ?? [])] }, calendar) : nothing
  const benefits = one.benefits.status === 'ok' ? spreadBenefits({ total: one.benefits.value, endOn: one.endOn, known: given?.benefits ?? [] }, calendar) : nothing
  const standing = standingOf(one) ?? 'candidate'
  return moneyToGoOf({ standing, cost: one.cost, benefits: one.benefits, costByYear: dated(cost), benefitsByYear: dated(benefits) }, firstYear, saidOf(plan.toGo.get(one.id), estimate, currency))
}

const nothing: Spread = { lines: [], note: null }
const dated = ({ lines }: Spread): readonly DatedAmount[] => lines.map(({ year, label, amount, rule }) => ({ year, label, amount, rule }))

/** What was given for this recalibration stands before what the plan of the work says. */
function saidOf(planned: PlanToGo | undefined, estimate: ToGoEstimate | undefined, currency: string): SaidToGo | null {
  if (!planned && !estimate) return null
  const amount = (minor: number | null | undefined) => (minor === null || minor === undefined ? null : money(BigInt(minor), currency))
  const note = estimate ? estimate.note : 'From the plan of the work'
  return { benefitsToGo: amount(estimate?.benefitsToGo), costToGo: amount(estimate?.costToGo ?? planned?.toGo), exitCost: amount(estimate?.exitCost ?? planned?.exit), switchingCost: amount(estimate?.switchingCost), note }
}

/** One initiative as it is asked for on its own. */
export function presentToGo(one: InitiativeFacts, plan: Omit<CasePlan, 'deciders'>, today: CivilDate, estimate: ToGoEstimate | undefined): InitiativeToGo {
  const firstYear = firstYearOf(plan, today)
  const { benefitsToGo, costToGo, exitCost, switchingCost } = moneyOf(one, plan, firstYear, estimate)
  return toWire({ initiative: { id: one.id, key: one.key, name: one.name }, from: fiscalYear(plan.calendar, firstYear).from, benefitsToGo, costToGo, exitCost, switchingCost }) as InitiativeToGo
}

/** A draft and what it meets, as a case is made from them. */
export type CaseSources = {
  readonly versionId: string
  readonly before: StrategyVersion
  readonly after: StrategyVersion
  readonly mappings: readonly Mapping[]
  readonly unitStrategies: readonly TreeChange[]
  readonly inForce: readonly VersionContribution[]
  readonly composed: readonly VersionContribution[]
  readonly document: Pick<StrategyDocument, 'settings' | 'estimates'>
  readonly plan: CasePlan
  readonly coverage: readonly ToldCoverage[]
  /** Alignment of initiatives as they were reviewed, the newest version first. */
  readonly reviewed: readonly Readonly<Record<string, number>>[]
  readonly today: CivilDate
}

/** Everything that a recalibration is computed from. Work that is over, and what the newest position does not list, is no part of it. */
export function presentCase(sources: CaseSources): RecalibrationCase {
  const { plan, document, today, before, after } = sources
  const firstYear = firstYearOf(plan, today)
  const initiatives = casesOf(sources, firstYear)
  const ids = new Set(initiatives.map(({ id }) => id))
  const years = new Set(initiatives.flatMap(({ costByYear }) => Object.keys(costByYear).map(Number)))
  const keysOf = Map.groupBy(sources.composed, ({ initiativeId }) => initiativeId)
  const earlier = Map.groupBy(sources.inForce, ({ initiativeId }) => initiativeId)
  const named = (one: CaseInitiative): string[] => [...new Set([...(earlier.get(one.id) ?? []), ...(keysOf.get(one.id) ?? [])].filter(({ contribution }) => contribution > 0).map(({ key }) => key))]
  return toWire({
    versionId: sources.versionId, asOf: today, currency: plan.currency, firstYear, before, after, mappings: sources.mappings, unitStrategies: sources.unitStrategies, initiatives,
    standing: plan.ties.exclusions.map(({ initiativeIds }): Constraint => ({ kind: 'exclusion', candidateIds: initiativeIds.filter((id) => ids.has(id)) })).filter((one) => 'candidateIds' in one && one.candidateIds.length > 1),
    settings: document.settings, coverage: sources.coverage,
    // Each initiative's benefits serve what it serves.
    benefits: initiatives.filter(({ benefitsToGo }) => benefitsToGo.status === 'ok').map((one) => ({ id: one.id, name: `Benefits of ${one.name}`, keys: named(one) })),
    years: [...years].sort((a, b) => a - b).map((year) => ({ year, label: fiscalYearLabel(plan.calendar, year), running: initiatives.reduce((sum, one) => sum + (one.standing === 'running' ? (one.costByYear[String(year)] ?? 0) : 0), 0) })),
    units: [...new Map(initiatives.flatMap(({ unitId, unit }) => (unitId === null ? [] : [[unitId, unit ?? ''] as const])))].map(([id, name]) => ({ id, name })).sort((a, b) => (a.name < b.name ? -1 : 1)),
    notes: notesOn(plan, firstYear),
  }) as unknown as RecalibrationCase
}

function casesOf({ plan, document, inForce, composed, reviewed, today }: CaseSources, firstYear: number): readonly CaseInitiative[] {
  const [before, after] = [byInitiative(inForce), byInitiative(composed)]
  const estimates = new Map(document.estimates.map((one) => [one.initiativeId, one]))
  const requires = Map.groupBy(plan.ties.dependencies, ({ fromId }) => fromId)
  const neededBy = Map.groupBy(plan.ties.dependencies, ({ toId }) => toId)
  const names = new Map(plan.initiatives.map(({ id, name }) => [id, name]))
  return plan.initiatives.flatMap((one): readonly CaseInitiative[] => {
    const standing = one.current ? standingOf(one) : null
    if (standing === null) return []
    const found = moneyOf(one, plan, firstYear, estimates.get(one.id))
    const minor = ({ metric }: MoneyToGo['costToGo']) => mapMetric(metric, ({ minor: whole }) => Number(whole))
    const approved = reviewed.find((each) => each[one.id] !== undefined)?.[one.id]
    return [{
      id: one.id, key: one.key, name: one.name, unitId: one.unitId, unit: one.unitName, state: one.state, standing, mandatory: one.mandatory,
      benefitsToGo: minor(found.benefitsToGo), costToGo: minor(found.costToGo), exitCost: minor(found.exitCost), switchingCost: minor(found.switchingCost),
      costByYear: Object.fromEntries(found.costByYear.map(({ year, amount }) => [String(year), Number(amount.minor)])), before: before.get(one.id) ?? {}, after: after.get(one.id) ?? {}, asApproved: approved ?? null, finishOn: one.endOn,
      affected: [...new Set([one.sponsor, one.unitName, ...(neededBy.get(one.id) ?? []).map(({ fromId }) => names.get(fromId) ?? null)].filter((each) => each !== null && each !== ''))] as string[],
      decides: plan.deciders, decideBy: firstDay(plan.calendar, firstYear, today), requires: (requires.get(one.id) ?? []).map(({ toId }) => toId),
    }]
  })
}

const byInitiative = (contributions: readonly VersionContribution[]): ReadonlyMap<string, Readonly<Record<string, number>>> =>
  new Map([...Map.groupBy(contributions, ({ initiativeId }) => initiativeId)].map(([id, own]) => [id, Object.fromEntries(own.map(({ key, contribution }) => [key, contributionOf(contribution)]))]))

/** A decision is due before the first year begins that it plans; null where that is over. */
function firstDay(calendar: FiscalCalendar, firstYear: number, today: CivilDate): CivilDate | null {
  const { from } = fiscalYear(calendar, firstYear)
  return from > today ? from : null
}

const notesOn = ({ calendar, positionOn }: CasePlan, firstYear: number): readonly string[] => [
  `Money counts from ${fiscalYearLabel(calendar, firstYear)} on, the first fiscal year ${positionOn === null ? 'after this one' : `after the newest position, ${positionOn}`}. What was spent before is no input.`,
  'Approved, active and closing work runs; work on hold is paused; ideas and business cases are candidates; closed and stopped work is no part of it.',
]

import type { Grain } from '@throughline/engine/capacity'
import { isFunded, type Plan, type PlanFacts, type PlanPool, type PlanPot, type RoadmapFacts } from '@throughline/engine/portfolio'
import { spreadBenefits } from '@throughline/engine/demand'
import { dateOfDay, dayNumber } from '@throughline/engine/kernel'
import { readCapacityLines, readPlans, readPools, readPotLines, readPots, readSettings, readVariants, type PlanRecord, type PoolRecord, type PotRecord, type VariantRecord } from '../../capacity/index.ts'
import type { Tx } from '../../database/index.ts'
import { keptDemands } from '../demands/index.ts'
import { narrowedTo } from '../candidates.ts'
import { caseFactsOf, readPortfolioFacts, type PortfolioFacts } from '../facts.ts'

/** What is asked of a roadmap beyond what is kept: the rate of a year in percent, how many periods of which grain, and a scenario's plan in place of the plan of record. */
export type Asked = { readonly rate: number; readonly periods?: number; readonly grain?: Grain; readonly scenario?: { readonly name: string; readonly plan: Plan } }

/** The rate of HM Treasury's Green Book (2022) for the first thirty years, in percent: what is taken where nobody says another. */
export const usualRate = 3.5

/** Everything that a roadmap is prepared from, read in one snapshot; the first period holds the day after the newest position, or today without one. */
export async function readRoadmapFacts(tx: Tx, ids: readonly string[] | undefined, today: string, { rate, periods, grain, scenario }: Asked): Promise<{ readonly known: PortfolioFacts; readonly facts: RoadmapFacts }> {
  const known = planned(await readPortfolioFacts(tx, ids), scenario?.plan, ids)
  const settings = await readSettings(tx)
  const [plans, variants] = [new Map((await readPlans(tx, ids)).map((plan) => [plan.initiative_id, plan])), Map.groupBy(await readVariants(tx, ids), ({ initiativeId }) => initiativeId)]
  const [poolLines, potLines] = [await readCapacityLines(tx), await readPotLines(tx)]
  const links = Map.groupBy(known.strategy.contributions, ({ initiativeId }) => initiativeId)
  const objectives = known.strategy.objectives.map(({ id, statement, weight }) => ({ id, statement, weight }))
  const named = new Set(objectives.map(({ id }) => id))
  const dates = new Map(known.initiatives.map((each) => [each.id, each]))
  const initiatives = caseFactsOf(known).map((fact): PlanFacts => {
    const plan = plans.get(fact.id)
    return {
      ...fact,
      funded: isFundedNow(dates.get(fact.id)), category: dates.get(fact.id)?.category ?? null, startOn: dates.get(fact.id)?.startOn ?? null, endOn: dates.get(fact.id)?.endOn ?? null,
      contributions: Object.fromEntries((links.get(fact.id) ?? []).filter(({ objectiveId }) => named.has(objectiveId)).map(({ objectiveId, contribution }) => [objectiveId, contribution])),
      benefitsByYear: benefitsGiven(dates.get(fact.id), known),
      starts: { earliestOn: plan?.earliest_on ?? null, latestOn: plan?.latest_on ?? null, fixedOn: plan?.fixed_on ?? null },
      running: runningOf(plan),
      variants: (variants.get(fact.id) ?? []).map(variantOf),
    }
  })
  const facts: RoadmapFacts = {
    calendar: known.calendar, grain: grain ?? settings.grain, periods: periods ?? settings.periods, from: dayAfter(known.publications.at(-1)?.asOf) ?? today, currency: known.currency, ratePerYear: rate / 100,
    initiatives, pools: (await readPools(tx)).map((pool) => poolOf(pool, poolLines.get(pool.id) ?? [])), pots: (await readPots(tx)).map((pot) => potOf(pot, potLines.get(pot.id) ?? [])), ties: known.ties, objectives, demands: await keptDemands(tx),
  }
  return { known, facts }
}

/** What is known, with the plan of a scenario in place of the plan of record. */
function planned(known: PortfolioFacts, plan: Plan | undefined, ids: readonly string[] | undefined): PortfolioFacts {
  if (plan === undefined) return known
  const { initiatives, givenYears, ties, objectives, contributions } = plan
  return { ...known, ...narrowedTo({ initiatives }, ids), years: givenYears, ties, strategy: { ...known.strategy, objectives, contributions } }
}

/** Benefits by year where somebody gave a year; the rule spreads what the given years leave. */
function benefitsGiven(facts: PortfolioFacts['initiatives'][number] | undefined, { years, calendar }: PortfolioFacts): PlanFacts['benefitsByYear'] {
  const given = facts && years.get(facts.id)?.benefits
  if (!given || given.length === 0 || facts.benefits.status !== 'ok') return []
  return spreadBenefits({ total: facts.benefits.value, endOn: facts.endOn, known: given }, calendar).lines
}

const isFundedNow = (facts: PortfolioFacts['initiatives'][number] | undefined): boolean => facts !== undefined && isFunded(facts)

const dayAfter = (day: string | undefined): string | undefined => (day === undefined ? undefined : dateOfDay(dayNumber(day) + 1))

const runningOf = (plan: PlanRecord | undefined): PlanFacts['running'] => (plan?.runs ? { exitMinor: plan.exit_minor === null ? null : BigInt(plan.exit_minor) } : null)

const variantOf = ({ id, name, inPlan, valuePercent, benefitsMinor, demands, costs }: VariantRecord): PlanFacts['variants'][number] => ({ id, name, inPlan, valuePercent, benefitsMinor: benefitsMinor === null ? null : BigInt(benefitsMinor), demands, costs })

const poolOf = ({ id, name, unit, overload_percent: percent, overload_rate_minor: price }: PoolRecord, capacity: PlanPool['capacity']): PlanPool => ({ id, name, unit, capacity, overload: percent !== null && price !== null ? { percent, priceMinor: BigInt(price) } : null })

const potOf = ({ id, name, total_minor: total, carry_over: carryOver, carry_percent: carryOverPercent, categories, unit_ids: unitIds }: PotRecord, lines: PlanPot['lines']): PlanPot => ({ id, name, lines, totalMinor: total === null ? null : BigInt(total), carryOver, carryOverPercent, categories, unitIds })

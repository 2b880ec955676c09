import { known, mapMetric, missing, numberFigure, textFigure, type Explained, type Explanation, type Metric } from '../../kernel/index.ts'
import { normalisedWeights, type ObjectiveFacts } from '../../strategy/index.ts'

/** Areas in which objectives need something of a PMO, and services are able to give it. */
export const capabilityAreas = ['governance', 'methods', 'reporting', 'resources', 'performance'] as const
export type CapabilityArea = (typeof capabilityAreas)[number]
/** The highest level; 0 is none at all. */
export const highestLevel = 5

/** What an objective needs in an area, and what a service that is offered is able to do there: levels from 0 to 5. */
export type NeedFacts = { readonly objectiveId: string; readonly area: CapabilityArea; readonly level: number }
export type CapabilityFacts = { readonly service: string; readonly area: CapabilityArea; readonly level: number }

/** What the PMO is able to do in an area: the level of its best service there; missing where nobody has judged one. */
export type AreaLevel = { readonly area: CapabilityArea; readonly level: Explained<number> }
/** A need beside what there is. `gap` in levels, 0 where the level is as high as the need; `priority` is the gap times the share of the objective’s weight. */
export type ServiceGap = { readonly objectiveId: string; readonly area: CapabilityArea; readonly need: number; readonly gap: Explained<number>; readonly priority: Explained<number> }
export type ServiceGaps = { readonly areas: readonly AreaLevel[]; /** What weighs most first, then those whose level nobody has judged, by the weight of their objective. */ readonly gaps: readonly ServiceGap[] }

/** Where what the PMO is able to do falls short of what objectives in force need of it (service-gap). Needs of other objectives are left out. */
export function serviceGaps(objectives: readonly ObjectiveFacts[], needs: readonly NeedFacts[], capabilities: readonly CapabilityFacts[]): ServiceGaps {
  const areas = capabilityAreas.map((area) => levelOf(area, capabilities.filter((one) => one.area === area)))
  const shares = normalisedWeights(objectives)
  const gaps = objectives.flatMap((objective) => {
    const share = mapMetric(shares, (all) => all.get(objective.id) ?? 0)
    const own = needs.filter(({ objectiveId }) => objectiveId === objective.id)
    return areas.flatMap(({ area, level }) => own.filter((need) => need.area === area).map((need) => ({ ...gapOf(objective, need, level, share), weight: objective.weight })))
  })
  const size = ({ metric }: Explained<number>): number => (metric.status === 'ok' ? metric.value : -1)
  return { areas, gaps: gaps.sort((a, b) => size(b.priority) - size(a.priority) || b.weight - a.weight).map(({ weight: _, ...gap }) => gap) }
}

function levelOf(area: CapabilityArea, own: readonly CapabilityFacts[]): AreaLevel {
  const metric: Metric<number> = own.length === 0 ? missing('capability') : known(Math.max(...own.map(({ level }) => level)))
  const terms = own.toSorted((a, b) => b.level - a.level).map(({ service, level }): Explanation => ({ term: service, figure: known(numberFigure(level)) }))
  return { area, level: { metric, why: { term: `Level in ${area}`, figure: mapMetric(metric, (level) => numberFigure(level)), formula: 'service-gap', note: 'That of the best service that is offered', terms } } }
}

function gapOf({ id, statement }: ObjectiveFacts, { area, level: need }: NeedFacts, level: Explained<number>, share: Metric<number>): ServiceGap {
  const metric = mapMetric(level.metric, (one) => Math.max(0, need - one))
  const gap: Explained<number> = {
    metric,
    why: { term: `Gap in ${area}`, figure: mapMetric(metric, (one) => numberFigure(one)), formula: 'service-gap', terms: [{ term: 'Level needed', figure: known(numberFigure(need)) }, level.why] },
  }
  const priority = metric.status !== 'ok' ? metric : mapMetric(share, (one) => metric.value * one)
  return {
    objectiveId: id, area, need, gap,
    priority: { metric: priority, why: { term: `Priority of ${area}`, figure: mapMetric(priority, (one) => numberFigure(one)), formula: 'service-gap', terms: [gap.why, { term: 'Share of the weight', figure: mapMetric(share, (one) => numberFigure(Math.round(one * 1000) / 10, 'percent')), terms: [{ term: 'Objective', figure: known(textFigure(statement)) }] }] } },
  }
}

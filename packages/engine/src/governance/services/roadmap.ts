import { known, missing, numberFigure, mapMetric, type CivilDate, type Explained, type Explanation } from '../../kernel/index.ts'
import type { CapabilityArea, CapabilityFacts, ServiceGaps } from './gaps.ts'

/** How a step stands: still to come, past its day, reached by a judgement, of a service that was retired before, or given up. */
export const stepStates = ['open', 'late', 'reached', 'stranded', 'dropped'] as const
export type StepState = (typeof stepStates)[number]
/** A step that lifts a service in an area to a level, from 1 to 5, until a day. `retired`: whether its service is offered no longer. */
export type StepFacts = { readonly id: string; readonly serviceId: string; readonly area: CapabilityArea; readonly toLevel: number; readonly dueOn: CivilDate; readonly dropped: boolean; readonly retired: boolean }
/** A step with how it stands and what it takes from the gaps, in priority: 0 where its level is in reach without it. */
export type GapStep = { readonly id: string; readonly state: StepState; readonly closes: Explained<number> }
/** Whether steps still to come lift their area as far as a need asks: wholly, in part or not at all. */
export type GapPlan = 'whole' | 'part' | 'none'
export type GapRoadmap = { readonly steps: readonly GapStep[]; /** In the order of the gaps. */ readonly plans: readonly GapPlan[] }

/**
 * How steps close the gaps of a PMO (service-gap). A step is reached only by a judgement of its service: work that is done changes no level.
 * A retired service is judged no more and is the level of no area, so that its steps close and plan nothing.
 * What steps of one area close is not to be summed: the higher one contains the lower.
 * @param judged the level that each service has by its last judgement
 */
export function gapRoadmap({ areas, gaps }: ServiceGaps, steps: readonly StepFacts[], judged: readonly (Omit<CapabilityFacts, 'service'> & { readonly serviceId: string })[], asOf: CivilDate): GapRoadmap {
  const levelIn = new Map(areas.map(({ area, level }) => [area, level]))
  const told = steps.map((step) => {
    const reached = judged.some(({ serviceId, area, level }) => serviceId === step.serviceId && area === step.area && level >= step.toLevel)
    const state: StepState = step.dropped ? 'dropped' : reached ? 'reached' : step.retired ? 'stranded' : step.dueOn < asOf ? 'late' : 'open'
    return { step, state }
  })
  const ahead = told.filter(({ state }) => state === 'open' || state === 'late')
  return {
    steps: told.map(({ step, state }) => ({ id: step.id, state, closes: closedBy(step, levelIn.get(step.area), step.retired ? [] : gaps) })),
    plans: gaps.map(({ area, need, gap }) => {
      const highest = Math.max(0, ...ahead.filter(({ step }) => step.area === area).map(({ step }) => step.toLevel))
      const now = gap.metric.status === 'ok' ? need - gap.metric.value : 0
      return highest >= need ? 'whole' : highest > now ? 'part' : 'none'
    }),
  }
}

function closedBy({ area, toLevel }: StepFacts, level: Explained<number> | undefined, gaps: ServiceGaps['gaps']): Explained<number> {
  const now = level?.metric ?? missing('capability')
  const parts = gaps.filter((one) => one.area === area).flatMap(({ need, gap, priority }) => {
    if (now.status !== 'ok' || gap.metric.status !== 'ok' || gap.metric.value <= 0 || priority.metric.status !== 'ok') return []
    const levels = Math.min(need, toLevel) - now.value
    return levels > 0 ? [{ levels, part: (priority.metric.value * levels) / gap.metric.value, why: priority.why }] : []
  })
  const unweighed = gaps.find((one) => one.area === area && one.gap.metric.status === 'ok' && one.priority.metric.status !== 'ok')?.priority.metric
  const metric = now.status !== 'ok' ? now : unweighed && unweighed.status !== 'ok' ? unweighed : known(parts.reduce((sum, { part }) => sum + part, 0))
  const terms = parts.map(({ levels, part, why }): Explanation => ({ term: `${levels} of its levels`, figure: known(numberFigure(part)), terms: [why] }))
  return { metric, why: { term: `What level ${toLevel} in ${area} closes`, figure: mapMetric(metric, (one) => numberFigure(one)), formula: 'service-gap', note: 'Levels that a gap loses × the share of its objective, over all gaps of the area', terms: [...(level ? [level.why] : []), ...terms] } }
}

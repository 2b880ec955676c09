import { describe, expect, it } from 'vitest'
import { gapRoadmap, serviceGaps, type CapabilityFacts, type NeedFacts, type StepFacts } from './index.ts'

const objective = (id: string, weight: number) => ({ id, key: id, statement: id, weight, perspectiveId: 'p', owner: null, deadline: null, mandatory: false })
const objectives = [objective('safe', 3), objective('fast', 1)]
const needs: readonly NeedFacts[] = [{ objectiveId: 'safe', area: 'methods', level: 4 }, { objectiveId: 'fast', area: 'methods', level: 3 }, { objectiveId: 'safe', area: 'resources', level: 2 }]
const judged = [{ serviceId: 'clinic', area: 'methods' as const, level: 2 }]
const step = (more: Partial<StepFacts> = {}): StepFacts => ({ id: 'one', serviceId: 'clinic', area: 'methods', toLevel: 3, dueOn: '2026-06-30', dropped: false, retired: false, ...more })
const told = (steps: readonly StepFacts[], { levels = judged, weighed = objectives, asOf = '2026-06-30' } = {}) => {
  const gaps = serviceGaps(weighed, needs, levels.map(({ serviceId: service, ...one }): CapabilityFacts => ({ service, ...one })))
  const roadmap = gapRoadmap(gaps, steps, levels, asOf)
  return { steps: roadmap.steps.map(({ state, closes: { metric } }) => [state, metric.status === 'ok' ? metric.value : metric.status]), plans: gaps.gaps.map(({ objectiveId, area }, at) => [objectiveId, area, roadmap.plans[at]]) }
}

describe('steps that close the gaps of a PMO', () => {
  it('close as many levels as a need is short of, by the weight of its objective', () => {
    // From 2 to 3: one level of safe roads (0.75) and the one that quick permits lack (0.25). From 2 to 5: two and one.
    expect(told([step(), step({ toLevel: 5 })])).toEqual({ steps: [['open', 1], ['open', 1.75]], plans: [['safe', 'methods', 'whole'], ['fast', 'methods', 'whole'], ['safe', 'resources', 'none']] })
  })
  it('plan a need in part where they stay below it, and none where they are given up or reached', () => {
    expect(told([step()]).plans).toEqual([['safe', 'methods', 'part'], ['fast', 'methods', 'whole'], ['safe', 'resources', 'none']])
    expect(told([step({ dropped: true })])).toMatchObject({ steps: [['dropped', 1]], plans: [['safe', 'methods', 'none'], ['fast', 'methods', 'none'], ['safe', 'resources', 'none']] })
  })
  it('are reached by a judgement of their own service alone, and are late from the day after theirs', () => {
    expect(told([step()], { asOf: '2026-07-01' }).steps).toEqual([['late', 1]])
    expect(told([step()], { asOf: '2026-07-01', levels: [...judged, { serviceId: 'other', area: 'methods', level: 3 }] }).steps).toEqual([['late', 0]])
    expect(told([step()], { levels: [{ serviceId: 'clinic', area: 'methods', level: 3 }] }).steps).toEqual([['reached', 0]])
  })
  it('plan and close nothing where their service was retired before, and stay reached where it was after', () => {
    expect(told([step({ toLevel: 5, retired: true })])).toEqual({ steps: [['stranded', 0]], plans: [['safe', 'methods', 'none'], ['fast', 'methods', 'none'], ['safe', 'resources', 'none']] })
    expect(told([step({ toLevel: 5, retired: true }), step({ serviceId: 'other' })]).plans[0]).toEqual(['safe', 'methods', 'part'])
    expect(told([step({ retired: true })], { levels: [{ serviceId: 'clinic', area: 'methods', level: 3 }] }).steps).toEqual([['reached', 0]])
  })
  it('close nothing that can be said where nobody has judged the area, or no objective has a weight', () => {
    expect(told([step({ area: 'resources', toLevel: 1 })])).toMatchObject({ steps: [['open', 'missing']], plans: [['safe', 'methods', 'none'], ['fast', 'methods', 'none'], ['safe', 'resources', 'part']] })
    expect(told([step()], { weighed: [objective('safe', 0), objective('fast', 0)] }).steps).toEqual([['open', 'undefined']])
  })
})

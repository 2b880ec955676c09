import { describe, expect, it } from 'vitest'
import { serviceGaps, type CapabilityFacts, type NeedFacts } from './index.ts'

const objective = (id: string, weight: number) => ({ id, key: id, statement: id, weight, perspectiveId: 'p', owner: null, deadline: null, mandatory: false })
const value = (metric: { readonly status: string; readonly value?: unknown }) => (metric.status === 'ok' ? metric.value : metric.status)
const told = (needs: readonly NeedFacts[], capabilities: readonly CapabilityFacts[], weights = { safe: 3, fast: 1 }) =>
  serviceGaps(Object.entries(weights).map(([id, weight]) => objective(id, weight)), needs, capabilities).gaps.map(({ objectiveId, area, gap, priority }) => [objectiveId, area, value(gap.metric), value(priority.metric)])

describe('gaps between what objectives need and what services are able to do', () => {
  it('are 0 where the level is as high as the need, and what weighs most comes first', () => {
    // Weights of 3 and 1 are three quarters and one: 1 × 0.75 = 0.75 stands before 4 × 0.25 = 1 only where it is larger.
    const needs: readonly NeedFacts[] = [{ objectiveId: 'safe', area: 'reporting', level: 3 }, { objectiveId: 'safe', area: 'methods', level: 4 }, { objectiveId: 'fast', area: 'resources', level: 5 }]
    expect(told(needs, [{ service: 'Reports', area: 'reporting', level: 3 }, { service: 'Clinic', area: 'methods', level: 3 }, { service: 'Pool', area: 'resources', level: 1 }])).toEqual([['fast', 'resources', 4, 1], ['safe', 'methods', 1, 0.75], ['safe', 'reporting', 0, 0]])
  })
  it('take the best service of an area', () => expect(told([{ objectiveId: 'fast', area: 'methods', level: 4 }], [{ service: 'A', area: 'methods', level: 1 }, { service: 'B', area: 'methods', level: 3 }])).toEqual([['fast', 'methods', 1, 0.25]]))
  it('are missing where nobody has judged a service, and come last, by weight', () => {
    const needs: readonly NeedFacts[] = [{ objectiveId: 'fast', area: 'performance', level: 1 }, { objectiveId: 'safe', area: 'governance', level: 2 }, { objectiveId: 'fast', area: 'methods', level: 0 }]
    expect(told(needs, [{ service: 'A', area: 'methods', level: 0 }])).toEqual([['fast', 'methods', 0, 0], ['safe', 'governance', 'missing', 'missing'], ['fast', 'performance', 'missing', 'missing']])
  })
  it('are of objectives in force alone, and have no priority where nothing has a weight', () => {
    expect(told([{ objectiveId: 'gone', area: 'methods', level: 5 }], [])).toEqual([])
    expect(told([{ objectiveId: 'safe', area: 'methods', level: 2 }], [{ service: 'A', area: 'methods', level: 1 }], { safe: 0, fast: 0 })).toEqual([['safe', 'methods', 1, 'undefined']])
  })
})

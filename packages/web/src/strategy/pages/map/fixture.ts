import type { CausalLink, Objective, StrategyMap } from '@throughline/contract/strategy'

const attained = (share: number | null): Objective['attainment'] => ({
  metric: share === null ? { status: 'undefined', reason: 'NO_ACTUALS' } : { status: 'ok', value: share }, why: { term: 'Attainment', figure: share === null ? { status: 'undefined', reason: 'NO_ACTUALS' } : { status: 'ok', value: { kind: 'number', value: share, unit: 'ratio' } } },
})
const objective = (id: string, perspectiveId: string, statement: string, share: number | null, initiatives: number): Objective => {
  const none = { metric: { status: 'missing', inputs: ['cost'] }, why: { term: 'Cost', figure: { status: 'missing', inputs: ['cost'] } } } as const
  return {
    id, key: id, perspectiveId, statement, description: '', weight: 0.2, owner: null, deadline: null, mandatory: false, origin: 'entered', citations: [], version: 3, initiatives, hurtBy: 0, cost: none as unknown as Objective['cost'], benefits: none as unknown as Objective['benefits'],
    attainment: attained(share),
  }
}
const link = (id: string, from: string, to: string, more: Partial<CausalLink> = {}): CausalLink => ({
  id, version: 1, from, to, polarity: 'same', lag: 2, rationale: 'Skilled people find faster ways', ...more,
  evidence: { state: 'supported', because: 'Rank correlation 0.71 (95 % interval 0.30 to 0.90) over 14 pairs of changes at lag 2, as claimed.', pairs: 14, correlation: { status: 'ok', value: { value: 0.71, low: 0.3, high: 0.9 } }, cause: 'Trained', effect: 'Days', ...more.evidence },
})

/** Three bands, four links: one borne out, one against the data, one untested, one the other way round. */
export const fullMap: StrategyMap = {
  strategyVersion: { id: 've1', no: 2 }, draftId: null, units: [], waivers: [], unserved: [],
  unitObjectives: [
    { id: 'un1', statement: 'Every nurse trained by spring', strategy: 'Wards 2030', unit: 'Wards', level: 'unit', weight: 0.6, owner: null, deadline: null, serves: 'ob5', endsAt: 'ob5', perspectiveId: 'p3', initiatives: 2, attainment: attained(0.4) },
    { id: 'un2', statement: 'Rotas that hold', strategy: 'Rostering', unit: null, level: 'functional', weight: 0.4, owner: null, deadline: null, serves: 'un1', endsAt: 'ob5', perspectiveId: 'p3', initiatives: 0, attainment: attained(null) },
    { id: 'un3', statement: 'A garden', strategy: 'Wards 2030', unit: 'Wards', level: 'unit', weight: 0.4, owner: null, deadline: null, serves: null, endsAt: null, perspectiveId: null, initiatives: 1, attainment: attained(null) },
  ],
  commonLinks: [{ id: 'co1', version: 1, from: { id: 'un2', statement: 'Rotas that hold', strategy: 'Rostering' }, to: { id: 'un3', statement: 'A garden', strategy: 'Wards 2030' }, state: 'accepted', why: 'Who has a garden keeps to the rota', decidedBy: 'Bea', decidedAt: '2026-03-01T08:00:00.000Z' }],
  throughUnits: [{ objectiveId: 'ob5', initiatives: 2 }],
  perspectives: [{ id: 'p3', name: 'Capabilities', order: 2, version: 1 }, { id: 'p1', name: 'People we serve', order: 0, version: 1 }, { id: 'p2', name: 'Ways of working', order: 1, version: 1 }],
  objectives: [objective('ob1', 'p1', 'Claims are settled in a day', 0.76, 3), objective('ob2', 'p1', 'Trusted with data', 0.4, 2), objective('ob3', 'p2', 'One record of each customer', 0.59, 5), objective('ob4', 'p2', 'Release every week', null, 1), objective('ob5', 'p3', 'People who know their trade', null, 0)],
  links: [
    link('l1', 'ob3', 'ob1'), link('l2', 'ob4', 'ob2', { polarity: 'opposite', lag: 0, evidence: { state: 'contradicted', because: 'Rank correlation 0.60, against the claim.', pairs: 12, correlation: { status: 'ok', value: { value: 0.6, low: 0.1, high: 0.8 } }, cause: 'a', effect: 'b' } }),
    link('l3', 'ob5', 'ob3', { evidence: { state: 'untested', because: 'The cause has no measure.', pairs: 0, correlation: { status: 'undefined', reason: 'NO_ACTUALS' }, cause: null, effect: 'b' } }), link('l4', 'ob2', 'ob3'),
  ],
  issues: [{ code: 'against_the_layers', linkIds: ['l4'], words: 'This link leads from an outer band back to an inner one: “Trusted with data” → “One record of each customer”.' }],
}

import type { Comparison, PlanChangeList, PlanFigures, Scenario, ScenarioItem } from '@throughline/contract/portfolio'

const million = 100_000_000
export const gbp = (millions: number) => ({ minor: String(millions * million), currency: 'GBP', basis: { kind: 'nominal' as const }, cashClass: 'na' as const })
export const ok = <T>(value: T) => ({ status: 'ok' as const, value })
const explained = (term: string, millions: number) => ({ metric: ok(gbp(millions)), why: { term, figure: ok({ kind: 'money' as const, money: gbp(millions) }) } })
export const idOf = (n: number): string => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`
const at = '2026-11-20T14:05:00Z'

/** A plan of so many millions; benefits are three times the cost. */
export const figures = (cost: number, funded = 2): PlanFigures => ({
  initiatives: 4, funded, cost: explained('Cost of funded work', cost), benefits: explained('Benefits of funded work', cost * 3), net: explained('Benefits less cost', cost * 2),
  ratio: { metric: ok(3), why: { term: 'Benefit-cost ratio', figure: ok({ kind: 'number', value: 3, unit: 'ratio' }) } }, strategic: { status: 'undefined', reason: 'NOT_PUBLISHED' },
  served: { metric: ok(0.6), why: { term: 'Weight served', figure: ok({ kind: 'number', value: 0.6, unit: 'ratio' }) } },
  years: [{ year: 2026, label: '2026-27', cost: gbp(cost / 2), benefits: gbp(0) }, { year: 2027, label: '2027-28', cost: gbp(cost / 2), benefits: gbp(cost) }], undatedCost: gbp(0),
  objectives: [{ id: idOf(50), statement: 'Faster journeys', weight: 0.6, initiatives: 1, cost: ok(gbp(cost)), benefits: ok(gbp(cost * 3)) }, { id: idOf(51), statement: 'Lower emissions', weight: 0.4, initiatives: 0, cost: ok(gbp(0)), benefits: ok(gbp(0)) }],
  departments: [{ id: idOf(70), name: 'Transport', initiatives: funded, cost: ok(gbp(cost)), benefits: ok(gbp(cost * 3)) }], health: { green: 1, amber_green: 0, amber: 1, amber_red: 0, red: 0, none: 0 },
  current: { cost: explained('Cost of everything current', cost + 40), benefits: explained('Benefits of everything current', cost * 3 + 90) },
})

export const changes: PlanChangeList = {
  items: [
    { kind: 'initiative', id: idOf(1), name: 'Network renewal', what: 'changed', fields: [{ field: 'costMinor', from: gbp(100).minor, to: gbp(150).minor }, { field: 'state', from: 'idea', to: 'approved' }], cost: gbp(150), benefits: gbp(0) },
    { kind: 'dependency', id: `${idOf(1)}>${idOf(2)}`, name: 'Network renewal needs Depot', what: 'added', fields: [{ field: 'exists', from: false, to: true }], cost: gbp(0), benefits: gbp(0) },
  ],
  cost: explained('Change of the cost of funded work', 150), benefits: explained('Change of the benefits of funded work', 0),
}

export const scenario: Scenario = {
  currency: 'GBP',
  id: idOf(900), name: 'Board, November', note: 'What the board asked for', state: 'draft', sharing: 'everyone', author: { id: idOf(800), name: 'Anna Lindqvist' }, createdAt: at, changedAt: at, baseAt: at, moved: false, changes: 3, forkOf: null, decisionId: null, proposedBy: null, version: 1,
  figures: figures(350, 3), basis: figures(200), plan: figures(200), differences: changes, overlay: [], conflicts: 0, sharedWith: [], selection: null, remark: '',
  may: { edit: true, share: true, propose: true, withdraw: false, decide: false, whyNotDecide: null },
}

export const item = (change: Partial<ScenarioItem> = {}): ScenarioItem => ({
  id: scenario.id, name: scenario.name, note: '', state: 'draft', sharing: 'everyone', author: scenario.author, createdAt: at, changedAt: at, baseAt: at, moved: false, changes: 3, forkOf: null, decisionId: null, proposedBy: null, version: 1, selection: null,
  figures: { initiatives: 4, funded: 3, cost: ok(gbp(350)), benefits: ok(gbp(1050)), served: ok(0.6) }, ...change,
})

export const comparison: Comparison = {
  currency: 'GBP',
  plans: [
    { id: 'plan', name: 'The plan of record', state: null, knownAt: at, figures: figures(200), figuresHash: 'a', change: { cost: explained('Change', 0), benefits: explained('Change', 0) } },
    { id: scenario.id, name: 'Board, November', state: 'draft', knownAt: at, figures: figures(350, 3), figuresHash: 'b', change: { cost: changes.cost, benefits: changes.benefits } },
  ],
  fields: [{ kind: 'initiative', id: idOf(1), name: 'Network renewal', field: 'costMinor', values: [gbp(100).minor, gbp(150).minor] }, { kind: 'initiative', id: idOf(9), name: 'Tram', field: 'exists', values: [false, true] }],
}

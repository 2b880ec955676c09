import type { Decision } from '@throughline/contract/governance'
import type { Comparison, PlanChangeList, PlanFigures } from '@throughline/contract/portfolio'
import type { Problem } from '@throughline/contract/wire'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { LocaleProvider } from '../../../ui/locale.tsx'
import { DecisionPage } from '../decision/Page.tsx'
import { DecisionsPage } from './Page.tsx'

const gbp = (millions: number) => ({ minor: String(millions * 100_000_000), currency: 'GBP', basis: { kind: 'nominal' as const }, cashClass: 'na' as const })
const ok = <T,>(value: T) => ({ status: 'ok' as const, value })
const idOf = (n: number): string => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`
const explained = (millions: number) => ({ metric: ok(gbp(millions)), why: { term: 'Change', figure: ok({ kind: 'money' as const, money: gbp(millions) }) } })
const full = <T,>(value: T) => ({ state: 'full' as const, value, refreshing: false, problem: undefined, again: () => undefined })
const problem: Problem = { type: '/problems#role_insufficient', title: 'Your role does not allow this', status: 403, code: 'role_insufficient', detail: 'This needs the role viewer; yours is none.' }
const changes: PlanChangeList = { items: [{ kind: 'initiative', id: idOf(1), name: 'Network renewal', what: 'changed', fields: [{ field: 'state', from: 'idea', to: 'approved' }], cost: gbp(150), benefits: gbp(0) }], cost: explained(150), benefits: explained(0) }
// The page reads nothing of the two plans but the names of their figures.
const planNamed = (figuresHash: string): Comparison['plans'][number] => ({ id: figuresHash, name: '', state: null, knownAt: null, figures: {} as PlanFigures, figuresHash, change: { cost: explained(0), benefits: explained(0) } })
const comparison: Comparison = { currency: 'GBP', plans: [planNamed('a'), planNamed('b')], fields: [] }

const render = (page: React.ReactNode): string => renderToStaticMarkup(<LocaleProvider locale="en-GB">{page}</LocaleProvider>)
const figures = { initiatives: 4, funded: 2, cost: ok(gbp(200)), benefits: ok(gbp(600)), served: ok(0.6) }
const decision: Decision = {
  id: idOf(600), question: 'Should “Board, November” become the plan of record?', chosen: 'Board, November', rationale: 'It pays', expected: 'Journeys get faster', decider: { id: idOf(801), name: 'Olga Owner' }, proposer: { id: idOf(800), name: 'Anna Lindqvist' }, changes: 2, scenario: { id: idOf(900), name: 'Board, November' },
  options: [{ id: 'plan', name: 'The plan as it was', chosen: false, figures }, { id: idOf(900), name: 'Board, November', chosen: true, figures }], knownAt: '2026-11-20T14:04:59.999Z', decidedAt: '2026-11-20T14:05:00.000Z', hashBefore: 'a', hashAfter: 'b', differences: changes,
}
const nothing = () => undefined

describe('decisions', () => {
  it('full: question, what was chosen of how many, why and by whom', () => {
    const html = render(<DecisionsPage decisions={full([decision])} />)
    for (const words of ['Should “Board, November” become', 'of 2 options', 'It pays', 'Olga Owner']) expect(html).toContain(words)
  })
  it('empty, loading and refused', () => {
    expect(render(<DecisionsPage decisions={full([])} />)).toContain('Nothing has been decided yet')
    expect(render(<DecisionsPage decisions={{ state: 'loading' }} />)).toContain('Loading decisions')
    expect(render(<DecisionsPage decisions={{ state: 'refused', problem, again: nothing }} />)).toContain('This needs the role viewer')
  })
})

describe('one decision', () => {
  const one = (again = full(comparison)) => render(<DecisionPage decision={full(decision)} again={again} unitName={() => 'Transport'} discuss={<button>Discuss</button>} />)
  it('full: why, the options, what was known then, and what it changed', () => {
    const html = one()
    for (const words of ['It pays', 'Journeys get faster', 'Board, November, chosen', 'The plan before the decision', encodeURIComponent(decision.knownAt), 'Read again: the same figures', 'Network renewal', 'All together', 'Discuss']) expect(html).toContain(words)
  })
  it('says when the plan read again does not come to the same', () => {
    expect(one(full({ ...comparison, plans: comparison.plans.map((plan) => ({ ...plan, figuresHash: 'other' })) }))).toContain('Read again: other figures')
  })
})

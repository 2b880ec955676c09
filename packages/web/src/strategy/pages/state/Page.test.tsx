import type { AlignmentState, StateCheck, StateFinding, StateThing } from '@throughline/contract/strategy'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { LocaleProvider } from '../../../ui/locale.tsx'
import type { Reading } from '../../../wire/index.ts'
import { StatePage } from './Page.tsx'

const thing = (kind: StateThing['kind'], id: string): StateThing => ({ kind, id, name: id })
const check = (id: string, more: Partial<StateCheck>): StateCheck => ({ id, question: `${id}?`, status: 'holds', because: null, looked: { count: 1, first: [thing('objective', 'Safe roads')] }, findings: { count: 0, first: [] }, leftOut: [], ...more })
const unchecked: Partial<StateCheck> = { status: 'not_checked', because: 'nothing is recorded of policies', looked: { count: 0, first: [] } }
const lived: StateFinding = { kind: 'anomaly', words: '“Care” is stated; of the decisions that name it, 1 went against it', things: [thing('value', 'Care')], measured: [thing('decision', 'Skip the drill')] }
const late = (no: number): StateFinding => ({ kind: 'missing', words: `“Goal ${no}” has no owner`, things: [thing('unit_objective', `Goal ${no}`)], measured: [] })
const state: AlignmentState = {
  asOf: '2026-06-01',
  facets: [
    { facet: 'vision', status: 'holds', because: null, checks: [check('vision-ahead', { looked: { count: 14, first: [thing('measure', 'Deaths')] }, leftOut: ['nothing is recorded of strategies of units'] })] },
    { facet: 'mission', status: 'fails', because: null, checks: [check('values-lived', { status: 'fails', findings: { count: 1, first: [lived] } })] },
    { facet: 'objectives', status: 'fails', because: null, checks: [check('objectives-linked', { status: 'fails', findings: { count: 60, first: [1, 2, 3, 4, 5, 6].map(late) } })] },
    { facet: 'policies', status: 'not_checked', because: 'nothing is recorded of policies', checks: [check('policies-kept', unchecked)] },
  ],
  anomalies: { count: 1, first: [{ facet: 'mission', question: 'values-lived?', finding: lived }] },
}
const full = (value: AlignmentState): Reading<AlignmentState> => ({ state: 'full', value, refreshing: false, problem: undefined, again: () => undefined })
const show = (reading: Reading<AlignmentState>) => renderToStaticMarkup(<LocaleProvider locale="en-GB"><StatePage reading={reading} /></LocaleProvider>)

describe('state of alignment', () => {
  it('loading, refused', () => {
    expect(show({ state: 'loading' })).toContain('Loading the state of alignment')
    expect(show({ state: 'refused', problem: { type: '', title: 'Not allowed', status: 403, code: 'role_insufficient', detail: 'This needs the role viewer.' }, again: () => undefined })).toContain('This needs the role viewer.')
  })
  it('full: how each facet stands and why, with evidence that opens, and no score', () => {
    const html = show(full(state))
    for (const said of ['2 fail, 1 hold, 1 not checked', 'and 13 more', 'Nothing was found among 14 things looked at.', 'Nothing is recorded of policies.', 'And 59 more.', 'and 55 more', '54 of them are not listed', 'Not looked at, since nothing is recorded of strategies of units.', 'href="/strategy/units?objective=Goal%201"', 'href="#mission"', 'href="/governance/decisions/Skip%20the%20drill"', 'Stated: ']) expect(html).toContain(said)
    expect(html).not.toMatch(/\d ?%(?![\d"A-F])/)
  })
  it('nothing recorded: no anomaly is claimed to be absent', () => {
    const facets = state.facets.map(({ facet }) => ({ facet, status: 'not_checked' as const, because: 'nothing is recorded', checks: [check('values-lived', unchecked)] }))
    const html = show(full({ ...state, facets, anomalies: { count: 0, first: [] } }))
    expect(html).toContain('Nothing is recorded yet of which both sides could be compared.')
    expect(show(full({ ...state, anomalies: { count: 0, first: [] } }))).toContain('Wherever both sides are recorded')
  })
})

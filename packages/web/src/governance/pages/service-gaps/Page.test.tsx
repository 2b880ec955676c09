import type { ServiceGaps } from '@throughline/contract/governance'
import { capabilityAreas } from '@throughline/engine/governance'
import { missing } from '@throughline/engine/kernel'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { LocaleProvider } from '../../../ui/locale.tsx'
import type { Reading } from '../../../wire/index.ts'
import { ServiceGapsPage } from './Page.tsx'

const why = { term: 'Gap', figure: { status: 'missing' as const, inputs: ['x'] } }
const figure = (value: number) => ({ metric: { status: 'ok' as const, value }, why })
const unjudged = { metric: missing('capability'), why }
const given = (area: 'methods' | 'reporting', level: number) => ({ area, level, reason: 'Seen in May', by: 'Ada', at: '2026-05-01T08:00:00.000Z' })
const gaps: ServiceGaps = {
  areas: capabilityAreas.map((area) => ({ area, level: area === 'methods' ? figure(2) : unjudged })), services: [{ id: 's', name: 'Planning clinic', levels: [given('methods', 2)] }], objectives: [{ id: 'o', statement: 'Safe roads', needs: [given('methods', 4), given('reporting', 3)] }],
  gaps: [{ objective: { id: 'o', statement: 'Safe roads' }, area: 'methods', need: 4, gap: figure(2), priority: figure(1.5), plan: 'part' }, { objective: { id: 'o', statement: 'Safe roads' }, area: 'reporting', need: 3, gap: unjudged, priority: unjudged, plan: 'none' }],
  steps: [{ id: 't', version: 1, service: { id: 's', name: 'Planning clinic' }, area: 'methods', level: 2, toLevel: 3, dueOn: '2026-06-30', owner: { id: 'a', name: 'Ada' }, initiative: { id: 'i', name: 'Method guild' }, words: 'Train two coaches', state: 'late', closes: figure(0.75), dropped: null }],
}
const full = (shown: ServiceGaps): Reading<ServiceGaps> => ({ state: 'full', value: shown, refreshing: false, problem: undefined, again: () => undefined })
const never = () => Promise.reject(new Error('not here'))
const show = (reading: Reading<ServiceGaps>, canEdit = true) => renderToStaticMarkup(<LocaleProvider locale="en-GB"><ServiceGapsPage {...{ reading, canEdit }} acts={{ judge: never, need: never, plan: never, change: never, drop: never }} choices={{ members: [], initiatives: { found: [], total: 0, find: () => undefined }, today: '2026-05-02' }} /></LocaleProvider>)

describe('service gaps', () => {
  it('empty, loading, refused', () => {
    expect(show(full({ ...gaps, gaps: [], services: [], objectives: [], steps: [] }))).toMatch(/Nothing is said of what objectives need.*Write down objectives.*Publish a service.*No service is published/s)
    expect(show(full({ ...gaps, gaps: [] }))).toMatch(/Nothing is said of what objectives need.*Say what is needed/s)
    expect(show({ state: 'loading' })).toContain('Loading service gaps')
    expect(show({ state: 'refused', problem: { type: '', title: 'Not allowed', status: 403, code: 'role_insufficient', detail: 'This needs the role viewer.' }, again: () => undefined })).toContain('This needs the role viewer.')
  })
  it('full: what falls short and by how much, what nobody has judged, and the level of the PMO', () => {
    const html = show(full(gaps))
    for (const said of ['Falls short', '4, lacks 2', 'Nobody has judged it', 'Level of the PMO', 'Planning clinic', '1.5', 'Judge a service', 'Say what is needed', 'planned in part', 'Method guild', 'Late', '2 → 3', 'Give up']) expect(html).toContain(said)
    expect(show(full(gaps), false)).not.toMatch(/Judge a service|Say what is needed|Plan a step|Give up/)
  })
})

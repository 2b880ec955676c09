import type { PmoObjective, PmoObjectives } from '@throughline/contract/governance'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { LocaleProvider } from '../../../ui/locale.tsx'
import type { Reading } from '../../../wire/index.ts'
import { PmoObjectivesPage } from './Page.tsx'

const figure = (value: number) => ({ metric: { status: 'ok' as const, value }, why: { term: 'Figure', figure: { status: 'missing' as const, inputs: ['x'] } } })
const objective = (id: string, more: Partial<PmoObjective> = {}): PmoObjective => ({
  id, statement: id, description: '', owner: 'Head of PMO', deadline: '2027-03-31', effective: figure(0.125), attainment: figure(0.4), line: [{ id: 'up', statement: 'Projects deliver what they promise', strategy: 'Strategy 2030' }], linked: true, servedBy: [],
  smart: [{ letter: 'specific', passed: true, reasons: [] }, { letter: 'relevant', passed: true, reasons: [] }], measures: [{ id: 'm', name: 'Days at a gate', attainment: figure(0.4), recorded: true }], initiatives: 2, missing: [], ...more,
})
const found: PmoObjectives = {
  pmos: [
    { name: 'Central PMO', services: 3, strategies: [{ id: 's', name: 'Central PMO', unit: null, level: 'functional', intent: 'Decisions in days', parent: 'Strategy 2030', soundness: figure(0.5), composite: figure(0.4), objectives: [
      objective('Gates decide in 5 days'), objective('Better reports', { line: [], linked: false, measures: [], owner: null, missing: ['It has no measure.', 'Nobody owns it.'], smart: [{ letter: 'specific', passed: false, reasons: ['Nobody owns it.'] }] }),
    ] }] },
    { name: 'PMO of Roads', services: 1, strategies: [] },
  ],
  unserved: [{ key: 'k', statement: 'Clean rivers', weight: 0.4 }],
}
const full = (value: PmoObjectives): Reading<PmoObjectives> => ({ state: 'full', value, refreshing: false, problem: undefined, again: () => undefined })
const show = (reading: Reading<PmoObjectives>) => renderToStaticMarkup(<LocaleProvider locale="en-GB"><PmoObjectivesPage reading={reading} /></LocaleProvider>)

describe('PMO objectives', () => {
  it('empty, loading, refused', () => {
    expect(show(full({ pmos: [], unserved: [] }))).toContain('No PMO is known')
    expect(show({ state: 'loading' })).toContain('Loading PMO objectives')
    expect(show({ state: 'refused', problem: { type: '', title: 'Not allowed', status: 403, code: 'role_insufficient', detail: 'This needs the role viewer.' }, again: () => undefined })).toContain('This needs the role viewer.')
  })
  it('full: each objective with its way up, its measures and what is missing; a PMO without a strategy; what nobody serves', () => {
    const html = show(full(found))
    for (const said of ['Gates decide in 5 days', 'Projects deliver what they promise', 'Days at a gate', '50%', '40%', 'It has no measure.', 'serves nothing above it', 'Not specific', 'PMO of Roads has no strategy of its own', 'Clean rivers']) expect(html).toContain(said)
  })
})

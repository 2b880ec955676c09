import type { Framework, FrameworkAdoption, FrameworkElement, Frameworks } from '@throughline/contract/governance'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { LocaleProvider } from '../../../ui/locale.tsx'
import type { Reading } from '../../../wire/index.ts'
import { FrameworksPage } from './Page.tsx'
import type { FrameworkActs } from './parts/framework-forms.tsx'

const at = '2026-03-01T08:00:00.000Z'
const gate = (key: string, more: Partial<FrameworkElement> = {}): FrameworkElement => ({ key, kind: 'gate', name: `Gate ${key}`, says: '', link: '', lifecycle: 'Predictive', neededFrom: null, serviceId: null, ...more })
const said = (elements: FrameworkElement[]) => ({ name: 'Delivery', about: 'How we deliver', elements })
const framework: Framework = {
  id: 'f', version: 3, text: said([gate('G1'), gate('G2')]), state: 'changed', pending: [{ change: 'added', key: 'G2', kind: 'gate', name: 'Gate G2', fields: [] }], inForce: 1, lifecycles: ['Predictive'], running: 2, retired: null,
  editions: [{ no: 2, ...said([gate('G1', { neededFrom: 'active', serviceId: 's' })]), effectiveOn: '2026-07-01', reason: 'The board asks', by: 'Ada', at, changes: [{ change: 'changed', key: 'G1', kind: 'gate', name: 'Gate G1', fields: [{ field: 'neededFrom', before: null, after: 'active' }, { field: 'serviceId', before: null, after: 's' }] }], running: 0 }, { no: 1, ...said([gate('G1')]), effectiveOn: '2026-01-01', reason: 'First', by: 'Ada', at, changes: [], running: 2 }],
  current: { metric: { status: 'ok', value: 1 }, why: { term: 'On the edition in force', figure: { status: 'not_applicable' } } },
}
const adoption = (name: string, more: Partial<FrameworkAdoption> = {}): FrameworkAdoption => ({ id: name, initiative: { id: name, name, state: 'active' }, running: true, frameworkId: 'f', edition: 1, lifecycle: 'Predictive', reason: 'Fits', by: 'Ada', at, ...more })
const frameworks: Frameworks = { frameworks: [framework], adoptions: [adoption('Bridge'), adoption('Weir', { running: false })], services: [{ id: 's', name: 'Clinic', offered: true }] }
const full = <T,>(value: T): Reading<T> => ({ state: 'full', value, refreshing: false, problem: undefined, again: () => undefined })
const never = () => Promise.reject(new Error('not here'))
const acts: FrameworkActs = { add: never, change: never, publish: never, retire: never, adopt: never, migrate: never }
const show = (reading: Reading<Frameworks>, { edit = true, shown = undefined as string | undefined, migrating = undefined as number | undefined } = {}) =>
  renderToStaticMarkup(<LocaleProvider locale="en-GB"><FrameworksPage {...{ reading, shown, migrating, acts }} migration={full({ edition: 2, effectiveOn: '2026-07-01', adoptions: [{ adoption: adoption('Bridge'), changes: framework.pending, newlyNeeded: ['G1'], lifecycleThere: false }, ...Array.from({ length: 120 }, (_, at) => ({ adoption: adoption(`Road ${at}`), changes: [], newlyNeeded: [], lifecycleThere: true }))] })} may={{ edit, adopt: edit }} services={[]} initiatives={{ found: [], total: 0, find: () => undefined }} today="2026-03-02" onShow={() => undefined} discuss={() => 'Discuss'} /></LocaleProvider>)

describe('frameworks', () => {
  it('empty, loading, refused', () => {
    expect(show(full({ frameworks: [], adoptions: [], services: [] }))).toContain('No framework is written down')
    // Whoever may write one down finds the button where they are told so; nobody else does.
    expect(show(full({ frameworks: [], adoptions: [], services: [] })).split('Add a framework')).toHaveLength(2)
    expect(show(full({ frameworks: [], adoptions: [], services: [] }), { edit: false })).not.toContain('Add a framework')
    expect(show({ state: 'loading' })).toContain('Loading frameworks')
    expect(show({ state: 'refused', problem: { type: '', title: 'Not allowed', status: 403, code: 'role_insufficient', detail: 'This needs the role viewer.' }, again: () => undefined })).toContain('This needs the role viewer.')
  })
  it('full: what is in force, what comes, and who follows it', () => {
    const html = show(full(frameworks))
    for (const words of ['Edition 1', 'edition 2 from', '1 element differs', '100', 'Follow a framework', 'Change what Bridge follows', 'Over']) expect(html).toContain(words)
    expect(html).not.toContain('Change what Weir follows')
    expect(show(full(frameworks), { edit: false })).not.toContain('Add a framework')
    expect(show(full({ ...frameworks, adoptions: [] }))).toContain('No initiative follows a framework yet.')
  })
  it('the sheet: elements in force, every change of each edition, what stands in writing', () => {
    const html = show(full(frameworks), { shown: 'f' })
    for (const words of ['Gate G1: Gate G1', '(advice)', 'In writing, not published', 'Added: gate G2', 'when it is needed: advice', 'service that helps: none → Clinic', 'Migrate initiatives', 'Publish']) expect(html).toContain(words)
  })
  it('a migration says what each would have to show, and is not done before its day', () => {
    const html = show(full(frameworks), { shown: 'f', migrating: 2 })
    for (const words of ['Bridge, on edition 1 by Predictive', 'It would have to show as well: G1.', 'Its lifecycle model is gone', 'It holds from', 'All 120 that can be', 'Without 1 whose lifecycle model is gone', '21 more are not listed']) expect(html).toContain(words)
  })
})

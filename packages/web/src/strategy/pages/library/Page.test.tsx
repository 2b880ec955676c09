import type { Definition, MeasureLibrary } from '@throughline/contract/strategy'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { LocaleProvider } from '../../../ui/locale.tsx'
import type { Reading } from '../../../wire/index.ts'
import { LibraryPage } from './Page.tsx'
import type { LibraryActs } from './parts/forms.tsx'

const definition = (name: string, more: Partial<Definition> = {}): Definition => ({ id: name, name, calculation: `${name} ÷ days`, unit: 'percent', direction: 'higher', aggregation: 'ratio', frequency: 'quarter', tellsOf: 'outcome', leading: false, perspective: null, meaning: 'What it means', gamingRisk: '', watch: '', source: '', patterns: [], origin: 'entered', retired: null, version: 1, usedBy: [], ...more })
const library: MeasureLibrary = { starter: 30, definitions: [definition('Injuries', { usedBy: [{ measureId: 'm', measure: 'Injuries', objectiveId: 'o', objective: 'Safe roads', strategy: 'Strategy' }] }), definition('Lights', { tellsOf: 'output', leading: true }), definition('Salt', { retired: { by: 'Cy', at: '2026-03-01T08:00:00.000Z', reason: 'It counts salt' } })] }
const full = (value: MeasureLibrary): Reading<MeasureLibrary> => ({ state: 'full', value, refreshing: false, problem: undefined, again: () => undefined })
const never = () => Promise.reject(new Error('not here'))
const acts: LibraryActs = { add: never, change: never, retire: never, loadStarter: never, load: never, preview: never }
const show = (reading: Reading<MeasureLibrary>, canEdit = true) => renderToStaticMarkup(<LocaleProvider locale="en-GB"><LibraryPage {...{ reading, canEdit, acts }} /></LocaleProvider>)

describe('measure library', () => {
  it('empty, loading, refused', () => {
    expect(show(full({ definitions: [], starter: 37 }))).toContain('No measure is defined here yet')
    expect(show({ state: 'loading' })).toContain('Loading the library')
    expect(show({ state: 'refused', problem: { type: '', title: 'Not allowed', status: 403, code: 'role_insufficient', detail: 'This needs the role viewer.' }, again: () => undefined })).toContain('This needs the role viewer.')
  })
  it('full: each with what it tells of and where it is used, retired ones with the reason', () => {
    const html = show(full(library))
    for (const words of ['2 definitions are in force; 1 measure an objective.', 'Injuries ÷ days', 'An output', 'Leading', '1 objective', 'nothing yet', 'Retired 1 Mar 2026, Cy: It counts salt', 'Take over the starter library (30)', 'Load a list', 'Define a measure']) expect(html).toContain(words)
  })
  it('who may only read is offered no act, and one that has the starter library is not offered it again', () => {
    for (const act of ['Define a measure', 'Load a list', 'Take over']) expect(show(full(library), false)).not.toContain(act)
    expect(show(full({ ...library, starter: 0 }))).not.toContain('Take over')
  })
})

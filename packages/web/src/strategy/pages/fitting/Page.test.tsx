import type { MeasureCandidate, ObjectiveMeasures } from '@throughline/contract/strategy'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { LocaleProvider } from '../../../ui/locale.tsx'
import type { Reading } from '../../../wire/index.ts'
import { FittingPage } from './Page.tsx'

const candidate = (name: string, more: Partial<MeasureCandidate> = {}): MeasureCandidate => ({ act: 'define', from: { kind: 'definition', id: name }, name, tellsOf: 'output', leading: false, definitionId: name, usedBy: [], reasons: ['It fits goals that say “safe”: a suggestion by words.'], ...more })
const measures: ObjectiveMeasures = {
  mix: { objectiveId: 'o', statement: 'Safe roads', strategy: { id: 'h', name: 'Highways' }, outcome: 0, output: 1, activity: 0, unsaid: 0, leading: 0, warnings: [{ code: 'no_outcome', words: 'Only what is done or yielded is measured, by Kilometres.' }] },
  measures: [{ id: 'm', name: 'Kilometres', tellsOf: 'output', leading: false, linkId: 'l', linkVersion: 1 }],
  candidates: [candidate('Injuries', { act: 'repeat', tellsOf: 'outcome', usedBy: [{ measureId: 'n', objective: 'Roads of the north', strategy: 'North' }] }), candidate('Lights')],
}
const full = <T,>(value: T): Reading<T> => ({ state: 'full', value, refreshing: false, problem: undefined, again: () => undefined })
const never = () => Promise.reject(new Error('not here'))
const show = (reading: Reading<ObjectiveMeasures>, canEdit = true) => renderToStaticMarkup(<LocaleProvider locale="en-GB"><FittingPage reading={reading} library={full({ definitions: [], starter: 0 })} canEdit={canEdit} acts={{ choose: never, unlink: never }} /></LocaleProvider>)

describe('measures that fit', () => {
  it('loading, refused, and where nothing fits', () => {
    expect(show({ state: 'loading' })).toContain('Loading measures that fit')
    expect(show({ state: 'refused', problem: { type: '', title: 'Not found', status: 404, code: 'not_found', detail: 'There is no objective.' }, again: () => undefined })).toContain('There is no objective.')
    expect(show(full({ ...measures, candidates: [], measures: [], mix: { ...measures.mix, output: 0, warnings: [] } }))).toContain('Nothing measures it')
  })
  it('full: what measures it with its warning, then what may, in use first, each with why', () => {
    const html = show(full(measures))
    for (const words of ['Safe roads', 'Highways', 'Only what is done or yielded is measured', 'Linked: it belongs to another objective', 'In use: Roads of the north (North)', 'Repeat Injuries', 'Use Lights', 'a suggestion by words', 'Link Kilometres no longer']) expect(html).toContain(words)
    expect(html.indexOf('Repeat Injuries')).toBeLessThan(html.indexOf('Use Lights'))
  })
  it('who may only read is offered no act', () => {
    for (const act of ['Repeat Injuries', 'Use Lights', 'no longer']) expect(show(full(measures), false)).not.toContain(act)
  })
})

import type { Narrative } from '@throughline/contract/strategy'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { LocaleProvider } from '../../../../ui/locale.tsx'
import type { Reading } from '../../../../wire/index.ts'
import { Narratives } from './Narratives.tsx'

const said = (id: string, more: Partial<Narrative>): Narrative => ({ id, measureId: 'm', fact: 'Two lines were closed', judgement: '', forecast: 'Back by June', confidence: 'high', by: 'Ada', at: '2026-03-01T08:00:00.000Z', mine: true, version: 1, anchors: [{ on: '2026-02-28', value: '8.2' }], standing: 'anchored', moved: [], ...more })
const full = (value: readonly Narrative[]): Reading<readonly Narrative[]> => ({ state: 'full', value, refreshing: false, problem: undefined, again: () => undefined })
const acts = { add: () => Promise.reject(new Error('not here')), remove: () => Promise.reject(new Error('not here')) }
const show = (reading: Reading<readonly Narrative[]>, canSay = true) => renderToStaticMarkup(<LocaleProvider locale="en-GB"><Narratives {...{ reading, canSay, acts }} unit="minute" records={[]} /></LocaleProvider>)

describe('what people say of a measure', () => {
  it('empty, loading, refused', () => {
    expect(show(full([]))).toContain('Nobody has said anything yet')
    expect(show({ state: 'loading' })).toContain('Loading what people say')
    expect(show({ state: 'refused', problem: { type: '', title: 'Not allowed', status: 403, code: 'role_insufficient', detail: 'This needs the role viewer.' }, again: () => undefined })).toContain('This needs the role viewer.')
  })
  it('keeps fact, judgement and forecast apart, and leaves out what nobody said', () => {
    const html = show(full([said('a', {})]))
    for (const words of ['What happened', 'Two lines were closed', 'What is to come', 'Back by June', 'Ada', 'sure', 'Its figures are as they were', 'Take back']) expect(html).toContain(words)
    expect(html).not.toContain('What it means')
  })
  it('says where figures changed since, or none is explained', () => {
    const html = show(full([said('a', { standing: 'stale', moved: [{ on: '2026-02-28', was: '8.2', now: '8.5' }] }), said('b', { standing: 'unanchored', anchors: [], mine: false })]), false)
    for (const words of ['Stale: its figures changed since', 'Now 28 Feb 2026: 8.5', 'Unanchored: it explains no figure']) expect(html).toContain(words)
    expect(html).not.toContain('Take back')
  })
})

import { ok } from '@throughline/engine/kernel'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { LocaleProvider } from '../../../ui/locale.tsx'
import type { Reading } from '../../../wire/index.ts'
import { pastedTable } from '../../parts/LoadActuals.tsx'
import { fullList, listWithUnit } from './fixture.ts'
import { isLevel, MeasuresPage, type MeasuresProps } from './Page.tsx'

const done = async () => ok({})
const full = <T,>(value: T): Reading<T> => ({ state: 'full', value, refreshing: false, problem: undefined, again: () => undefined })
const batch = { id: 'b1', via: 'file' as const, fileName: 'desk.csv', sha256: 'ab', rows: 3, by: 'Ada', at: '2025-10-02T08:00:00Z', undoneAt: null, undoneBy: null }
const show = (change: Partial<MeasuresProps> = {}) =>
  renderToStaticMarkup(
    <LocaleProvider locale="en-GB">
      <MeasuresPage measures={full(fullList)} batches={full([batch])} canRecord view="list" level={undefined} horizon={undefined} of={undefined} load={{ preview: async () => ok({ fileName: '', sha256: '', recognised: '', rows: [], issues: [] }), record: done }} onShow={() => undefined} onUndo={done} {...change} />
    </LocaleProvider>,
  )

describe('measures', () => {
  it('empty: says where measures come from', () => expect(show({ measures: full({ ...fullList, measures: [] }) })).toContain('Nothing is measured yet'))
  it('loading', () => expect(show({ measures: { state: 'loading' } })).toContain('Loading the measures'))
  it('refused', () => expect(show({ measures: { state: 'refused', problem: { type: '', title: '', status: 403, code: 'role_insufficient', detail: 'This needs the role viewer.' }, again: () => undefined } })).toContain('This needs the role viewer.'))
  it('full: standing in shape and word, the gap, the signal, the duplicate, and what is late', () => {
    const html = show()
    for (const words of ['2 measures, 1 never measured, 2 late', 'At risk', 'Improvement: outside the limits', '1 gap', 'The same by definition as Contacts in time', '82%', 'Late', 'desk.csv', 'Take back']) expect(html).toContain(words)
  })
  it('partial: what nobody measured is no zero', () => {
    const html = show({ level: 'outcome' })
    expect(html).toContain('New hospitals open')
    expect(html).not.toContain('Calls answered in time')
    expect(html).toContain('Not measured')
    expect(html).toContain('No report')
  })
  it('viewers are not asked to record', () => expect(show({ canRecord: false })).not.toContain('Record actuals'))
  it('as a scorecard: levels, ends of periods and peers, and a composite that is hidden where too little is known', () => {
    const html = show({ view: 'scorecard' })
    for (const words of ['Perspectives by horizon of measure', 'Short: within a year', 'Mid: one to three years', 'Long: beyond three years']) expect(html).toContain(words)
    for (const words of ['Perspectives by level', '1 at risk', '1 no report', 'Too few points', 'Agreed way', '1 measure is reported less often', 'Better than the median', 'Other desks (12)']) expect(html).toContain(words)
  })
  it('as a scorecard: what there is to mend with its reasons and the way there, of whose scorecard it is and of the measures that are shown', () => {
    const html = show({ view: 'scorecard' })
    for (const words of ['1 perspective, 1 objective, 1 measure', 'It holds 12.5% of the weight.', 'href="/strategy/goals/ob1"', 'Only what is done or yielded is measured.', 'Measure of Hospitals are rebuilt', 'Nobody owns it.', 'was due on 2025-05-01.']) expect(html).toContain(words)
    expect(html).not.toContain('The measure has no target.')
    const unit = show({ measures: full(listWithUnit), of: 'un1', view: 'scorecard' })
    expect([unit.includes('The measure has no target.'), unit.includes('Nobody owns it.')]).toEqual([true, false])
    expect(show({ view: 'scorecard', level: 'kpi' })).not.toContain('Nobody owns it.')
    expect(show({ measures: full({ ...fullList, warned: [] }), view: 'scorecard' })).toContain('Nothing to mend')
  })
  it('of a unit: its own measures and composite, and never among those of the organisation', () => {
    const html = show({ measures: full(listWithUnit), of: 'un1' })
    for (const words of ['1 measure, 1 late', 'Nurses trained', 'Aims of its own', '25%', '>Wards<']) expect(html).toContain(words)
    expect(html).not.toContain('Calls answered in time')
    expect(show({ measures: full(listWithUnit) })).not.toContain('Nurses trained')
    expect(show({ measures: full(listWithUnit), of: 'un1', view: 'scorecard' })).toContain('Nurses trained')
    // A unit that is gone is not looked at.
    expect(show({ measures: full(listWithUnit), of: 'gone' })).toContain('Calls answered in time')
  })
  it('takes only levels there are from the address', () => expect([isLevel('kpi'), isLevel('toString'), isLevel(undefined)]).toEqual([true, false, false]))
})

describe('a paste', () => {
  it('of dates and values is of the one measure, with tabs or spaces between', () => expect(pastedTable('2025-09-30\t8.2\r\n31/10/2025  8.4\n', 'm1')).toBe('Measure\tDate\tValue\nm1\t2025-09-30\t8.2\nm1\t31/10/2025\t8.4'))
  it('with headings is left as it is, and so is one of no measure in particular', () => {
    expect(pastedTable('Measure\tDate\tValue\nCalls\t2025-09-30\t1', 'm1')).toBe('Measure\tDate\tValue\nCalls\t2025-09-30\t1')
    expect(pastedTable('a\tb', undefined)).toBe('a\tb')
  })
})

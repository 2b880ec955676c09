import type { InitiativeDetail } from '@throughline/contract/demand'
import { ukFiscalCalendar, ok } from '@throughline/engine/kernel'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { LocaleProvider } from '../../../ui/locale.tsx'
import type { Reading } from '../../../wire/index.ts'
import { InitiativePage, type InitiativeProps } from './Page.tsx'
import { emptyInitiative, fullInitiative, partialInitiative, report, reports } from './fixture.ts'
import { changesOf } from './parts/EditInitiative.tsx'
import { changesOf as fieldChangesOf } from './parts/EditOwnFields.tsx'
import { runsOf } from './parts/Ratings.tsx'

const done = async () => ok({})
const full = (value: InitiativeDetail): Reading<InitiativeDetail> => ({ state: 'full', value, refreshing: false, problem: undefined, again: () => undefined })
const tieActs = { onNeed: done, onExclude: done, onForgetNeed: () => undefined, onForgetExclusion: () => undefined }
const show = (reading: Reading<InitiativeDetail>, change: Partial<InitiativeProps> = {}) =>
  renderToStaticMarkup(
    <LocaleProvider locale="en-GB">
      <InitiativePage reading={reading} objectives={[]} units={[]} fields={[]} others={{ found: [], total: 0, find: () => undefined }} currency="GBP" calendar={ukFiscalCalendar} canEdit tieActs={tieActs} onSave={done} onSaveFields={done} onSaveYears={done} contributionForm={() => null} {...change} />
    </LocaleProvider>,
  )

const figuresOf = (html: string): string => /<section class="figure-strip".*?<\/section>/.exec(html)?.[0] ?? ''

describe('an initiative', () => {
  it('empty: asks for what is not there yet', () => {
    const html = show(full(emptyInitiative))
    for (const words of ['It serves no objective', 'No publication lists it', 'It needs no other initiative', 'Nothing was changed yet', 'no start to no end']) expect(html).toContain(words)
  })
  it('loading', () => expect(show({ state: 'loading' })).toContain('Loading the initiative'))
  it('refused: says the rule', () => {
    const problem = { type: '', title: 'There is no such initiative', status: 404, code: 'initiative_unknown', detail: 'It may have been removed.' }
    expect(show({ state: 'refused', problem, again: () => undefined })).toContain('It may have been removed.')
  })
  it('partial: a withheld cost is withheld, never zero, and a dropped initiative says so', () => {
    const html = show(full(partialInitiative))
    expect(html).toContain('The latest publication does not list it any more')
    expect(html).toContain('The publisher withheld a figure')
    expect(html.match(/>Withheld</g)?.length).toBeGreaterThanOrEqual(2)
    expect(figuresOf(html)).not.toContain('£0')
  })
  it('full: a range stays a range, and the printed text stands beside what was read', () => {
    const html = show(full(fullInitiative))
    expect(html).toContain('£900m to £1.4bn')
    expect(html).toContain('title="Printed: £0.9bn to £1.4bn"')
    expect(html).toContain('To be confirmed')
    expect(html).toContain('The rolling stock is late.')
    expect(html).toContain('Why: Whole-life cost')
  })
  it('full: only what was read or spread by a rule is marked as derived', () => {
    expect(figuresOf(show(full(fullInitiative))).match(/data-kind="derived"/g)).toHaveLength(1)
  })
  it('full: a change of scale parts the ratings, and both raters are heard where they differ', () => {
    const html = show(full(fullInitiative))
    expect(html).toContain('The scale changed.')
    expect(html).toContain('independent')
  })
  it('for a viewer: nothing that would be refused', () => expect(show(full(fullInitiative), { canEdit: false, tieActs: undefined })).not.toMatch(/>Change<|Link an objective|It needs …/))
})

describe('fields of one’s own', () => {
  const fields = [
    { id: 'f1', name: 'Effort', kind: 'number' as const, unit: 'FTE', choices: [], note: 'At its peak', values: 1, version: 1 },
    { id: 'f2', name: 'Carbon cost', kind: 'money' as const, unit: null, choices: [], note: '', values: 1, version: 1 },
    { id: 'f3', name: 'Horizon', kind: 'choice' as const, unit: null, choices: ['H1'], note: '', values: 0, version: 1 },
  ]
  const withValues = { ...fullInitiative, row: { ...fullInitiative.row, custom: { f1: '12345.678901234567891', f2: '125050' } } }
  it('show every digit with unit or currency, and say where there is no value', () => {
    const html = show(full(withValues), { fields })
    for (const words of ['12,345.678901234567891 FTE', '£1,250.50', 'No value was given', 'Change the fields of your own']) expect(html).toContain(words)
  })
  it('are not there where the organisation has none, and not changed by a viewer', () => {
    expect(show(full(withValues))).not.toContain('Fields of your own')
    expect(show(full(withValues), { fields, canEdit: false, tieActs: undefined })).not.toContain('Change the fields of your own')
  })
  it('are sent only where they differ; blank takes a value away', () =>
    expect(fieldChangesOf({ f1: '1', f2: '2' }, { f1: '1', f2: ' ', f3: 'H1', f4: '' })).toEqual([{ fieldId: 'f2', value: null }, { fieldId: 'f3', value: 'H1' }]))
})

describe('runs of ratings', () => {
  const shape = (list: Parameters<typeof runsOf>[0]) => runsOf(list).map(({ scale, reports: run }) => [scale, run.map(({ id }) => id).join(' ')])
  it('part where the scale changes, oldest first; one without a rating stays with its neighbours', () => expect(shape(reports)).toEqual([['five_point', 'r1 r2'], ['three_point', 'r3 r4']]))
  it('are one without any rating, and none without a report', () => {
    expect(shape([report('b', '2024-03-31', null), report('a', '2023-03-31', null)])).toEqual([[undefined, 'a b']])
    expect(shape([])).toEqual([])
  })
})

describe('what a form asks to change', () => {
  const before = { name: 'Night Mail', state: 'active' as const, unitId: 'u1', category: '', sponsor: 'B. Britten', cost: '1200', benefits: null, startOn: '', endOn: '2031-03-31', rating: 'five_point amber_red', mandatory: false, description: '', why: '' }
  it('is nothing where nothing differs', () => expect(changesOf(before, before, 'GBP')).toEqual({}))
  it('is only what differs, in minor units, and null where something was emptied', () =>
    expect(changesOf(before, { ...before, name: ' Night Mail Programme ', sponsor: ' ', cost: '1200.05', endOn: '' }, 'GBP')).toEqual({ name: 'Night Mail Programme', sponsor: null, costMinor: '120005', endOn: null }))
  it('keeps a rating on the scale that was chosen, or takes it away', () => {
    expect(changesOf(before, { ...before, rating: 'three_point red' }, 'GBP')).toEqual({ rating: { scale: 'three_point', level: 'red' } })
    expect(changesOf(before, { ...before, rating: '' }, 'GBP')).toEqual({ rating: null })
  })
})

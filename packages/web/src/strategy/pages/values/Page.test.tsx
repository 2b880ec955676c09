import type { OrganisationValue, UnitStatement, ValuesRegister } from '@throughline/contract/strategy'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { LocaleProvider } from '../../../ui/locale.tsx'
import type { Reading } from '../../../wire/index.ts'
import { ValuesPage } from './Page.tsx'
import type { ValuesActs } from './parts/forms.tsx'

const at = '2026-03-01T08:00:00.000Z'
const value = (name: string, more: Partial<OrganisationValue> = {}): OrganisationValue => ({ id: name, name, meaning: '', behaviours: [], retired: null, version: 1, takenUpBy: [], served: 0, against: 0, ...more })
const statement = (words: string, more: Partial<UnitStatement> = {}): UnitStatement => ({ id: words, words, saidBy: 'Ada', saidAt: at, version: 1, standing: 'unmapped', valueId: null, value: null, reason: '', mapped: null, ...more })
const register: ValuesRegister = {
  values: [value('Candour', { meaning: 'We tell what went wrong', behaviours: ['Mistakes are told the same day'], takenUpBy: ['Highways'] }), value('Care'), value('Thrift', { retired: { by: 'Cy', at, reason: 'It said nothing' } })],
  units: [{ id: 'h', name: 'Highways', mapped: 1, own: 1, diverging: 1, statements: [statement('We say it', { standing: 'mapped', valueId: 'Candour', value: 'Candour' }), statement('Nobody alone at night', { standing: 'own', reason: 'Only here' }), statement('Gritters first')] }, { id: 'r', name: 'Rivers', mapped: 0, own: 0, diverging: 0, statements: [] }],
  former: 1, statements: 3, diverging: 1, conflicts: 1, notTakenUp: ['Care'],
  decisions: [{ id: 'd', question: 'Which strategy?', chosen: 'After the flood', decider: 'Bea', decidedAt: at, tags: [{ id: 't', served: { id: 'Care', name: 'Care' }, against: { id: 'Candour', name: 'Candour', reason: 'Names stay with families' }, by: 'Ada', at, version: 1 }] }],
}
const full = (shown: ValuesRegister): Reading<ValuesRegister> => ({ state: 'full', value: shown, refreshing: false, problem: undefined, again: () => undefined })
const never = () => Promise.reject(new Error('not here'))
const acts: ValuesActs = { add: never, change: never, retire: never, state: never, map: never, remove: never, tag: never, untag: never }
const show = (reading: Reading<ValuesRegister>, may = { take: true, edit: true }) => renderToStaticMarkup(<LocaleProvider locale="en-GB"><ValuesPage {...{ reading, may, acts }} /></LocaleProvider>)

describe('values', () => {
  it('empty, loading, refused', () => {
    expect(show(full({ values: [], units: [], former: 0, statements: 0, diverging: 0, conflicts: 0, notTakenUp: null, decisions: [] }))).toContain('No value is written down')
    expect(show({ state: 'loading' })).toContain('Loading values')
    expect(show({ state: 'refused', problem: { type: '', title: 'Not allowed', status: 403, code: 'role_insufficient', detail: 'This needs the role viewer.' }, again: () => undefined })).toContain('This needs the role viewer.')
  })
  it('partial: values that no unit was asked about are passed over by nobody', () => {
    const html = show(full({ ...register, units: [], former: 0, statements: 0, diverging: 0, notTakenUp: null, decisions: [], conflicts: 0 }))
    for (const said of ['No unit has said what it stands for', 'No unit has a strategy of its own', 'No decision was said']) expect(html).toContain(said)
    expect(html).not.toContain('Nobody')
  })
  it('full: values, what diverges first, and declared conflicts', () => {
    const html = show(full(register))
    for (const said of ['Mistakes are told the same day', 'Retired 1 Mar 2026, Cy: It said nothing', 'Nobody', 'Diverges: mapped nowhere', 'Only here', 'Nothing said by Rivers.', '1 statement is of units', 'Which strategy?', 'Names stay with families', 'Change Care']) expect(html).toContain(said)
    expect(html.indexOf('Gritters first')).toBeLessThan(html.indexOf('We say it'))
    expect(html).not.toContain('Change Thrift')
  })
  it('who may only read is offered no act', () => {
    const html = show(full(register), { take: false, edit: false })
    for (const act of ['Add a value', 'What a unit stands for', 'Value of a decision', 'Change Care', 'Map Gritters first', 'Remove']) expect(html).not.toContain(act)
  })
})

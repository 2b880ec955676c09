import type { Stakes } from '@throughline/contract/strategy'
import type { ExplainedMoney, ExplainedNumber } from '@throughline/contract/wire'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { LocaleProvider } from '../../../ui/locale.tsx'
import type { Reading } from '../../../wire/index.ts'
import { StakesPage } from './Page.tsx'

const id = (no: number) => `00000000-0000-7000-8000-00000000000${no}`
const pounds = (minor: string): ExplainedMoney['metric'] => ({ status: 'ok', value: { minor, currency: 'GBP', basis: { kind: 'nominal' }, cashClass: 'na' } })
const why = { term: 'At stake', figure: { status: 'missing' as const, inputs: ['x'] } }
const amount = (minor: string): ExplainedMoney => ({ metric: pounds(minor), why })
const share = (value: number): ExplainedNumber => ({ metric: { status: 'ok', value }, why })
const stakes: Stakes = {
  units: [
    { id: id(1), name: 'Delivery function', unit: null, goalsOf: 'own_strategy', goals: [], dependence: { metric: { status: 'missing', inputs: ['initiatives that serve it'] }, why }, exposed: amount('900000000'), own: amount('0'), classes: [], owners: [] },
    {
      id: id(2), name: 'Roads we can use', unit: 'Roads', goalsOf: 'organisation', dependence: share(0.25), exposed: amount('500000000'), own: amount('800000000'),
      goals: [{ id: id(3), statement: 'Dry roads', weight: 0.75, own: 1, others: 1, dependence: share(1 / 3), exposed: amount('500000000') }, { id: id(4), statement: 'No ice', weight: 0.25, own: 0, others: 0, dependence: { metric: { status: 'missing', inputs: ['initiatives that serve it'] }, why }, exposed: amount('0') }],
      classes: [{ rating: { scale: 'three_point', level: 'red' }, initiatives: 1, value: amount('500000000') }],
      owners: [{ unitId: id(5), unit: 'Rivers', value: amount('500000000'), initiatives: [{ initiative: { id: id(6), key: 'M', name: 'Meadows that flood' }, rating: { scale: 'three_point', level: 'red' }, goals: ['Dry roads'], goalIds: [id(3)], value: pounds('500000000') }] }, { unitId: null, unit: null, value: { metric: { status: 'undefined', reason: 'EXEMPT' }, why }, initiatives: [{ initiative: { id: id(7), key: 'L', name: 'Lamps' }, rating: null, goals: ['Dry roads'], goalIds: [id(3)], value: { status: 'undefined', reason: 'EXEMPT' } }] }],
    },
  ],
}
const full = (shown: Stakes): Reading<Stakes> => ({ state: 'full', value: shown, refreshing: false, problem: undefined, again: () => undefined })
const show = (reading: Reading<Stakes>, chosen?: string) => renderToStaticMarkup(<LocaleProvider locale="en-GB"><StakesPage reading={reading} chosen={chosen} onChoose={() => undefined} /></LocaleProvider>)

describe('stake and control', () => {
  it('empty, loading, refused', () => {
    expect(show(full({ units: [] }))).toContain('No unit has goals')
    expect(show({ state: 'loading' })).toContain('Loading stake and control')
    expect(show({ state: 'refused', problem: { type: '', title: 'Not allowed', status: 403, code: 'role_insufficient', detail: 'This needs the role viewer.' }, again: () => undefined })).toContain('This needs the role viewer.')
  })
  it('full: of the unit that was chosen its goals, and whom it depends on', () => {
    const html = show(full(stakes), id(2))
    for (const said of ['Goals: Roads we can use', '33%', 'nothing serves it', 'Meadows that flood', 'Rivers', '£5m in all', 'No unit owns it', 'Red', 'a function, which owns no initiative', 'objectives of the organisation']) expect(html).toContain(said)
    expect(html).not.toContain('NaN')
  })
  it('partial: of the first nothing hangs on others', () => expect(show(full(stakes))).toContain('is in its own hands'))
})

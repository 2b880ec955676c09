import { describe, expect, it } from 'vitest'
import { begun, blankPeriod, bodyOf, type EnteredLine } from './line-form.ts'

const people: EnteredLine = { ...begun(undefined, 'GBP'), name: 'Agents', kind: 'headcount', unit: 'people', periods: [{ from: '2027-01-01', last: '2027-12-31', baseline: '40', planned: '34' }] }
const entering = (part: Partial<EnteredLine['periods'][number]>) => bodyOf({ ...people, periods: people.periods.map((one) => ({ ...one, ...part })) })

describe('the form of a plan line', () => {
  it('is sent with the day after the last, once each period has its days and its planned amount', () => {
    expect(bodyOf(people)?.amounts).toEqual([{ from: '2027-01-01', to: '2028-01-01', baseline: '40', planned: '34' }])
    expect(entering({ baseline: null })?.amounts[0]?.baseline).toBeNull()
    for (const part of [{ from: '' }, { last: '' }, { planned: null }]) expect(entering(part)).toBeUndefined()
    expect(bodyOf({ ...people, periods: [...people.periods, blankPeriod] })).toBeUndefined()
  })
  it('waits while a year is being typed', () => {
    for (const day of ['0002-12-31', '9999-12-31', '20271-12-31']) expect([entering({ last: day }), entering({ from: day })]).toEqual([undefined, undefined])
  })
  it('does not round people: a part of one is not taken, as in a list', () => {
    expect([entering({ planned: '33.5' }), entering({ baseline: '40.5' })]).toEqual([undefined, undefined])
    expect(entering({ planned: '33.0' })?.amounts[0]?.planned).toBe('33')
    expect(bodyOf({ ...people, kind: 'cost', unit: 'GBP.cash', periods: [{ from: '2027-01-01', last: '2027-12-31', baseline: null, planned: '33.5' }] })?.amounts[0]?.planned).toBe('3350')
  })
})

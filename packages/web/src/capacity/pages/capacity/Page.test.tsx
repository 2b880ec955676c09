import { renderToString } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { LocaleProvider } from '../../../ui/locale.tsx'
import { capacityFixture, emptyCapacity, potsFixture } from './fixture.ts'
import { capacityColumns, givenOf, potColumns, unfit, writeMinor, writeQuantity } from './grid.ts'
import { CapacityPage, type CapacityProps } from './Page.tsx'
import { shadeOf } from './shade.ts'

const done = () => Promise.resolve({ ok: true as const, value: {} })
const again = () => undefined
const full = <T,>(value: T) => ({ state: 'full' as const, value, refreshing: false, problem: undefined, again })
const props: CapacityProps = {
  reading: full(capacityFixture), pots: full(potsFixture), reason: { state: 'loading' }, opened: undefined, units: [], currency: 'GBP', seesMoney: true, mayPlan: true, mayBudget: true,
  onOpen: again, onGrain: again, onAddPool: done, onChangePool: done, onRemovePool: done, onCapacities: done, onAddPot: done, onChangePot: done, onRemovePot: done, onAmounts: done,
}
const shown = (more: Partial<CapacityProps> = {}): string => renderToString(<LocaleProvider locale="en-GB"><CapacityPage {...props} {...more} /></LocaleProvider>).replaceAll('<!-- -->', '')

describe('the page of capacity', () => {
  it('says that nothing is recorded and what to do, and offers it to who may', () => {
    const page = shown({ reading: full(emptyCapacity), pots: undefined })
    expect(page).toContain('No pool is recorded yet')
    expect(page).toContain('The plan of record holds 227 initiatives; for none is it recorded what people it needs.')
    expect(page).toContain('Add a pool')
    const reader = shown({ reading: full(emptyCapacity), pots: undefined, mayPlan: false })
    expect([reader.includes('Add a pool'), reader.includes('Somebody who may plan capacity can add one.')]).toEqual([false, true])
  })
  it('waits, and says why it was refused', () => {
    expect(shown({ reading: { state: 'loading' } })).toContain('Loading capacity')
    const problem = { type: '/problems#fault', title: 'A fault of ours', status: 500, detail: 'The server made a mistake.', code: 'fault' }
    expect(shown({ reading: { state: 'refused', problem, again } })).toContain('The server made a mistake.')
  })
  it('reads as a table: each load with its figures, and none where there is no capacity', () => {
    const page = shown()
    expect(page).toMatch(/Data engineers, Q1 2027-28: 120.?%\. Demand 1,440 h of 2 initiatives, capacity 1200 h/)
    expect(page).toContain('Architects, Q3 2027-28: Missing: capacity. Demand 90 h of 1 initiative, capacity not recorded')
    expect(page).toContain('Data engineers, Q3 2027-28: Undefined: the divisor is zero')
    expect(page).toContain('Harbour crane')
  })
  it('offers readers no change, and no budgets to who may not see amounts', () => {
    const page = shown({ mayPlan: false, mayBudget: false, pots: undefined })
    expect([page.includes('Add a'), page.includes('Remove'), page.includes('Budgets')]).toEqual([false, false, false])
  })
})

describe('what is typed or pasted', () => {
  const change = (key: string, column: string, value: number | null) => ({ key, column, value, before: null })
  it('is a number not below nothing, or nothing', () => {
    expect(unfit([change('a', '2027-04-01', 7.5), change('a', '2027-07-01', null), change('b', '2027-04-01', -1), change('b', '2027-07-01', 1e15)], 0).map(({ key, column }) => `${key} ${column}`)).toEqual(['b 2027-04-01', 'b 2027-07-01'])
    expect(capacityColumns(capacityFixture.periods, true, String).slice(2).map((column) => column.get(capacityFixture.pools[1]!))).toEqual([300, 300, null])
  })
  it('travels by pool with the version that was seen', () => {
    expect(givenOf([change('a', '2027-04-01', 7.5), change('b', '2027-04-01', null), change('a', '2027-07-01', 3)], new Map([['a', 4]]), writeQuantity)).toEqual([
      { id: 'a', version: 4, lines: [{ on: '2027-04-01', amount: '7.50' }, { on: '2027-07-01', amount: '3.00' }] }, { id: 'b', version: 1, lines: [{ on: '2027-04-01', amount: null }] },
    ])
    expect([writeMinor('GBP')('2500.5'), writeMinor('JPY')('25')]).toEqual(['250050', '25'])
    expect(potColumns(potsFixture, true, String)[2]!.get(potsFixture.pots[0]!)).toBe(2_500_000)
  })
  it('is hatched above full, and only there', () => {
    expect([0, 0.4, 1, 1.01].map((load) => String(shadeOf(load).background).startsWith('repeating'))).toEqual([false, false, false, true])
  })
})

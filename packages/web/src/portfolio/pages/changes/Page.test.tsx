import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { waterfallBars } from '../../../ui/charts/waterfall-layout.ts'
import { LocaleProvider } from '../../../ui/locale.tsx'
import type { ChangesProps } from './Page.tsx'
import { ChangesPage } from './Page.tsx'
import { someChanges } from './fixture.ts'
import { latestOf } from './latest.ts'
import { fields, stepsOf } from './words.ts'

const nothing = () => undefined
const full: ChangesProps['changes'] = { state: 'full', value: someChanges, refreshing: false, problem: undefined, again: nothing }
const page = (change: Partial<ChangesProps> = {}): string =>
  renderToStaticMarkup(
    <LocaleProvider locale="en-GB">
      <ChangesPage changes={full} from={{ position: '2023-03-31' }} to={{ position: '2024-03-31' }} positions={[{ asOf: '2023-03-31', title: 'Annual report 2023' }, { asOf: '2024-03-31', title: 'Annual report 2024' }]} field="cost" onFrom={nothing} onTo={nothing} onField={nothing} onSkip={nothing} {...change} />
    </LocaleProvider>,
  )

it('compares the two latest positions, or those up to the day that is looked at', () => {
  const positions = ['2021-03-31', '2022-03-31', '2023-03-31'].map((asOf) => ({ asOf }))
  const pair = (until?: string) => [latestOf(positions, until, 2), latestOf(positions, until, 1)]
  expect(pair()).toEqual([{ position: '2022-03-31' }, { position: '2023-03-31' }])
  expect(pair('2022-12-31')).toEqual([{ position: '2021-03-31' }, { position: '2022-03-31' }])
  expect(pair('2021-03-31')).toEqual([{}, {}])
})

describe('what changed between two moments', () => {
  it('full: the totals with their dates, the causes, the initiatives and what is left of them', () => {
    const html = page()
    for (const words of ['Whole-life cost, 31 Mar 2023', 'Whole-life cost, 31 Mar 2024', 'New publication', 'Correction, now known', 'Network renewal', 'Not there', 'Not known', '237 others', '1 to 3 of 240', 'Amber', 'the annual report']) expect(html).toContain(words)
  })
  it('names every publication as a moment to compare with', () => expect(page()).toContain('Annual report 2023, 31 Mar 2023'))
  it('asks for day and time where a day was chosen', () => expect(page({ from: { asOf: '2024-01-01T12:00:00.000Z' } })).toContain('From: time'))
  it('a total without a figure says why', () => expect(page({ field: 'inYearForecast' })).toMatch(/Undefined|publication does not give/))
  it('without amounts: causes, how many and which, by name, and no amount', () => {
    const withheld = { status: 'undefined', reason: 'WITHHELD' } as const
    const totals = Object.fromEntries(Object.entries(someChanges.totals).map(([field, { lines }]) => [field, { before: withheld, after: withheld, change: { metric: withheld, why: { term: field, figure: withheld } }, lines: lines.map((line) => ({ ...line, amount: null })) }])) as typeof someChanges.totals
    const bare = <T extends typeof someChanges.items[number]['from']>(side: T): T => side && { ...side, amounts: { cost: null, benefits: null, inYearBaseline: null, inYearForecast: null } }
    const items = someChanges.items.map((item) => ({ ...item, from: bare(item.from), to: bare(item.to), moves: item.moves.map((move) => ({ ...move, amount: null })) }))
    const html = page({ changes: { state: 'full', value: { ...someChanges, amounts: 'withheld', totals, items, rest: { ...someChanges.rest, amount: null } }, refreshing: false, problem: undefined, again: nothing } })
    for (const words of ['Amounts are withheld from you', 'New publication', 'Network renewal', 'by name', 'withheld']) expect(html).toContain(words)
    expect(html).not.toMatch(/£\d/)
  })
  it('loading', () => expect(page({ changes: { state: 'loading' } })).toContain('Loading what changed'))
  it('refused: says why', () => {
    const problem = { type: '', title: 'Before the beginning', status: 422, code: 'as_of_before_beginning', detail: 'Nothing was recorded here as of then.' }
    expect(page({ changes: { state: 'refused', problem, again: nothing } })).toContain('Nothing was recorded here as of then.')
  })
  it('empty: says that nothing moved', () => {
    const still = { ...someChanges, total: 0, items: [], ratings: [], rest: { ...someChanges.rest, initiatives: 0 }, totals: { ...someChanges.totals, cost: { ...someChanges.totals.cost, lines: [] } } }
    const html = page({ changes: { ...full, value: still } })
    expect(html).toContain('Nothing moved between the two moments.')
    expect(html).toContain('No rating moved.')
  })
})

it('the picture of every amount closes without a gap', () => {
  for (const field of fields.filter((each) => someChanges.totals[each].before.status === 'ok')) expect(waterfallBars(stepsOf(someChanges, field), 'Not explained').filter(({ kind }) => kind === 'gap')).toEqual([])
})

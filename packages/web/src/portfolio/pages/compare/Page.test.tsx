import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { LocaleProvider } from '../../../ui/locale.tsx'
import { comparison, item, scenario } from '../../parts/plans/fixture.ts'
import { full, problem } from '../select/fixture.ts'
import { ComparePage, type CompareProps } from './Page.tsx'

const nothing = () => undefined
const render = (change: Partial<CompareProps> = {}): string =>
  renderToStaticMarkup(<LocaleProvider locale="en-GB"><ComparePage comparison={full(comparison)} scenarios={[item(), item({ id: 'other', name: 'Leaner' })]} chosen={['plan', scenario.id]} unitName={() => 'Transport'} onChoose={nothing} onPrint={nothing} {...change} /></LocaleProvider>)

describe('plans side by side', () => {
  it('full: figures, differences from the first, years, objectives, departments and every field', () => {
    const html = render()
    for (const words of ['The plan of record', 'Board, November', '£200m', '£350m', 'Against The plan of record', 'Cost of funded work by year', 'Faster journeys', 'Transport', 'Network renewal', '<strong class="font-semibold">£150m</strong>', 'Tram', 'not in', 'Leave out', 'Add a plan', 'Print']) expect(html).toContain(words)
  })
  it('empty: asks for two plans', () => expect(render({ comparison: undefined, chosen: ['plan'] })).toContain('Choose two plans or more'))
  it('the same plan: says that nothing differs', () => expect(render({ comparison: full({ ...comparison, fields: [] }) })).toContain('They do not differ.'))
  it('offers no fifth plan', () => expect(render({ chosen: ['plan', 'a', 'b', 'c'] })).not.toContain('Add a plan'))
  it('loading and refused', () => {
    expect(render({ comparison: { state: 'loading' } })).toContain('Loading the comparison')
    expect(render({ comparison: { state: 'refused', problem, again: nothing } })).toContain('This needs the role viewer')
  })
})

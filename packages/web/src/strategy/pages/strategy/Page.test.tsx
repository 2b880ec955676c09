import type { Strategy } from '@throughline/contract/strategy'
import { ok } from '@throughline/engine/kernel'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { LocaleProvider } from '../../../ui/locale.tsx'
import type { Reading } from '../../../wire/index.ts'
import type { StrategyActs } from '../../acts.ts'
import { inForce, trajectoryLines } from '../../trajectory.ts'
import { StrategyPage, type StrategyProps } from './Page.tsx'
import { emptyStrategy, fullStrategy } from './fixture.ts'
import { sharedWith } from './parts/Bands.tsx'

const done = async () => ok({})
const acts: StrategyActs = {
  changeStrategy: done, createPerspective: done, changePerspective: done, removePerspective: done, createObjective: done, changeObjective: done, removeObjective: done,
  changeWeights: done, createMeasure: done, changeMeasure: done, removeMeasure: done, recordActual: done, removeActual: done, changeContribution: done,
}
const full = (value: Strategy): Reading<Strategy> => ({ state: 'full', value, refreshing: false, problem: undefined, again: () => undefined })
const show = (change: Partial<StrategyProps> = {}) =>
  renderToStaticMarkup(
    <LocaleProvider locale="en-GB">
      <StrategyPage strategy={full(fullStrategy)} canEdit initiatives={{ found: [], total: 0, find: () => undefined }} selected={undefined} view="bands" today="2026-11-20" acts={acts} onSelect={() => undefined} onView={() => undefined} {...change} />
    </LocaleProvider>,
  )

describe('the strategy', () => {
  it('empty: says what a strategy is made of, and lets an editor begin', () => {
    expect(show({ strategy: full(emptyStrategy) })).toContain('Add a perspective')
    const viewer = show({ strategy: full(emptyStrategy), canEdit: false })
    expect(viewer).toContain('There is no strategy yet')
    expect(viewer).not.toContain('Add a perspective')
  })
  it('loading', () => expect(show({ strategy: { state: 'loading' } })).toContain('Loading the strategy'))
  it('refused', () => {
    const problem = { type: '', title: 'Your role does not allow this', status: 403, code: 'role_insufficient', detail: 'This needs the role viewer.' }
    expect(show({ strategy: { state: 'refused', problem, again: () => undefined } })).toContain('This needs the role viewer.')
  })
  it('partial: weights that do not sum to 1 are said and can be set', () => {
    const html = show({ strategy: full({ ...fullStrategy, weightTotal: 0.9 }) })
    expect(html).toContain('The weights sum to 90%, not 100%')
    expect(html).toContain('Set the weights')
  })
  it('full: bands hold every objective, and say where the line breaks', () => {
    const html = show()
    for (const { statement } of fullStrategy.objectives) expect(html).toContain(statement)
    expect(html).toContain('2 objectives, 40% of the weight')
    expect(html).toContain('1 objective that no current initiative serves')
    expect(html).toContain('Great British Nuclear')
    expect(html).toContain('Our reading of published priorities')
  })
  it('full: the table holds the same objectives with the same figures', () => {
    const html = show({ view: 'table' })
    for (const { statement } of fullStrategy.objectives) expect(html).toContain(statement)
    expect(html).toContain('£62bn')
    expect(html).toContain('88%')
  })
  it('selected: shows sources, measures, and what serves or hurts with its reason', () => {
    const html = show({ selected: 'ob1' })
    expect(html).toContain('href="https://www.gov.uk/government/publications/levelling-up-the-united-kingdom"')
    expect(html).toContain('27% <span')
    expect(html).toContain('Latest 78%')
    expect(html).toContain('Works against it: Takes spectrum away for three years.')
    expect(html).toContain('1 initiative shared')
    expect(html).toContain('Record actual for Homes')
  })
  it('for a viewer: shows the same and offers no change', () => {
    const html = show({ canEdit: false, selected: 'ob1' })
    expect(html).toContain('Works against it')
    for (const act of ['Record actual', 'Change the objective', 'Weights</button>', 'Link Great', 'Withdraw']) expect(html).not.toContain(act)
  })
})

describe('what a measure draws', () => {
  it('draws what was restated with the others, and an agreed line without both ends', () => {
    const measure = fullStrategy.measures[0]
    expect(measure && inForce(measure.actuals).map(({ value }) => value)).toEqual(['47', '70', '78'])
    expect(measure && trajectoryLines(measure).map(({ key }) => key)).toEqual(['agreed', 'measured'])
    expect(trajectoryLines({ target: { baseline: '1', baselineOn: '2020-01-01', target: null, dueOn: null, tolerance: null }, actuals: [] })).toEqual([])
  })
})

describe('initiatives shared between objectives', () => {
  it('are counted from the selected one', () => {
    expect([...sharedWith(fullStrategy.contributions, 'ob1')]).toEqual([['ob3', 1]])
    expect(sharedWith(fullStrategy.contributions, undefined).size).toBe(0)
  })
})

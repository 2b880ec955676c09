import type { StrategyMap } from '@throughline/contract/strategy'
import { ok } from '@throughline/engine/kernel'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { LocaleProvider } from '../../../ui/locale.tsx'
import type { Reading } from '../../../wire/index.ts'
import { drawnMap, mostDrawn, servingCounts } from './below.ts'
import { fullMap } from './fixture.ts'
import { layoutMap } from './layout.ts'
import { MapPage, type MapPageProps } from './Page.tsx'
import { tracedOn } from './traced.ts'

const full = (value: StrategyMap): Reading<StrategyMap> => ({ state: 'full', value, refreshing: false, problem: undefined, again: () => undefined })
const done = async () => ok({})
const show = (change: Partial<MapPageProps> = {}) =>
  renderToStaticMarkup(
    <LocaleProvider locale="en-GB">
      <MapPage reading={full(fullMap)} canEdit selected={undefined} view="map" units={undefined} acts={{ changeObjective: done, addLink: done, changeLink: done, removeLink: done }} onSelect={() => undefined} onView={() => undefined} onUnits={() => undefined} {...change} />
    </LocaleProvider>,
  )

describe('the strategy map', () => {
  it('empty: nothing to map', () => expect(show({ reading: full({ ...fullMap, objectives: [], links: [], issues: [] }) })).toContain('There is nothing to map yet'))
  it('loading', () => expect(show({ reading: { state: 'loading' } })).toContain('Loading the strategy map'))
  it('refused', () => {
    const problem = { type: '', title: 'Your role does not allow this', status: 403, code: 'role_insufficient', detail: 'This needs the role viewer.' }
    expect(show({ reading: { state: 'refused', problem, again: () => undefined } })).toContain('This needs the role viewer.')
  })
  it('partial: objectives without links say how to begin', () => expect(show({ reading: full({ ...fullMap, links: [], issues: [] }) })).toContain('Nothing is claimed to move anything yet'))
  it('full: bands, cards with attainment and coverage, links with sign and what the data say', () => {
    const html = show()
    for (const words of ['People we serve', '76%', 'Unserved', '5 objectives, 3 objectives of units, 4 links (2 borne out, 1 against the data, 1 untested), 1 link between units', 'moves it the other way, in the same period: Against the data', 'stroke-dasharray="5 4"', 'What is odd about the map', 'What the data cannot say yet', '1 of 4 links.']) expect(html).toContain(words)
    expect(html.match(/data-card="[^"]*" tabindex="0"/gi)).toHaveLength(1)
  })
  it('full: objectives of units in the bands of what they serve, told apart by their unit, with what they lead to', () => {
    const html = show()
    for (const words of ['Every nurse trained by spring', 'Wards', 'Rostering', 'Beside the strategy', 'stroke-dasharray="1 3"', 'stroke-dasharray="7 3 1.5 3"', '>Units</button>']) expect(html).toContain(words)
    // Two initiatives reach the objective through the unit alone.
    expect(html).toContain('2 initiatives')
    expect(servingCounts(fullMap).get('ob5')).toBe(2)
    expect(tracedOn(fullMap, 'un2')).toMatchObject({ objectives: new Set(['un2', 'un1', 'ob5', 'ob3', 'ob1', 'un3']), links: new Set(['serves un2', 'serves un1', 'l3', 'l1', 'common co1']), drivers: 0, driven: 3 })
    const { bands, cards } = layoutMap(drawnMap(fullMap, fullMap.unitObjectives), 1180)
    expect(bands.map(({ name, count }) => `${name} ${count}`)).toEqual(['People we serve 2', 'Ways of working 2', 'Capabilities 3', 'Beside the strategy 1'])
    expect(cards.size).toBe(8)
  })
  it('objectives of units are left out where that is asked for, or where they are too many; the selected one is drawn', () => {
    expect(show({ units: false })).not.toContain('Rotas that hold')
    expect(show({ units: false, selected: 'un2' })).toContain('data-card="un2"')
    const many = full({ ...fullMap, unitObjectives: Array.from({ length: mostDrawn + 1 }, (_, at) => ({ ...fullMap.unitObjectives[0]!, id: `un${at}`, statement: `Aim ${at}` })) })
    expect(show({ reading: many })).not.toContain('Aim 60')
    expect(show({ reading: many, units: true })).toContain('Aim 60')
  })
  it('selected: an objective of a unit says whose it is, what it serves and what serves it, and offers no change', () => {
    const html = show({ selected: 'un1' })
    for (const words of ['Wards 2030 · Wards · weighs 60', 'People who know their trade', 'Served by objectives of units', 'href="/strategy/units?objective=un1"', 'kind=unit_objective']) expect(html).toContain(words)
    expect(html).not.toContain('Add a link')
    expect(html).not.toContain('Belongs together with')
    expect(show({ selected: 'un3' })).toContain('Belongs together with')
    // The other end is not drawn: neither is the link.
    expect(show({ units: false, selected: 'un2' })).not.toContain('stroke-dasharray="7 3 1.5 3"')
    expect(show({ selected: 'ob5' })).toContain('Served by objectives of units')
  })
  it('selected: what drives it and what it drives, to be changed in place', () => {
    const html = show({ selected: 'ob3' })
    for (const words of ['driven by 3, drives 1 of 5', 'Add a link', 'Remove the link with Trusted with data', 'What it says', 'Rank correlation 0.71']) expect(html).toContain(words)
    expect(tracedOn(fullMap, 'ob3')).toMatchObject({ drivers: 3, driven: 1 })
  })
  it('as a table: the same in words', () => {
    const html = show({ view: 'table' })
    for (const words of ['moves it the same way, 2 periods later', 'Against the data', 'The cause has no measure.', 'Not measured', 'Objectives of units on the map', 'Objectives of units that belong together', 'Who has a garden keeps to the rota', 'Nothing that the organisation wants']) expect(html).toContain(words)
  })
  it('for a viewer: the same without a change on offer', () => {
    const html = show({ canEdit: false, selected: 'ob3' })
    expect(html).toContain('moves it the same way, 2 periods later')
    for (const act of ['Add a link', '>Save<', 'Remove the link']) expect(html).not.toContain(act)
  })
})

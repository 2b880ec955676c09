import type { StrategyMap } from '@throughline/contract/strategy'
import { ok } from '@throughline/engine/kernel'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { LocaleProvider } from '../../../ui/locale.tsx'
import type { Reading } from '../../../wire/index.ts'
import { fullMap } from './fixture.ts'
import { MapPage, type MapPageProps } from './Page.tsx'
import { tracedOn } from './traced.ts'

const full = (value: StrategyMap): Reading<StrategyMap> => ({ state: 'full', value, refreshing: false, problem: undefined, again: () => undefined })
const done = async () => ok({})
const show = (change: Partial<MapPageProps> = {}) =>
  renderToStaticMarkup(
    <LocaleProvider locale="en-GB">
      <MapPage reading={full(fullMap)} canEdit selected={undefined} view="map" acts={{ changeObjective: done, addLink: done, changeLink: done, removeLink: done }} onSelect={() => undefined} onView={() => undefined} {...change} />
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
    for (const words of ['People we serve', '76%', 'Unserved', '5 objectives, 4 links (2 borne out, 1 against the data, 1 untested)', 'moves it the other way, in the same period: Against the data', 'stroke-dasharray="5 4"', 'What is odd about the map', 'What the data cannot say yet', '1 of 4 links.']) expect(html).toContain(words)
    expect(html.match(/data-card="[^"]*" tabindex="0"/gi)).toHaveLength(1)
  })
  it('selected: what drives it and what it drives, to be changed in place', () => {
    const html = show({ selected: 'ob3' })
    for (const words of ['driven by 3, drives 1 of 5', 'Add a link', 'Remove the link with Trusted with data', 'What it says', 'Rank correlation 0.71']) expect(html).toContain(words)
    expect(tracedOn(fullMap, 'ob3')).toMatchObject({ drivers: 3, driven: 1 })
  })
  it('as a table: the same in words', () => {
    const html = show({ view: 'table' })
    for (const words of ['moves it the same way, 2 periods later', 'Against the data', 'The cause has no measure.', 'Not measured']) expect(html).toContain(words)
  })
  it('for a viewer: the same without a change on offer', () => {
    const html = show({ canEdit: false, selected: 'ob3' })
    expect(html).toContain('moves it the same way, 2 periods later')
    for (const act of ['Add a link', '>Save<', 'Remove the link']) expect(html).not.toContain(act)
  })
})

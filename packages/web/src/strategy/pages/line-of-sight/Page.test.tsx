import type { SightLines, Sight } from '@throughline/contract/strategy'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { LocaleProvider } from '../../../ui/locale.tsx'
import type { Reading } from '../../../wire/index.ts'
import { subjectOf } from './address.ts'
import { fullLines, fullSight, taskSight, unitSight } from './fixture.ts'
import { LineOfSightPage, type LineOfSightProps } from './Page.tsx'

const full = <T,>(value: T): Reading<T> => ({ state: 'full', value, refreshing: false, problem: undefined, again: () => undefined })
const show = (change: Partial<LineOfSightProps> = {}) =>
  renderToStaticMarkup(
    <LocaleProvider locale="en-GB">
      <LineOfSightPage sight={undefined} lines={full<SightLines>(fullLines)} onFollow={() => undefined} {...change} />
    </LocaleProvider>,
  )

describe('line of sight', () => {
  it('empty: no lines yet', () => expect(show({ lines: full({ lines: [], gaps: [] }) })).toContain('There are no lines yet'))
  it('loading', () => expect(show({ lines: { state: 'loading' } })).toContain('Loading the lines of sight'))
  it('refused: a thing that is not there', () => {
    const problem = { type: '', title: 'Not found', status: 404, code: 'not_found', detail: 'There is no benefit of this id.' }
    expect(show({ sight: { state: 'refused', problem, again: () => undefined } })).toContain('There is no benefit of this id.')
  })
  it('full: how far each line reaches, and what hangs on none', () => {
    const html = show()
    for (const words of ['Gigabit everywhere', 'none', 'Objectives that nothing serves', '60 of 90', 'Every measure was measured.', 'href="/strategy/line-of-sight?kind=objective&amp;id=ob1"']) expect(html).toContain(words)
  })
  it('a line: columns from objectives to evidence, one stop for the keyboard, what hurts dashed', () => {
    const html = show({ sight: full<Sight>(fullSight) })
    for (const words of ['Objectives', 'Evidence', 'Claimed 2026Q3', '3 more are not listed', 'stroke-dasharray="4 3"', 'Open the initiative', 'aria-current="true"']) expect(html).toContain(words)
    expect(html.match(/tabindex="0"/gi)).toHaveLength(1)
  })
  it('a line through a unit: its objective stands between, with the unit’s name', () => {
    const html = show({ sight: full<Sight>(unitSight) })
    for (const words of ['Of units', 'Villages first', 'Digital delivery', 'data-thing="unit_objective un1"', 'Belongs together, across units', 'Ditches dug once', 'One trench serves both']) expect(html).toContain(words)
    expect(show()).toContain('2 objectives of units')
  })
  it('a task: its line goes up to the objective and down to what it enables; what serves nothing names its work', () => {
    const html = show({ sight: full<Sight>(taskSight) })
    for (const words of ['Task: Dig the trenches', 'Tasks', 'RF-4 · in progress', 'data-thing="task ta1"', 'Gigabit everywhere', 'Homes connected']) expect(html).toContain(words)
    for (const words of ['12 tasks', 'Repave the old road', 'and 6 more tasks']) expect(show()).toContain(words)
  })
  it('partial: a line that ends says where', () => {
    const [objectives, initiatives, ...rest] = fullSight.columns
    const broken: Sight = { ...fullSight, columns: [...(objectives ? [objectives] : []), ...(initiatives ? [initiatives] : []), ...rest.map((column) => ({ ...column, things: [], omitted: 0 }))] }
    expect(show({ sight: full(broken) })).toContain('No benefit in the ledger')
  })
  it('reads a thing from its address, and nothing from one that names none', () => {
    const id = '01a1ffe9-b12a-749d-bf28-284ac51e8e4e'
    expect([subjectOf({ kind: 'entry', id }), subjectOf({ kind: 'dream', id }), subjectOf({ kind: 'entry', id: 'x' })]).toEqual([{ kind: 'entry', id }, undefined, undefined])
  })
})

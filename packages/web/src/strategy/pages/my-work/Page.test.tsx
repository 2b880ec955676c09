import type { MyWork } from '@throughline/contract/strategy'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { LocaleProvider } from '../../../ui/locale.tsx'
import type { Reading } from '../../../wire/index.ts'
import { MyWorkPage } from './Page.tsx'

const thing = { kind: 'task', id: 't', name: 'Put up signs', note: 'T-1', on: null } as const
const work: MyWork = {
  name: 'Ada', omitted: 0, counts: [{ kind: 'task', count: 2 }],
  objectives: [{ kind: 'objective', id: 'o', name: 'Safer roads', note: 'Citizens', on: null, ownIds: ['t'] }],
  things: [{ ...thing, ties: ['owner'], objectiveIds: ['o'], records: 3, newest: { kind: 'entry', id: 'e', name: 'Verified 2026-Q1', note: '', on: '2026-04-02' } }, { ...thing, id: 'lost', name: 'Paint', ties: ['owner'], objectiveIds: [], records: 0, newest: null }],
}
const full = (value: MyWork): Reading<MyWork> => ({ state: 'full', value, refreshing: false, problem: undefined, again: () => undefined })
const show = (reading: Reading<MyWork>) => renderToStaticMarkup(<LocaleProvider locale="en-GB"><MyWorkPage reading={reading} /></LocaleProvider>)

describe('my work', () => {
  it('empty, loading', () => {
    expect(show(full({ ...work, objectives: [], things: [], counts: [] }))).toContain('Nothing here is in your hands yet')
    expect(show({ state: 'loading' })).toContain('Loading your work')
  })
  it('partial: on no line', () => expect(show(full({ ...work, objectives: [], things: work.things.slice(1) }))).toContain('link its initiative to the objective'))
  it('full: what contributes to what, what hangs on no line, and what was recorded', () => {
    const html = show(full(work))
    for (const said of ['Safer roads', 'Through Put up signs', 'On no line to an objective', 'Verified 2026-Q1', 'line-of-sight?kind=task&amp;id=t']) expect(html).toContain(said)
  })
})

import type { CitingDecision, ObjectiveUse } from '@throughline/contract/strategy'
import { toWire } from '@throughline/contract/wire'
import { ukFiscalCalendar } from '@throughline/engine/kernel'
import { objectiveUse } from '@throughline/engine/strategy'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { LocaleProvider } from '../../../ui/locale.tsx'
import type { Reading } from '../../../wire/index.ts'
import { InDecisionsPage } from './Page.tsx'

const id = (no: number) => `00000000-0000-7000-8000-00000000000${no}`
const facts = [1, 2, 3, 4, 5].map((no) => ({ on: no === 5 ? '2026-07-01' : '2026-05-01', unitIds: [id(8)], keys: no === 1 ? ['safe'] : [] }))
const { all, periods, units } = toWire(objectiveUse(facts, ukFiscalCalendar)) as unknown as Pick<ObjectiveUse, 'all' | 'periods'> & { readonly units: readonly Omit<ObjectiveUse['units'][number], 'unit'>[] }
const decision = (no: number): CitingDecision => ({ id: id(no), question: `Plan ${no}?`, chosen: 'Reject', rationale: 'Too dear', decider: 'Ada', decidedAt: '2026-05-01T09:00:00.000Z', units: ['Roads'], cites: no === 1 ? [{ id: id(9), key: 'safe', statement: 'Safe roads', how: 'No rail on it', by: 'Bea', at: '2026-05-02T09:00:00.000Z', version: 1 }] : [] })
const use: ObjectiveUse = { fewest: 5, all, periods, units: units.map((one) => ({ ...one, unit: 'Roads' })), objectives: [{ key: 'safe', statement: 'Safe roads', decisions: 1, examples: [{ id: id(1), question: 'Plan 1?' }] }], decisions: [1, 2, 3, 4, 5].map(decision), citable: [{ key: 'safe', statement: 'Safe roads', unit: null }] }
const never = () => Promise.reject(new Error('not here'))
const full = (value: ObjectiveUse): Reading<ObjectiveUse> => ({ state: 'full', value, refreshing: false, problem: undefined, again: () => undefined })
const show = (reading: Reading<ObjectiveUse>, canEdit = true) => renderToStaticMarkup(<LocaleProvider locale="en-GB"><InDecisionsPage reading={reading} canEdit={canEdit} acts={{ cite: never, withdraw: never }} /></LocaleProvider>)

describe('objectives in decisions', () => {
  it('empty, loading, refused', () => {
    expect(show(full({ ...use, decisions: [] }))).toContain('Nothing has been decided yet')
    expect(show({ state: 'loading' })).toContain('Loading objectives in decisions')
    expect(show({ state: 'refused', problem: { type: '', title: 'Not allowed', status: 403, code: 'role_insufficient', detail: 'This needs the role viewer.' }, again: () => undefined })).toContain('This needs the role viewer.')
  })
  it('full: the share of five, none of fewer, who is offered coaching, and which decisions cite what', () => {
    const html = show(full(use))
    for (const said of ['20%', '1 of 5 decisions', 'Q1 2026-27', 'Too few', 'Coaching', 'No rail on it', 'none is said', 'Cite an objective: Plan 2?', 'Take back Safe roads: Plan 1?']) expect(html).toContain(said)
    expect(html).not.toContain('Cite an objective: Plan 1?')
    // What it cites may be in force no longer, and something else be there to cite.
    expect(show(full({ ...use, citable: [{ key: 'clean', statement: 'Clean rivers', unit: null }] }))).toContain('Cite an objective: Plan 1?')
  })
  it('who may only read is offered no act', () => {
    const html = show(full(use), false)
    for (const act of ['Cite an objective:', 'Take back']) expect(html).not.toContain(act)
  })
})

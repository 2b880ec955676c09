import type { ChangePlan, Experiment, Innovation } from '@throughline/contract/demand'
import { toWire } from '@throughline/contract/wire'
import { changeTemplates, innovationAccount } from '@throughline/engine/demand'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { LocaleProvider } from '../../../ui/locale.tsx'
import type { Reading } from '../../../wire/index.ts'
import type { InnovationActs } from './acts.ts'
import { InnovationPage } from './Page.tsx'

const at = '2026-03-01T08:00:00.000Z'
const euro = (minor: string): Experiment['cap'] => ({ status: 'ok', value: { minor, currency: 'EUR', basis: { kind: 'nominal' }, cashClass: 'na' } })
const experiment = (hypothesis: string, more: Partial<Experiment> = {}): Experiment => ({
  id: hypothesis, version: 1, idea: { id: 'f', name: 'Ferry' }, stage: 'problem', hypothesis, design: 'At two piers', threshold: 'More than a third', cap: euro('50000'), dueOn: '2026-04-01', overdue: false, by: 'Ada', at, state: 'running', cost: { status: 'missing', inputs: ['cost'] }, evidence: null, ...more,
})
const account = toWire(innovationAccount({ experiments: [{ result: 'confirmed', capMinor: 50000n, costMinor: 30000n }, { result: null, capMinor: 50000n, costMinor: null }], tried: ['to_case'], currency: 'EUR' })) as Pick<Innovation, 'killRate' | 'learningRate' | 'spent' | 'costPerLearning' | 'atStake'>
const plan: ChangePlan = { id: 'p', version: 1, initiative: { id: 'i', name: 'Bridge' }, template: 'lewin', owner: { id: 'ada', name: 'Ada' }, at, steps: [{ name: 'Unfreeze', done: { by: 'Ada', at, words: 'Everybody heard it' } }, { name: 'Change', done: null }] }
const innovation: Innovation = {
  experiments: [experiment('They book by phone', { stage: 'solution', overdue: true }), experiment('They queue', { state: 'confirmed', cost: euro('30000'), evidence: { by: 'Ada', at, words: 'Forty minutes' } })], omitted: 0, ...account,
  tried: [{ idea: { id: 'f', name: 'Ferry' }, proved: ['problem'], next: 'solution', running: 1 }], adopted: [{ idea: { id: 'x', name: 'One form' }, initiative: { id: 'i', name: 'One form' }, on: '2026-02-01', experiments: 2 }],
  templates: changeTemplates.map(({ steps, ...one }) => ({ ...one, steps: [...steps] })), plans: [plan],
}
const full = (shown: Innovation): Reading<Innovation> => ({ state: 'full', value: shown, refreshing: false, problem: undefined, again: () => undefined })
const never = () => Promise.reject(new Error('not here'))
const acts: InnovationActs = { design: never, raise: never, end: never, plan: never, complete: never }
const show = (reading: Reading<Innovation>, may = true) => renderToStaticMarkup(<LocaleProvider locale="en-GB"><InnovationPage {...{ reading, may, acts }} currency="EUR" members={[]} initiatives={{ found: [], total: 0, find: () => undefined }} /></LocaleProvider>)

describe('innovation', () => {
  it('empty, loading, refused', () => {
    expect(show(full({ ...innovation, experiments: [], tried: [], adopted: [], plans: [] }))).toContain('No idea is tried out yet')
    expect(show({ state: 'loading' })).toContain('Loading experiments')
    expect(show({ state: 'refused', problem: { type: '', title: 'Not allowed', status: 403, code: 'role_insufficient', detail: 'This needs the role viewer.' }, again: () => undefined })).toContain('This needs the role viewer.')
  })
  it('partial: an idea is tried out, and nothing was begun', () => expect(show(full({ ...innovation, experiments: [], adopted: [], plans: [] }))).toContain('No experiment was begun yet.'))
  it('full: what is proved, what runs at which cap, what was learned at which cost, and what was adopted', () => {
    const html = show(full(innovation))
    for (const said of ['Proved', 'Next', 'overdue since', '€300 of €500', 'Forty minutes', 'Cost of a validated learning', 'End They book by phone', 'Everybody heard it', '1 of 2 steps', 'Mark as done: Change, Bridge']) expect(html).toContain(said)
    expect(show(full(innovation), false)).not.toMatch(/>(End|Mark as done|Design an experiment|Begin a plan of change)</)
  })
  it('withheld: what is known without amounts stays', () => {
    const hidden = { status: 'undefined', reason: 'WITHHELD' } as const
    const blind = { spent: { ...innovation.spent, metric: hidden }, costPerLearning: { ...innovation.costPerLearning, metric: hidden }, atStake: { ...innovation.atStake, metric: hidden } }
    const html = show(full({ ...innovation, experiments: innovation.experiments.map((one) => ({ ...one, cap: hidden, cost: hidden })), ...blind }))
    expect(html).toContain('Amounts are withheld from you')
    expect(html).not.toContain('Nothing learned yet')
  })
})

import type { Calibration, InitiativeRiskAssurance, RegisterFinding, RiskAssurance } from '@throughline/contract/governance'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { LocaleProvider } from '../../../ui/locale.tsx'
import type { Reading } from '../../../wire/index.ts'
import type { AssuranceActs } from './parts/forms.tsx'
import { RiskAssurancePage } from './Page.tsx'

const bridge = { id: 'b', name: 'Bridge' }
const why = { term: 'Assurance of the risk process', figure: { status: 'not_applicable' as const } }
const few: Calibration = { over: 3, occurred: 1, unestimated: 0, stated: null, interval: null, share: { metric: { status: 'undefined', reason: 'INSUFFICIENT_POINTS' }, why }, verdict: null }
const enough: Calibration = { over: 10, occurred: 8, unestimated: 0, stated: 0.1, interval: { low: 0.49, high: 0.94 }, share: { metric: { status: 'ok', value: 0.8 }, why }, verdict: 'understated' }
const observed = { foresight: { foreseen: 1, said: 4, unsaid: 2, share: { metric: { status: 'ok' as const, value: 0.25 }, why } }, threats: enough, opportunities: few }
const opinion = { metric: { status: 'ok' as const, value: 'limited' as const }, why }
const counts = { high: 1, medium: 0, low: 0 }
const all: RiskAssurance = {
  today: '2026-06-30', rules: { version: null, nearDays: 90, nearReviewDays: 30, fullReviewDays: 90, lowReviewDays: 180, staleReviews: 3, leastPattern: 5, leastOver: 10 }, from: 0, total: 1, without: 7, ...observed,
  registers: [{ initiative: bridge, tier: 'full', opinion, counts, open: 4, issued: { no: 2, class: 'reasonable', by: 'Rae', on: '2026-06-01' } }], classes: [{ class: 'limited', registers: 1 }, { class: null, registers: 0 }],
}
const finding: RegisterFinding = { rule: 'unowned', severity: 'high', where: { kind: 'risk', id: 'r', name: 'R-1 Flood' }, found: 'no owner', expected: 'somebody who answers for it', witness: why }
const nothingThere = { expected: { metric: { status: 'not_applicable' as const }, why }, low: { status: 'not_applicable' as const }, high: { status: 'not_applicable' as const }, estimated: 0, unestimated: 0 }
const one: InitiativeRiskAssurance = {
  initiative: bridge, today: '2026-06-30', running: true, process: { tier: 'full', opinion, counts, findings: [finding], omitted: 0, ...observed }, exposure: { threats: nothingThere, opportunities: nothingThere },
  issued: [{ id: 'o', no: 2, class: 'reasonable', byRule: 'limited', words: 'One owner is missing', by: 'Rae', on: '2026-06-01', at: '2026-06-01T08:00:00.000Z', counts, findings: [finding], omitted: 0 }], issuedOmitted: 0,
}
const full = <T,>(value: T): Reading<T> => ({ state: 'full', value, refreshing: false, problem: undefined, again: () => undefined })
const never = () => Promise.reject(new Error('not here'))
const acts: AssuranceActs = { agree: never, give: never }
const show = (reading: Reading<RiskAssurance>, { chosen, found = one, canEdit = true }: { chosen?: string; found?: InitiativeRiskAssurance; canEdit?: boolean } = {}) =>
  renderToStaticMarkup(<LocaleProvider locale="en-GB"><RiskAssurancePage {...{ reading, canEdit, acts, chosen }} one={full(found)} filter={{ class: undefined, search: '', from: 0 }} onFilter={() => undefined} onChoose={() => undefined} /></LocaleProvider>)

describe('risk assurance', () => {
  it('empty, loading, refused', () => {
    expect(show(full({ ...all, registers: [], total: 0, classes: [] }))).toContain('No running initiative has a register')
    expect(show({ state: 'loading' })).toContain('Loading risk assurance')
    expect(show({ state: 'refused', problem: { type: '', title: 'Not allowed', status: 403, code: 'role_insufficient', detail: 'This needs the role viewer.' }, again: () => undefined })).toContain('This needs the role viewer.')
  })
  it('full: classes are counted, what was observed has its numbers, and what is asked is told', () => {
    const html = show(full(all))
    for (const words of ['Limited assurance', 'there are significant gaps', '7', 'Rae, 1 Jun 2026', '1 of 4; of 2 nobody has said it', '8 of 10; 10% stated, more than was thought likely', '3 are over: too few', 'reviewed every 30 days', 'Agree on rules']) expect(html).toContain(words)
  })
  it('one initiative: findings with what was expected, opinions with what the rule said, and the exposure in a part of its own', () => {
    const html = show(full(all), { chosen: 'b' })
    for (const words of ['Without an owner', 'no owner', 'somebody who answers for it', '/delivery/risks?initiative=b&amp;risk=r', 'No. 2, Rae, 1 Jun 2026; by rule it was limited', 'One owner is missing', 'Give an opinion', 'The process', 'The exposure, apart from it']) expect(html).toContain(words)
    const { process } = one
    expect(show(full(all), { chosen: 'b', found: { ...one, process: { ...process, findings: [], counts: { high: 0, medium: 0, low: 0 } }, issued: [] } })).toContain('the register is kept as agreed')
    expect(show(full(all), { chosen: 'b', found: { ...one, process: { ...process, findings: [], opinion: { metric: { status: 'missing', inputs: ['risks'] }, why } } } })).not.toContain('Give an opinion')
  })
  it('who may only read is offered no act', () => expect(show(full(all), { canEdit: false }) + show(full(all), { chosen: 'b', canEdit: false })).not.toMatch(/Agree on rules|Give an opinion/))
})

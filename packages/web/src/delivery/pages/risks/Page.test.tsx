import type { Contingency, Exposure, Issue, IssueList, Registers, Risk, RiskDetail, RiskList, RiskPreview } from '@throughline/contract/delivery'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { LocaleProvider } from '../../../ui/locale.tsx'
import type { Reading } from '../../../wire/index.ts'
import { RisksLine } from '../../risks-of/RisksOf.tsx'
import { entryOf, givenOf, notYetOf } from '../../risk-entry.ts'
import type { RegisterActs } from './acts.ts'
import { RisksPage } from './Page.tsx'
import { FoundRisks } from './parts/LoadRisks.tsx'

const bridge = { id: 'b', name: 'Bridge' }
const gbp = (minor: string) => ({ status: 'ok' as const, value: { minor, currency: 'GBP', basis: { kind: 'nominal' as const }, cashClass: 'na' as const } })
const why = { term: 'Expected exposure', figure: { status: 'not_applicable' as const } }
const exposure: Exposure = { expected: { metric: gbp('7000000'), why }, low: gbp('5000000'), high: gbp('9000000'), estimated: 1, unestimated: 1 }
const none: Exposure = { expected: { metric: { status: 'not_applicable' }, why }, low: { status: 'not_applicable' }, high: { status: 'not_applicable' }, estimated: 0, unestimated: 0 }
const risk: Risk = {
  id: 'r', version: 2, key: 'R-1', initiative: bridge, kind: 'threat', title: 'Flood', cause: 'Rain', event: '', effect: '', probability: 0.5, impactLowMinor: '10000000', impactMinor: '14000000', impactHighMinor: null, impactDays: 12, strategy: 'reduce', actions: 'Pump', costMinor: null, dueOn: '2026-10-01', doneOn: null,
  residualProbability: null, residualMinor: null, identifiedOn: '2026-01-05', proximityOn: '2026-12-01', owner: null, state: 'open', overOn: null, overReason: '', reviewedOn: '2026-06-01', reviews: 1,
}
const lacking: Risk = { ...risk, id: 's', key: 'R-2', title: 'Strike', probability: null, impactLowMinor: null, impactMinor: null, strategy: null, dueOn: null, proximityOn: null, reviewedOn: null, reviews: 0 }
const list: RiskList = { initiative: bridge, currency: 'GBP', amounts: 'shown', risks: [risk, lacking], from: 0, total: 2, counts: { open: 2, occurred: 0, closed: 1 }, exposure: { threats: exposure, opportunities: none }, may: ['edit_initiative', 'edit_money'] }
const issue: Issue = { id: 'i', version: 1, key: 'I-1', initiative: bridge, title: 'Water', severity: 'critical', openedOn: '2026-05-01', containedOn: null, resolvedOn: null, owner: null, cause: { kind: 'none' }, risk: null }
const issues: IssueList = { initiative: bridge, issues: [issue], from: 0, total: 1, counts: { open: 1, resolved: 0 }, may: list.may }
const contingency: Contingency = { initiative: bridge, currency: 'GBP', version: 1, agreedOn: '2026-01-01', words: 'Board', agreed: gbp('10000000'), drawn: gbp('4000000'), left: gbp('6000000'), drawdowns: [{ id: 'd', on: '2026-05-02', amount: gbp('4000000'), for: null, words: 'Pumps', by: 'Ada', at: '2026-05-02T08:00:00.000Z', reverses: null, reversed: false }], omitted: 0, may: list.may }
const detail: RiskDetail = { risk, estimates: [{ id: 'e', on: '2026-06-01', occasion: 'reviewed', probability: 0.5, impactLowMinor: null, impactMinor: '14000000', impactHighMinor: null, impactDays: null, changed: false, words: 'As wet as ever', by: 'Bo', at: '2026-06-01T08:00:00.000Z' }], omitted: 0 }
const registers: Registers = { registers: [{ initiative: bridge, running: true, threats: 2, opportunities: 0, unestimated: 1, over: 1, openIssues: 1, exposure: exposure.expected }], from: 0, total: 1, without: 4, amounts: 'shown' }

const full = <T,>(value: T): Reading<T> => ({ state: 'full', value, refreshing: false, problem: undefined, again: () => undefined })
const nothing = () => undefined
const never = () => Promise.reject(new Error('not here'))
const acts: RegisterActs = { addRisk: never, changeRisk: never, review: never, withdrawRisk: never, addIssue: never, changeIssue: never, withdrawIssue: never, agree: never, draw: never, reverse: never, preview: never, keep: never, save: nothing }
type Shown = { readonly all?: Reading<Registers>; readonly risks?: RiskList; readonly chosen?: string | undefined; readonly past?: boolean; readonly shown?: string; readonly money?: Contingency }
const show = ({ all = full(registers), risks = list, chosen = 'b', past = false, shown, money = contingency }: Shown) =>
  renderToStaticMarkup(
    <LocaleProvider locale="en-GB">
      <RisksPage registers={all} filter={{ search: '', from: 0 }} onFilter={nothing} initiatives={{ found: [], total: 0, find: nothing }} chosen={chosen === '' ? undefined : chosen} onChoose={nothing} register={{ risks: full(risks), issues: full(issues), contingency: full(money), today: '2026-06-30', past, riskFilter: { search: '', state: undefined, kind: undefined, from: 0 }, onRiskFilter: nothing, issueFilter: { open: false, from: 0 }, onIssueFilter: nothing, shown, sheet: full(detail), onShow: nothing, acts, choices: { risks: list.risks, issues: issues.issues, totals: { risks: 2, issues: 1 }, find: nothing }, onForm: nothing }} />
    </LocaleProvider>,
  )

describe('risks and issues', () => {
  it('empty, loading, refused', () => {
    expect(show({ chosen: '', all: full({ ...registers, registers: [], total: 0 }) })).toContain('No initiative has a register yet')
    expect(show({ chosen: '', all: { state: 'loading' } })).toContain('Loading registers')
    expect(show({ chosen: '', all: { state: 'refused', problem: { type: '', title: 'Not allowed', status: 403, code: 'role_insufficient', detail: 'This needs the role viewer.' }, again: nothing } })).toContain('This needs the role viewer.')
    const bare = show({ risks: { ...list, risks: [], total: 0, counts: { open: 0, occurred: 0, closed: 0 } }, money: { ...contingency, version: null } })
    for (const words of ['No risk is recorded yet', 'Record a risk', 'No contingency is agreed', 'Agree on a contingency']) expect(bare).toContain(words)
  })
  it('all registers, and one: exposure with what is not estimated, risks, issues, contingency', () => {
    for (const words of ['Bridge', '4 running initiatives have none', '£70k']) expect(show({ chosen: '' })).toContain(words)
    const html = show({})
    for (const words of ['£70k', '£50k to £90k; 1 risk estimated, 1 not', 'n/a', '2 open', 'Not estimated', 'Nobody', 'None yet', 'Never', '12 days', 'due 1 Oct 2026', 'No risk', 'Critical', 'Nothing of the register', '£100k agreed on 1 Jan 2026, £40k drawn, £60k left', 'Take back: Pumps', '/governance/risk-assurance?initiative=b', '/strategy/line-of-sight?kind=initiative&amp;id=b'].filter((words) => words !== 'No risk')) expect(html).toContain(words)
  })
  it('a sheet tells the risk and every estimate', () => {
    for (const words of ['R-1 Flood', 'Rain', 'Reviewed, as before; 50%, £140,000.00', 'As wet as ever', 'Reduce: Pump']) expect(show({ shown: 'r' })).toContain(words)
  })
  it('of an earlier day, and to who may only read, it offers no act; withheld is not missing', () => {
    for (const html of [show({ past: true }), show({ risks: { ...list, may: [] }, money: { ...contingency, may: [] } })]) expect(html).not.toMatch(/Record a risk|Load a register|Change: Water|Take back|Agree anew/)
    expect(show({ risks: { ...list, amounts: 'withheld', risks: [{ ...risk, impactMinor: null, impactLowMinor: null }] } })).toContain('No access')
  })
  it('stands on the page of its initiative with what is not estimated', () => {
    const line = (of: RiskList) => renderToStaticMarkup(<LocaleProvider locale="en-GB"><RisksLine list={of} /></LocaleProvider>)
    for (const words of ['2 open risks', '£70k', 'without 1 threat that nobody has estimated', '/delivery/risks?initiative=b']) expect(line(list)).toContain(words)
    expect(line({ ...list, counts: { open: 0, occurred: 0, closed: 0 } })).toContain('No risk is recorded yet.')
  })
  it('a form sends what was typed, and nothing for what was not', () => {
    const entry = entryOf(risk, { currency: 'GBP', today: '2026-06-30' })
    expect(givenOf({ ...entry, likely: '140000.5', high: null, owner: ' Ada ' }, 'GBP', true)).toMatchObject({ key: 'R-1', probability: 0.5, impactLowMinor: '10000000', impactMinor: '14000050', impactHighMinor: null, owner: 'Ada', overOn: null })
    expect(Object.keys(givenOf(entry, 'GBP', false) ?? {}).filter((name) => name.endsWith('Minor'))).toEqual([])
    expect([notYetOf(entry, 'GBP'), notYetOf({ ...entry, title: ' ' }, 'GBP'), notYetOf({ ...entry, state: 'closed', overOn: '2026-06-01' }, 'GBP'), notYetOf({ ...entry, days: '1.5' }, 'GBP'), notYetOf({ ...entry, probability: '100' }, 'GBP')]).toEqual([undefined, 'Say what it is called', 'Say why it can come no more', 'Days are whole numbers', 'A probability is more than 0 % and less than 100 %'])
  })
  it('a register that is loaded says what of it is read and what is left out', () => {
    const preview: RiskPreview = { recognised: 'CSV', fields: [{ heading: 'Risk', field: 'title' }, { heading: 'Likelihood', field: null }], rows: [], added: 2, changed: 1, same: 0, issues: [{ line: 3, found: 'state: perhaps', expected: 'open' }] }
    const html = renderToStaticMarkup(<LocaleProvider locale="en-GB"><FoundRisks preview={preview} /></LocaleProvider>)
    for (const words of ['adds 2 risks, changes 1 risk', 'Risk as title', 'Not read: Likelihood', 'Line 3', 'Found state: perhaps; expected open.']) expect(html).toContain(words)
  })
})

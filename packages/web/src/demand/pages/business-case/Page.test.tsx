import type { BusinessCase, CaseWorkbench } from '@throughline/contract/demand'
import { toWire } from '@throughline/contract/wire'
import { known, missing, money, moneyFigure, numberFigure, undefinedBecause, type Metric } from '@throughline/engine/kernel'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { LocaleProvider } from '../../../ui/locale.tsx'
import type { Reading } from '../../../wire/index.ts'
import { BusinessCasePage } from './Page.tsx'

const pounds = (minor: bigint) => toWire({ metric: known(money(minor, 'GBP')), why: { term: 'Amount', figure: known(moneyFigure(money(minor, 'GBP'))) } })
const told = (metric: Metric<number>) => toWire({ metric, why: { term: 'Figure', figure: metric.status === 'ok' ? known(numberFigure(metric.value)) : metric } })
const figures = { net_present_value: pounds(3545n), benefits: pounds(13545n), costs: pounds(10000n), ratio: told(known(1.3545)), payback: told(known(3.33)), discounted_payback: told(known(3.6)), internal_rate: told(undefinedBecause('MULTIPLE_ROOTS')), modified_rate: told(known(0.1)), equivalent_annual: pounds(785n) }
const option = (id: string, kind: 'do_nothing' | 'do_something', more: Partial<BusinessCase['options'][number]> = {}): BusinessCase['options'][number] => ({ id, kind, name: id, about: '', estimate: 'base', bias: null, overrun: null, realised: null, unmonetised: [], lines: [], risks: [], ...more })
const shown: BusinessCase = {
  id: 'c', no: 2, state: 'draft', version: 3, draftedBy: 'Ada', draftedAt: '2026-05-01T08:00:00.000Z', submittedBy: null, submittedAt: null, decided: null, stage: 'light', framework: 'green_book', preferred: { optionId: 'Bridge', reason: 'It leaves most.' },
  basis: { rate: { kind: 'schedule', vintage: 'green-book-2026', schedule: 'standard' }, timing: 'end', prices: 'real', priceYear: 2026, presentYear: 2026, inflation: 0.02 }, doubt: { ratePoints: 1, delayYears: 1 },
  scenarios: [{ id: 's', name: 'Dearer and later', capital: 20, revenue: 0, benefits: -10, ratePoints: 0, delayYears: 1 }],
  options: [option('Nothing', 'do_nothing'), option('Bridge', 'do_something', { estimate: 'p80', unmonetised: [{ id: 'u', name: 'Pride', about: 'People show it' }], lines: [{ id: 'l', name: 'Build', kind: 'capital_cost', amounts: [{ year: 2026, minor: '10000' }], range: { low: -10, high: 30 }, source: 'Tender', given: { by: 'Bo', at: '2026-05-02T08:00:00.000Z', from: 'flows.xlsx' } }], risks: [{ id: 'r', name: 'Rock', chance: 20, year: 2026, response: '', owner: '', lowMinor: '1', likelyMinor: '2', highMinor: '300' }] })],
  parts: [{ key: 'strategic', title: 'Strategic case', asks: 'Is there a case for change?', giver: 'Sponsor', named: false, elements: [{ key: 'case_for_change', title: 'Case for change', asks: 'What is wrong today?', words: true, standing: 'missing', lacks: 'nobody has written it', giver: 'Sponsor', text: '' }] }],
  missing: [{ part: 'Strategic case', element: 'Case for change', lacks: 'nobody has written it', giver: 'Sponsor' }], warnings: ['By ratio Patch would come first.'], objectives: [{ id: 'o', name: 'Safe roads' }],
  appraisal: {
    bestId: 'Bridge', byRatioId: null, byRateId: null, scenarios: [{ id: 's', bestId: 'Nothing', worth: [{ optionId: 'Bridge', worth: toWire(known(money(-100n, 'GBP'))) as never }] }],
    options: [
      { optionId: 'Bridge', rank: 1, figures, against: { net_present_value: pounds(3545n), ratio: told(known(1.3545)), payback: told(known(3.33)), internal_rate: told(undefinedBecause('MULTIPLE_ROOTS')) }, roots: [0.1, 0.4], againstRoots: [0.1, 0.4], years: [{ year: 2026, costMinor: '10000', benefitMinor: '0', netMinor: '-10000', factor: 1 }], sensitivity: [
        { key: 'l', kind: 'line', name: 'Build', unit: 'money', base: 10000, low: 8000, high: 12000, said: false, atLow: pounds(5545n).metric, atHigh: pounds(1545n).metric, switching: told(known(13545)), switchesAt: [13545] },
        { key: 'delay', kind: 'delay', name: 'Works end later', unit: 'year', base: 0, low: 0, high: 1, said: true, atLow: pounds(3545n).metric, atHigh: pounds(3256n).metric, switching: told(undefinedBecause('NOT_REACHED')), switchesAt: [] },
      ] },
      { optionId: 'Nothing', rank: 2, figures: { ...figures, ratio: told(missing('benefits in money')) }, against: null, roots: [], againstRoots: [], years: [], sensitivity: [] },
    ],
  },
} as BusinessCase
const { id, no, state, version, draftedBy, draftedAt, submittedBy, submittedAt, decided } = shown
const bench: CaseWorkbench = { initiative: { id: 'i', key: 'I-1', name: 'Bridge', sponsor: null }, currency: 'GBP', amounts: 'shown', versions: [{ id, no, state, version, draftedBy, draftedAt, submittedBy, submittedAt, decided }, { id: 'b', no: 1, state: 'rejected', version: 4, draftedBy, draftedAt, submittedBy: 'Ada', submittedAt: draftedAt, decided: { by: 'Olga', at: draftedAt, reason: 'Too dear', decisionId: 'd' } }], shown, may: { edit: true, money: true, decide: true }, deciders: [] }
const full = (value: CaseWorkbench): Reading<CaseWorkbench> => ({ state: 'full', value, refreshing: false, problem: undefined, again: () => undefined })
const never = () => Promise.reject(new Error('not here'))
const show = (reading: Reading<CaseWorkbench>, view?: string, past = false) => renderToStaticMarkup(<LocaleProvider locale="en-GB"><BusinessCasePage reading={reading} past={past} view={view} chosen={undefined} onView={() => undefined} onChoose={() => undefined} onVersion={() => undefined} acts={{ draft: never, change: never, flows: never, preview: never, submit: never, decide: never, putAway: never, download: () => undefined }} /></LocaleProvider>)

describe('a business case', () => {
  it('empty, loading, refused', () => {
    expect(show(full({ ...bench, versions: [], shown: null }))).toMatch(/There is no business case.*Begin a draft/s)
    expect(show({ state: 'loading' })).toContain('Loading the business case')
    expect(show({ state: 'refused', problem: { type: '', title: 'Not allowed', status: 403, code: 'role_insufficient', detail: 'This needs the role viewer.' }, again: () => undefined })).toContain('This needs the role viewer.')
  })
  it('options by what they are worth, with what may mislead, and no submission while anything is missing', () => {
    const html = show(full(bench))
    for (const said of ['£35.5', 'of Bridge, preferred', '2 rates', 'measured against', 'By ratio Patch would come first.', 'P80 estimates', 'green-book-2026, standard schedule', 'It leaves most.', 'Pride', 'Safe roads', 'Not ready']) expect(html).toContain(said)
    expect(html).toMatch(/<button[^>]*disabled[^>]*>(<[^>]*>)*Submit/)
  })
  it('says who may decide on what waits, and offers it to them alone', () => {
    const waits = (decide: boolean) => show(full({ ...bench, shown: { ...shown, state: 'submitted', submittedBy: 'Ada' }, may: { edit: false, money: false, decide }, deciders: ['Olga', 'Paul'] }))
    expect(waits(false)).toContain('Waits for Olga or Paul')
    expect([waits(true), waits(false)].map((html) => />(<[^>]*>)*Decide</.test(html))).toEqual([true, false])
  })
  it('cash flow with who gave it, and risks that a P80 estimate holds already', () => expect(show(full(bench), 'flows')).toMatch(/Build.*−10 to \+30 %.*£100.*Tender.*Bo, 2 May 2026, flows.xlsx.*0.*hold a risk allowance.*Rock.*nothing yet.*nobody/s))
  it('each assumption alone with its switching value, and scenarios of several', () => expect(show(full(bench), 'doubt')).toMatch(/Nothing gained.*nobody has said a range.*£135.*never.*Dearer and later.*capital cost \+20 %, benefits −10 %, 1 year later.*−£1.*Nothing/s))
  it('the five cases by what they hold, and every version', () => {
    expect(show(full(bench), 'cases')).toMatch(/Not ready: one thing is missing.*Case for change.*nobody has written it.*Sponsor.*Missing/s)
    expect(show(full(bench), 'versions')).toMatch(/2, shown.*Rejected.*Olga.*Too dear/s)
  })
  it('who may not see amounts reads the words, and of an earlier day nothing is done', () => {
    const blind = show(full({ ...bench, amounts: 'withheld', shown: { ...shown, appraisal: null, warnings: [] }, may: { edit: false, money: false, decide: false } }))
    expect(blind).toContain('Amounts are withheld from you')
    for (const act of ['Submit', 'Add an option', 'Excel']) expect(blind).not.toContain(act)
    expect(show(full(bench), 'options', true)).not.toContain('Add an option')
  })
})

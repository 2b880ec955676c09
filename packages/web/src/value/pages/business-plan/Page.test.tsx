import type { BusinessPlan, PlanPart } from '@throughline/contract/value'
import type { Explanation } from '@throughline/contract/wire'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { LocaleProvider } from '../../../ui/locale.tsx'
import type { Reading } from '../../../wire/index.ts'
import type { PlanActs } from './acts.ts'
import { BusinessPlanPage } from './Page.tsx'

const id = (no: number) => `00000000-0000-7000-8000-00000000000${no}`
const why: Explanation = { term: 'Covered', figure: { status: 'ok', value: { kind: 'text', text: 'x' } } }
const is = <T,>(value: T) => ({ status: 'ok' as const, value })
const none = { status: 'undefined' as const, reason: 'NO_BASELINE' as const }
const said = <M,>(metric: M) => ({ metric, why })
const part: PlanPart = { from: '2027-01-01', to: '2028-01-01', baseline: '100000000', planned: '80000000', standing: 'partly_covered', claimed: is('15000000'), ambition: is('20000000'), covered: is('15000000'), uncovered: is('5000000'), over: is('0'), coverage: is(0.75), claims: [{ benefitId: id(2), benefit: 'Cheaper stamps', amount: '15000000' }] }
const unknown: PlanPart = { ...part, from: '2028-01-01', to: '2029-01-01', baseline: null, standing: 'unknown', ambition: none, covered: none, uncovered: none, over: none, coverage: none }
const figures = { claimed: said(part.claimed), ambition: said(part.ambition), covered: said(part.covered), uncovered: said(part.uncovered), over: said(part.over), coverage: said(part.coverage) }
const benefit = { benefitId: id(2), benefit: 'Cheaper stamps', initiativeId: id(3), initiative: 'Letters', unit: 'GBP.cash' }
const plan: BusinessPlan = {
  stage: 'promised', totals: [{ kind: 'cost', unit: 'GBP.cash', lines: 1, overCovered: 1, unknown: 1, ...figures }],
  lines: [{
    id: id(1), name: 'Postage', kind: 'cost', unit: 'GBP.cash', departmentId: null, department: 'Operations', note: '', version: 1, objectives: [{ id: id(4), statement: 'Cheaper mail' }], benefits: [{ ...benefit, reason: 'The case', by: 'Ada' }], parts: [part, unknown],
    apart: [{ benefitId: id(5), benefit: 'Hours', unit: 'hour', from: '2027-10-01', to: '2027-11-01', amount: '12', because: 'other_unit' }],
  }],
  free: [{ ...benefit, benefitId: id(6), benefit: 'Fewer forms' }],
}
const full = (shown: BusinessPlan): Reading<BusinessPlan> => ({ state: 'full', value: shown, refreshing: false, problem: undefined, again: () => undefined })
const never = () => Promise.reject(new Error('not here'))
const acts: PlanActs = { add: never, change: never, remove: never, preview: never, addList: never, link: never }
const show = (reading: Reading<BusinessPlan>, may = true, line?: string) => renderToStaticMarkup(<LocaleProvider locale="en-GB"><BusinessPlanPage reading={reading} stage="promised" onStage={() => undefined} line={line} onLine={() => undefined} acts={acts} canWrite={may} canLink={may} departments={[]} objectives={[]} currency="GBP" /></LocaleProvider>)

describe('business plan', () => {
  it('empty, loading, refused', () => {
    expect(show(full({ ...plan, totals: [], lines: [] }))).toContain('The business plan has no line yet')
    expect(show({ state: 'loading' })).toContain('Loading the business plan')
    expect(show({ state: 'refused', problem: { type: '', title: 'Withheld', status: 403, code: 'amounts_withheld', detail: 'Amounts are not shown to you.' }, again: () => undefined })).toContain('Amounts are not shown to you.')
  })
  it('full: coverage, what nobody delivers, what is not added up, and the ways to benefits and objectives', () => {
    const html = show(full(plan))
    for (const said of ['75%', '£50k', 'Partly covered', 'No baseline', '1 period without a baseline, in no figure', 'with more than the plan moves', 'Not added up: Hours: 12 hour', 'counted in another unit', `/strategy?objective=${id(4)}`, 'Cheaper stamps', 'linked by Ada', 'Link Fewer forms to a plan line', 'Add a line', 'Remove Postage']) expect(html).toContain(said)
    expect(html).toContain(`benefit=${id(2)}`)
  })
  it('shows the first of many lines and periods, and offers the others', () => {
    const [line] = plan.lines
    const many = { ...plan, lines: Array.from({ length: 30 }, (_, at) => ({ ...line!, id: `${id(1)}${at}`, name: `Line ${at}`, parts: Array.from({ length: 30 }, (_, no) => ({ ...part, from: `${2027 + no}-01-01`, to: `${2028 + no}-01-01` })) })) }
    const html = show(full(many))
    for (const said of ['Show all 30 periods', 'Show 5 more lines']) expect(html).toContain(said)
    expect([html.includes('Remove Line 24'), html.includes('Remove Line 25')]).toEqual([true, false])
  })
  it('one line, where a link led to it', () => {
    expect(show(full(plan), true, id(1))).toContain('Show all lines')
    expect(show(full(plan), true, id(1))).not.toContain('not in the business plan')
    expect(show(full(plan), true, id(9))).not.toContain('Remove Postage')
    expect(show(full(plan), true, id(9))).toContain('The line that was looked for is not in the business plan')
  })
  it('who may only read is offered no act', () => expect(show(full(plan), false)).not.toMatch(/Add a line|Remove Postage|Link Fewer/))
})

import { ok } from '@throughline/engine/kernel'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { LocaleProvider } from '../../../ui/locale.tsx'
import { formatIn } from '../../../format/index.ts'
import { costText, namesOf, valueText } from '../../words.ts'
import { full, levers, problem, selectionCase, solved } from './fixture.ts'
import type { Levers } from './levers.ts'
import { SelectPage, type SelectProps } from './Page.tsx'
import { minorOf } from './parts/Budget.tsx'
import { gapWords } from './parts/Outcome.tsx'
import { priceWords } from './parts/Pins.tsx'
import { oppositeWords, reasonOf } from './reason.ts'
import { nothingYet } from './use-solving.ts'

const accepted = async () => ok({})
const nothing = () => undefined
const acts = { onDependency: accepted, onExclusion: accepted, onRemoveDependency: accepted, onRemoveExclusion: accepted }

function show(at: Levers = levers(), change: Partial<SelectProps> = {}): string {
  const { input, solving } = solved(at)
  const props: SelectProps = {
    reading: full(selectionCase), input, levers: at, ratings: new Map([[selectionCase.input.candidates[0]?.id ?? '', { scale: 'three_point', level: 'red' }]]), ties: full({ dependencies: [], exclusions: [] }), tieActs: acts, solving,
    server: { job: undefined, problem: undefined, onStart: nothing, onCancel: nothing }, canSave: true, past: false, saving: undefined, units: [], unit: undefined, onUnit: nothing, onLevers: nothing, onValue: nothing, onExplain: nothing, onCancel: nothing, onSave: accepted, onFork: accepted, ...change,
  }
  return renderToStaticMarkup(<LocaleProvider locale="en-GB"><SelectPage {...props} /></LocaleProvider>)
}

describe('select', () => {
  it('too many candidates: how many there are, and the units that narrow them', () => {
    const problem = { type: 'about:blank', title: 'Too many candidates to select from', status: 422, code: 'selection_too_large', detail: 'Found 6001 initiatives with a cost and a value.' }
    const page = show(levers(), { reading: { state: 'refused', problem, again: nothing }, input: undefined, levers: undefined, units: [{ id: 'd1', name: 'Transport' }] })
    expect(page).toContain('Found 6001 initiatives')
    expect(page).toContain('Candidates from')
    expect(page).toContain('Transport')
  })
  it('saving in a job: how far it is, with a way to stop it, and how it ended', () => {
    const job = (state: 'running' | 'failed' | 'cancelled') => ({ id: 'j', kind: 'portfolio.save', state, progress: { done: 150_000, total: 300_000, words: 'At most 0.12% from the best possible' }, result: null, problem: state === 'failed' ? { ...problem, detail: 'The budget is broken.' } : null, createdAt: '2026-11-21T10:00:00.000Z', startedAt: null, finishedAt: null })
    const saving = (state: 'running' | 'failed' | 'cancelled') => show(levers(), { saving: { name: 'Board', job: job(state), problem: undefined, onCancel: nothing } })
    expect(saving('running')).toContain('Saving “Board”: At most 0.12% from the best possible')
    expect(saving('running')).toContain('Cancel')
    expect(saving('failed')).toContain('Saving “Board” failed. The budget is broken.')
    expect(saving('cancelled')).toContain('Saving “Board” was stopped.')
  })
  it('in the past: nothing is run on the server or saved, and the page says why', () => {
    const html = show(levers(), { past: true, canSave: false, tieActs: undefined })
    for (const act of ['Run on the server', 'Save scenario', 'Fork the plan']) expect(html).not.toContain(act)
    expect(html).toContain('scenarios are saved, and the server selects, from now alone')
  })
  it('loading', () => expect(show(levers(), { reading: { state: 'loading' }, input: undefined, levers: undefined })).toContain('Loading the candidates'))
  it('refused', () => expect(show(levers(), { reading: { state: 'refused', problem, again: nothing } })).toContain('This needs the role viewer'))
  it('empty: says what a candidate needs and who lacks it', () => {
    const none = { ...selectionCase, input: { ...selectionCase.input, candidates: [], constraints: [] }, totals: { ...selectionCase.totals, candidates: 0 } }
    const html = show(levers(), { reading: full(none) })
    expect(html).toContain('There is nothing to select from yet')
    expect(html).toContain('Estate disposal')
    expect(html).toContain('href="/demand/import"')
  })
  it('partial: solving says so, keeps no claim of proof, and says who is left out', () => {
    const { input, solving } = solved(levers())
    const selection = solving.plan && { ...solving.plan.selection, proved: false, gap: 0.02 }
    const html = show(levers(), { solving: { ...nothingYet, plan: selection && { input, selection, final: false }, deepening: 'frontier' } })
    expect(html).toContain('looking for a better one or a proof')
    expect(html).not.toContain('Proved: no better portfolio')
    expect(html).toContain('Computing the efficient frontier')
    expect(html).toContain('1 initiative is no candidate')
  })
  it('full: the proof, the figures, the usual ranking and the price of a pin', () => {
    const html = show()
    expect(html).toContain('Proved: no better portfolio exists under these constraints')
    expect(html).toContain('of 10')
    expect(html).toContain('on the table')
    expect(html).toContain('Promised in March')
    expect(html).toMatch(/gives up £\d/)
    expect(html).toContain('Mandatory work')
    expect(html).toContain('Set aside the pin on Coastal defences')
  })
  it('marks every candidate chosen or not, and sizes by rating in words', () => {
    const html = show()
    expect(html.match(/data-filled="true"/g)).toHaveLength(solved(levers()).solving.plan?.selection.chosen.length ?? -1)
    expect(html).toContain('Network renewal: Cost £900m, Value £2.1bn, Delivery confidence Red')
    expect(html).toContain('Delivery confidence No rating')
  })
  it('nothing fits: names the demands that conflict and offers a way out of each', () => {
    const html = show(levers({ totalBudget: 10_000_000_000 }))
    expect(html).toContain('No portfolio keeps all of this')
    expect(html).toContain('Raise to £520m')
    expect(html).toContain('Unpin')
  })
  it('offers a viewer nothing that would be refused', () => {
    const html = show(levers(), { canSave: false, tieActs: undefined })
    expect(html).not.toContain('Save scenario')
    expect(html).not.toContain('Fork the plan')
  })
  it('shows how far the server is, and that its run can be stopped', () => {
    const job = { id: 'j', kind: 'portfolio.select', state: 'running' as const, progress: { done: 10, total: 40, words: 'At most 1.2% from the best possible' }, result: null, problem: null, createdAt: '2026-11-01T08:00:00Z', finishedAt: null }
    const html = show(levers(), { server: { job, problem: undefined, onStart: nothing, onCancel: nothing } })
    expect(html).toContain('aria-valuenow="25"')
    expect(html).toContain('At most 1.2% from the best possible')
  })
})

describe('in words', () => {
  const format = formatIn('en-GB')
  const words = { format, cost: (minor: number) => costText(minor, 'GBP', format), value: (amount: number) => valueText(amount, 'money', 'GBP', format), nameOf: namesOf(selectionCase.input.candidates) }
  it('a gap is said as a share, or as an amount where nothing is worth anything', () => {
    const { plan } = solved(levers()).solving
    if (!plan) throw new Error('the fixture has a plan')
    expect(gapWords({ ...plan.selection, gap: 0.0123 }, words)).toBe('at most 1.23% better')
    expect(gapWords({ ...plan.selection, value: 0, bound: 500_00, gap: null }, words)).toBe('up to £500 more')
  })
  it('a pin that is not priced to the end is given as a range', () => {
    const pin = { kind: 'mustInclude', candidateId: 'x' } as const
    expect(priceWords({ pin, valueGivenUp: 0, proved: true, atMost: 0 }, words)).toContain('would be in anyway')
    expect(priceWords({ pin, valueGivenUp: 100_00, proved: false, atMost: 300_00 }, words)).toBe('Forcing it in gives up between £100 and £300')
  })
  it('an opposite verdict is never claimed without its proof', () => {
    expect(oppositeWords({ verdict: 'in', opposite: null }, words)).toContain('not worked out yet')
    expect(oppositeWords({ verdict: 'out', opposite: { kind: 'possible', valueLost: 200_00, proved: false } }, words)).toBe('Taking it in would lose at most £200.')
    expect(oppositeWords({ verdict: 'in', opposite: { kind: 'possible', valueLost: -100_00, proved: true } }, words)).toContain('Leaving it out would gain £100')
    expect(oppositeWords({ verdict: 'out', opposite: { kind: 'impossible', proved: true } }, words)).toBe('Taking it in is impossible under the constraints.')
  })
  it('points are never called money', () => {
    const verdict = solved(levers()).solving.plan?.selection.verdicts.find(({ because }) => because === 'worth_its_place')
    if (!verdict) throw new Error('the fixture has a candidate worth its place')
    const points = { ...words, value: (amount: number) => valueText(amount, 'points', 'GBP', format) }
    expect(reasonOf({ ...verdict, value: 4_000, netOfPrices: 1_000, cost: 9_000_000_00 }, points, 'points')).toBe('It gives 4,000 points for £9m; what it uses would be worth 3,000 points elsewhere.')
    expect(reasonOf(verdict, words, 'money')).toBe(verdict.reason)
  })
  it('an amount typed is taken to the minor unit without a float', () => {
    expect(minorOf('1234.5', 2)).toBe(123450)
    expect(minorOf('0.29', 2)).toBe(29)
    expect(minorOf('1500', 0)).toBe(1500)
  })
})

import type { CustomField } from '@throughline/contract/demand'
import type { ApprovalPreview, RebasePreview, SavedSelection, Scenario, ScenarioRows } from '@throughline/contract/portfolio'
import { ok } from '@throughline/engine/kernel'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { LocaleProvider } from '../../../ui/locale.tsx'
import { changes, gbp, idOf, item, ok as known, scenario } from '../../parts/plans/fixture.ts'
import { full, problem } from '../select/fixture.ts'
import { ScenariosPage } from '../scenarios/Page.tsx'
import { pastWords, ScenarioPage, type ScenarioProps } from './Page.tsx'
import { rowColumns, valueOfCell } from './row-columns.ts'
import { formatIn } from '../../../format/index.ts'

const accepted = async () => ok({})
const nothing = () => undefined
const loading = { state: 'loading' } as const
const fields: readonly CustomField[] = [{ id: idOf(40), name: 'Board view', kind: 'text', unit: null, choices: [], note: '', values: 0, version: 1 }]
const rows: ScenarioRows = {
  currency: 'GBP', amounts: 'shown', calendar: { startMonth: 4, startDay: 1, label: 'span' }, contributions: [], dependencies: [], exclusions: [{ id: idOf(30), name: 'Trams', initiativeIds: [idOf(1), idOf(2)], members: ['Network renewal', 'Depot'] }], units: [{ id: idOf(70), name: 'Transport' }], objectives: [{ id: idOf(50), statement: 'Faster journeys', weight: 0.6, deadline: null, changed: ['weight'] }],
  rows: [{ id: idOf(1), key: 'I-0001', name: 'Network renewal', kind: 'project', state: 'approved', unitId: idOf(70), unit: 'Transport', category: null, sponsor: null, mandatory: false, startOn: '2027-01-01', endOn: null, costMinor: gbp(150).minor, benefitsMinor: null, description: 'Rails', custom: {}, years: [{ kind: 'cost', year: 2027, minor: gbp(60).minor }], published: [], standing: 'changed', changed: ['costMinor', 'state'] }],
}
const conflict = { kind: 'initiative' as const, id: idOf(1), field: 'costMinor', name: 'Network renewal', reason: 'both_changed' as const, base: gbp(100).minor, plan: gbp(120).minor, scenario: gbp(150).minor, takes: ['mine' as const, 'theirs' as const, 'other' as const], words: '' }
const rebase: RebasePreview = { baseAt: scenario.baseAt, seen: 'x', clean: [], already: [], conflicts: [conflict], planMoves: { ...changes, items: [] } }
const summary = { initiatives: 4, funded: 2, cost: known(gbp(200)), benefits: known(gbp(600)), served: known(0.6) }
const approval: ApprovalPreview = { seen: 'x', before: summary, after: { ...summary, funded: 3, cost: known(gbp(350)) }, changes, problems: [], may: true, whyNot: null }
const acts: ScenarioProps['acts'] = { onRename: accepted, onShare: accepted, onFork: accepted, onRemove: accepted, onPropose: accepted, onWithdraw: accepted, onReject: accepted, onApprove: accepted, onRebase: accepted, onSelectionDecides: accepted, onSet: accepted, onAdd: accepted, onReset: accepted }
const render = (page: React.ReactNode): string => renderToStaticMarkup(<LocaleProvider locale="en-GB">{page}</LocaleProvider>)
const one = (of: Partial<Scenario> = {}, change: Partial<ScenarioProps> = {}): string =>
  render(<ScenarioPage scenario={full({ ...scenario, ...of })} rows={full(rows)} rebase={full(rebase)} approval={full(approval)} list={undefined} people={[]} fields={fields} others={[item({ id: idOf(901), name: 'Leaner' })]} only={undefined} onShowAll={nothing} unitName={() => 'Transport'} tab="overview" onTab={nothing} asking={undefined} onAsk={nothing} acts={acts} mayFork past={false} {...change} />)
const says = (html: string, ...words: readonly string[]) => { for (const word of words) expect(html).toContain(word) }

describe('one scenario', () => {
  it('in the past: offers no act in any part or state, and says why', () => {
    const may = { edit: false, share: false, propose: false, withdraw: false, decide: false, whyNotDecide: pastWords }
    for (const state of ['draft', 'proposed', 'approved', 'rejected', 'withdrawn'] as const)
      for (const tab of ['overview', 'changes', 'differences', 'rebase'] as const) {
        const html = one({ state, moved: true, may }, { tab, mayFork: false, past: true })
        for (const act of ['Propose', 'Fork…', 'More', 'Withdraw', 'Reject', 'Add an initiative', 'Add a dependency', 'Take back', 'Bring up to date']) expect(html).not.toMatch(new RegExp(`data-kind=[^>]*>(<svg.*?</svg>)?${act}</button>`))
        if (state === 'proposed') says(html, `disabled="" title="${pastWords}"`)
        if (tab === 'changes') says(html, pastWords)
      }
  })
  it('full: beside the plan, by year and by objective', () => {
    says(one(), 'Board, November', 'By Anna Lindqvist', 'What the board asked for', 'Draft', 'On the plan of now', 'Seen by everybody', '£350m', '£200m', 'Cost of funded work by year', 'Faster journeys', 'nothing serves it', 'Propose', 'Compare with the plan')
  })
  it('what differs: field by field, with what each moves and the sum', () => {
    says(one({}, { tab: 'differences' }), 'Network renewal', '£100m', '£150m', 'Idea', 'Approved', 'Network renewal needs Depot', 'All together', 'Moves cost by')
  })
  it('changes: objectives with their weights, and what is changed', () => {
    const set = { kind: 'initiative' as const, id: idOf(1), field: 'cost:2027', name: 'Network renewal', base: null, value: gbp(60).minor, origin: 'entered' as const, by: 'Anna Lindqvist', at: scenario.createdAt }
    says(one({ overlay: [set] }, { tab: 'changes' }), 'Add an initiative', 'Of the chosen row', 'Faster journeys', 'Weights sum to 60', 'Change', 'Trams: at most one of Network renewal', 'Add a dependency', 'What is set here', '1 field', 'Cost 2027', '£60m', 'Take back')
    const html = one({ overlay: [set], may: { ...scenario.may, edit: false } }, { tab: 'changes' })
    for (const words of ['Take back', 'Add a dependency', 'Of the chosen row']) expect(html).not.toContain(words)
    says(one({}, { tab: 'changes', only: [] }), '0 initiatives chosen of 1', 'Show all')
  })
  it('moved: says so, and how many changes conflict', () => {
    const html = one({ moved: true, conflicts: 1 })
    says(html, 'Something that this scenario touches, or that counts in its figures, has changed in the plan since. 1 change conflicts with it.', 'Bring up to date', 'The plan now')
    expect(html).not.toContain('On the plan of now')
  })
  it('conflicts stand side by side, and nothing is carried over before they are settled', () => {
    const html = one({ moved: true, conflicts: 1 }, { tab: 'rebase' })
    says(html, 'Both changed it', 'role="radiogroup"', 'The plan now', '£120m', 'The scenario', '£150m', 'Something else', '1 conflict to settle', 'Nothing carries over by itself')
    expect(html).toMatch(/<button[^>]*disabled=""[^>]*>Bring up to date/)
  })
  it('proposed: an owner may decide; who may not is told why', () => {
    const proposed = { state: 'proposed' as const, remark: 'It pays', proposedBy: { id: idOf(800), name: 'Anna Lindqvist' } }
    says(one({ ...proposed, may: { ...scenario.may, edit: false, decide: true } }), 'Approve', 'Reject', 'Proposed by Anna Lindqvist: </strong>It pays')
    says(one({ ...proposed, may: { ...scenario.may, edit: false, decide: false, whyNotDecide: 'Owners decide on proposals.' } }), 'title="Owners decide on proposals."')
  })
  it('approving lists exactly what will change, and asks why', () => {
    says(one({ state: 'proposed' }, { asking: 'approve' }), 'Make Board, November the plan?', '2 things change: 2 funded become 3, cost £200m becomes £350m', 'Network renewal', 'Why this is decided', 'What is expected to follow', 'What was chosen between', 'The plan as it is', 'Leaner', 'Say why.')
    says(one({ state: 'proposed' }, { asking: 'reject' }), 'Reject Board, November?', 'the decision is kept', 'Leaner', 'Say why.')
  })
  it('approving is kept back by what is wrong, all at once', () => {
    const problems = [{ code: 'end_before_start', ids: [], words: 'Tram: found an end before its start.' }, { code: 'constraint_broken', ids: [], words: 'A budget of £100m: found £350m.' }]
    says(one({ state: 'proposed' }, { asking: 'approve', approval: full({ ...approval, problems }) }), '2 things keep it from becoming the plan', 'Tram: found an end', 'A budget of £100m', 'It cannot become the plan yet.')
  })
  it('approved: leads to its decision, and offers no change', () => {
    const html = one({ state: 'approved', decisionId: idOf(600), may: { ...scenario.may, edit: false, share: false, propose: false } })
    says(html, 'It has become the plan', 'Read the decision', 'Fork…')
    expect(html).not.toContain('>Propose<')
  })
  it('with a selection: its proof, and whether it decides', () => {
    const selection: SavedSelection = { value: 'benefits', valueUnit: 'money', publication: null, candidates: 4, amounts: 'shown', totalValue: 900, bound: 900, totalCost: gbp(150), gap: 0, proved: true, stale: true, decides: true, constraints: [{ kind: 'totalBudget', limit: 210_000_000_000 }], chosen: [{ id: idOf(1), key: 'I-0001', name: 'Network renewal' }] }
    expect(one({ selection })).toContain('Selection')
  })
  it('without amounts: membership, states and order are there, and each amount says that it is withheld', () => {
    const withheld = { status: 'undefined', reason: 'WITHHELD' } as const
    const bare = { term: 'Cost', figure: withheld } as const
    const figures: Scenario['figures'] = { ...scenario.figures, cost: { metric: withheld, why: bare }, benefits: { metric: withheld, why: bare }, net: { metric: withheld, why: bare }, ratio: { metric: withheld, why: bare }, years: [], undatedCost: null, current: { cost: { metric: withheld, why: bare }, benefits: { metric: withheld, why: bare } } }
    const selection: SavedSelection = { value: 'benefits', valueUnit: 'money', publication: null, candidates: 4, amounts: 'withheld', totalValue: null, bound: null, totalCost: null, gap: null, proved: false, stale: false, decides: true, constraints: [], chosen: [{ id: idOf(1), key: 'I-0001', name: 'Network renewal' }] }
    const differences: Scenario['differences'] = { items: [{ kind: 'initiative', id: idOf(1), name: 'Network renewal', what: 'changed', fields: [{ field: 'costMinor', from: withheld, to: withheld }, { field: 'state', from: 'idea', to: 'approved' }], cost: null, benefits: null }], cost: { metric: withheld, why: bare }, benefits: { metric: withheld, why: bare } }
    const overlay: Scenario['overlay'] = [{ kind: 'initiative', id: idOf(1), field: 'costMinor', name: 'Network renewal', base: withheld, value: withheld, origin: 'entered', by: 'Anna', at: '2026-11-20T14:05:00.000Z' }]
    const blind = { figures, basis: figures, plan: figures, selection, differences, overlay, may: { ...scenario.may, edit: false } }
    says(one(blind), 'your rights do not include to see it', 'Objectives served')
    says(one(blind, { tab: 'differences' }), 'withheld → <strong class="font-semibold">withheld</strong>', 'Approved')
    says(one(blind), 'Selection')
    const { value } = { value: { ...rows, amounts: 'withheld' as const, rows: rows.rows.map((row) => ({ ...row, costMinor: null, benefitsMinor: null, years: [], published: [] })) } }
    says(one(blind, { tab: 'changes', rows: { state: 'full', value, refreshing: false, problem: undefined, again: nothing } }), 'Amounts are withheld from you: their cells are empty')
  })
  it('loading and refused', () => {
    says(one({}, { scenario: loading }), 'Loading the scenario')
    says(one({}, { scenario: { state: 'refused', problem, again: nothing } }), 'This needs the role viewer')
    says(one({}, { tab: 'changes', rows: loading }), 'Loading the initiatives')
  })
})

describe('cells of a scenario', () => {
  it('give back the very minor units that they show', () => {
    const columns = rowColumns({ units: [], fields, currency: 'GBP', format: formatIn('en-GB'), canEdit: true })
    const cost = columns.find(({ key }) => key === 'costMinor')
    for (const minor of ['1', '-1', '15000000000', '123456789012345678', '100000000']) {
      const row = { ...rows.rows[0], costMinor: minor } as ScenarioRows['rows'][number]
      expect(valueOfCell('costMinor', cost?.get(row) ?? null, 'GBP')).toBe(minor)
    }
    expect(valueOfCell('mandatory', false, 'GBP')).toBe(false)
    expect(valueOfCell('sponsor', '', 'GBP')).toBe(null)
    expect(columns.some(({ label }) => label === 'Board view')).toBe(true)
    const own = fields.map((field) => ({ ...field, kind: 'money' as const }))
    expect([valueOfCell(`custom:${idOf(40)}`, '12.5', 'GBP', own), valueOfCell(`custom:${idOf(40)}`, true, 'GBP', fields)]).toEqual(['1250', 'yes'])
  })
})

describe('all scenarios', () => {
  const list = (change: Partial<Parameters<typeof ScenariosPage>[0]> = {}) => render(<ScenariosPage scenarios={full([item(), item({ id: idOf(901), name: 'Leaner', state: 'proposed', moved: true, sharing: 'private', figures: null })])} canEdit beginning={false} onBegin={accepted} {...change} />)
  it('full: state, author, figures, and whether the plan has moved since', () => {
    says(list(), 'Board, November', 'Draft', 'Anna Lindqvist', '3 of 4', '£350m', 'Leaner', 'Proposed', 'private', 'The plan has moved since 1 scenario was begun', 'Tick up to 3', 'New scenario')
  })
  it('begins one from the plan', () => {
    says(list({ beginning: true }), 'It begins as the plan of record is now', 'Give it a name.')
    expect(list({ beginning: true, canEdit: false })).not.toContain('New scenario')
  })
  it('empty, loading and refused', () => {
    says(list({ scenarios: full([]) }), 'There is no scenario yet')
    says(list({ scenarios: loading }), 'Loading scenarios')
    says(list({ scenarios: { state: 'refused', problem, again: nothing } }), 'This needs the role viewer')
  })
})

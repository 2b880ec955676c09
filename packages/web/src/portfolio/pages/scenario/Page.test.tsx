import type { Scenario } from '@throughline/contract/portfolio'
import { ok } from '@throughline/engine/kernel'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { LocaleProvider } from '../../../ui/locale.tsx'
import { full, levers, problem, selectionCase, solved } from '../select/fixture.ts'
import { ScenariosPage } from '../scenarios/Page.tsx'
import { ScenarioPage, type ScenarioProps } from './Page.tsx'

const { input, solving } = solved(levers())
const plan = solving.plan?.selection
const accepted = async () => ok({})
const nothing = () => undefined
const chosen = selectionCase.input.candidates.filter(({ id }) => plan?.chosen.includes(id)).map(({ id, name }) => ({ id, key: '', name }))
const scenario: Scenario = {
  id: '01900000-0000-7000-8000-0000000000aa', name: 'Board, November', note: 'What the board asked for', value: 'benefits', publication: selectionCase.publication, constraints: [...input.constraints], chosen, candidates: 10,
  totalValue: plan?.value ?? 0, bound: plan?.bound ?? 0, valueUnit: 'money', totalCost: { minor: String(plan?.cost ?? 0), currency: 'GBP', basis: { kind: 'nominal' }, cashClass: 'na' }, gap: 0, proved: true, stale: false, createdBy: 'Anna Lindqvist', createdAt: '2026-11-20T14:05:00Z', version: 1,
}
const render = (page: React.ReactNode): string => renderToStaticMarkup(<LocaleProvider locale="en-GB">{page}</LocaleProvider>)
const one = (change: Partial<ScenarioProps> = {}): string => render(<ScenarioPage scenario={full(scenario)} case={selectionCase} rows={[]} canEdit onChange={accepted} onRemove={accepted} {...change} />)

describe('one scenario', () => {
  it('full: figures, proof, what is in it and what it had to keep, in words', () => {
    const html = one()
    for (const words of ['Board, November', 'Proved best', 'What the board asked for', 'At most £2.1bn', 'Coastal defences: Mandatory work', 'Data archive: Promised in March', `/portfolio/select?scenario=${scenario.id}`, 'Rename']) expect(html).toContain(words)
    for (const { name } of chosen) expect(html).toContain(name)
    expect(html).not.toContain('has moved')
  })
  it('partial: says when the portfolio has moved since, and that the bound is open', () => {
    const html = one({ scenario: full({ ...scenario, stale: true, proved: false, gap: 0.0045 }), case: undefined, rows: undefined })
    expect(html).toContain('The portfolio has moved since this was computed')
    expect(html).toContain('At most 0.45% better possible')
  })
  it('loading and refused', () => {
    expect(one({ scenario: { state: 'loading' } })).toContain('Loading the scenario')
    expect(one({ scenario: { state: 'refused', problem, again: nothing } })).toContain('This needs the role viewer')
  })
  it('offers a viewer no change', () => {
    const html = one({ canEdit: false })
    expect(html).not.toContain('Rename')
    expect(html).toContain('Open in Select')
  })
})

describe('all scenarios', () => {
  it('full: one row each', () => {
    const html = render(<ScenariosPage scenarios={full([scenario, { ...scenario, id: 'b', name: 'Strategic', value: 'strategic', valueUnit: 'points', totalValue: 41_000, stale: true }])} />)
    for (const words of ['Board, November', '41,000 points', 'Strategic value', 'The portfolio has moved since 1 scenario was computed']) expect(html).toContain(words)
  })
  it('empty, loading and refused', () => {
    expect(render(<ScenariosPage scenarios={full([])} />)).toContain('No scenario has been saved yet')
    expect(render(<ScenariosPage scenarios={{ state: 'loading' }} />)).toContain('Loading scenarios')
    expect(render(<ScenariosPage scenarios={{ state: 'refused', problem, again: nothing }} />)).toContain('This needs the role viewer')
  })
})

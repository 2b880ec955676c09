import type { ClassValue, StakeholderValue } from '@throughline/contract/value'
import type { Explanation } from '@throughline/contract/wire'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { LocaleProvider } from '../../../ui/locale.tsx'
import type { Reading } from '../../../wire/index.ts'
import { StakeholdersPage } from './Page.tsx'

const id = (no: number) => `00000000-0000-7000-8000-00000000000${no}`
const why: Explanation = { term: 'Claimed', figure: { status: 'ok', value: { kind: 'text', text: 'x' } } }
const whys = { promised: why, claimed: why, verified: why }
const nothing = { gains: '0', bears: '0', net: '0' }
const row = (one: ClassValue['class'], gains: string, bears = '0'): ClassValue => ({ class: one, benefits: gains === '0' && bears === '0' ? 0 : 1, promised: nothing, claimed: { gains, bears, net: String(BigInt(gains) + BigInt(bears)) }, verified: nothing, why: whys })
const value: StakeholderValue = {
  units: [{ unit: 'GBP.cash', classes: [row('owners', '30000000'), row('customers', '10000000'), row('employees', '0'), row('alliances', '0'), row('communities', '0', '-5000000'), row(null, '2000000')], total: { benefits: 4, promised: nothing, claimed: { gains: '42000000', bears: '-5000000', net: '37000000' }, verified: nothing, why: whys } }],
  alerts: [{ kind: 'worse_off', class: 'communities', words: 'Communities bear more than they gain', at: { unit: 'GBP.cash', stage: 'claimed', net: '-5000000' } }, { kind: 'passed_over', class: 'alliances', words: 'Alliances gain from no benefit that was promised or claimed', at: null }],
  benefits: [{ benefitId: id(1), benefit: 'Bills', initiativeId: id(2), initiative: 'Billing', unit: 'GBP.cash', promised: '2000000', split: null }, { benefitId: id(3), benefit: 'Calls', initiativeId: id(2), initiative: 'Billing', unit: 'GBP.cash', promised: '0', split: { shares: { owners: 750_000, customers: 250_000 }, reason: 'The business case', by: 'Ada' } }],
  said: 1,
}
const full = (shown: StakeholderValue): Reading<StakeholderValue> => ({ state: 'full', value: shown, refreshing: false, problem: undefined, again: () => undefined })
const never = () => Promise.reject(new Error('not here'))
const show = (reading: Reading<StakeholderValue>, canSay = true) => renderToStaticMarkup(<LocaleProvider locale="en-GB"><StakeholdersPage reading={reading} stage="claimed" onStage={() => undefined} canSay={canSay} onSay={never} /></LocaleProvider>)

describe('stakeholders', () => {
  it('empty, loading, refused', () => {
    expect(show(full({ units: [], alerts: null, benefits: [], said: 0 }))).toContain('The ledger has no benefit yet')
    expect(show({ state: 'loading' })).toContain('Loading whom value goes to')
    expect(show({ state: 'refused', problem: { type: '', title: 'Withheld', status: 403, code: 'amounts_withheld', detail: 'Amounts are not shown to you.' }, again: () => undefined })).toContain('Amounts are not shown to you.')
  })
  it('partial: while nobody has said anything, nobody is neglected', () => {
    const html = show(full({ ...value, alerts: null, benefits: value.benefits.slice(0, 1), said: 0 }))
    expect(html).toContain('so nobody can be called neglected')
    expect(html).not.toContain('they may be theirs')
  })
  it('full: who is neglected, who gains and bears, and the total they sum to', () => {
    const html = show(full(value))
    for (const said of ['Communities bear more than they gain', '-£50k cash, claimed', 'Of 1 of 2 benefits nobody has said', 'Not said', 'Everybody', '71%', '£370k', 'Owners 75%, Customers 25%', 'Ada: The business case', 'Say whom Bills goes to', 'Nobody has said']) expect(html.replaceAll('−', '-')).toContain(said)
  })
  it('all are served', () => expect(show(full({ ...value, alerts: [] }))).toContain('Every class gains something'))
  it('who may only read is offered no act', () => expect(show(full(value), false)).not.toContain('Say whom Bills goes to'))
})

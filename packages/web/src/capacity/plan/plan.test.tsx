import { renderToString } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { InitiativePlan } from '@throughline/contract/capacity'
import { known, missing } from '@throughline/engine/kernel'
import { LocaleProvider } from '../../ui/locale.tsx'
import { entryOf, notYet, planGiven, variantGiven } from './given.ts'
import { PlanCard } from './PlanCard.tsx'

const money = (minor: string) => known({ minor, currency: 'GBP', basis: { kind: 'nominal' as const }, cashClass: 'na' as const })
const variant = { id: 'v', name: 'Whole', inPlan: true, valuePercent: known(100), benefits: missing('benefits'), demands: [{ pool: { id: 'p', name: 'Data engineers' }, lines: [{ fromMonth: 0, months: 3, quantity: '40' }, { fromMonth: 3, months: 1, quantity: '7.5' }] }], costs: [{ pot: null, lines: [{ fromMonth: 0, months: 12, amount: money('120000') }] }] }
const none: InitiativePlan = { initiative: { id: 'i', name: 'Atlas' }, earliestOn: null, latestOn: null, fixedOn: null, running: null, variants: [], startsOn: null, version: 1, may: [] }
const plan: InitiativePlan = { ...none, startsOn: '2027-04-01', earliestOn: '2027-01-01', variants: [variant], version: 4 }
const shown = (value: InitiativePlan, canEdit: boolean): string => renderToString(<LocaleProvider locale="en-GB"><PlanCard plan={value} pools={[]} money={undefined} canEdit={canEdit} onSave={() => Promise.resolve({ ok: true, value: {} })} /></LocaleProvider>).replaceAll('<!-- -->', '')

describe('the part of an initiative that says how it may be planned', () => {
  it('says that nothing is recorded, and what to do to who may', () => {
    expect(shown(none, true)).toContain('Nothing is recorded of what it needs, so it counts nowhere')
    expect([shown(none, true).includes('Add a variant'), shown(none, false).includes('Add a variant')]).toEqual([true, false])
  })
  it('says starts, and of each variant what it needs and costs by months', () => {
    const page = shown(plan, false)
    for (const words of ['Starts on 1 Apr 2027; may start from 1 Jan 2027', 'Data engineers: 40 in months 1 to 3', 'Data engineers: 7.5 in month 4', 'No pot: £1.2k in months 1 to 12', 'In the plan']) expect(page.replaceAll('K in', 'k in')).toContain(words)
    expect(page).not.toContain('Remove')
  })
})

describe('what is sent', () => {
  it('is the variant that was changed; others stay, and their costs are left out so that they stay too', () => {
    const small = variantGiven({ ...entryOf(undefined, false), name: 'Small', inPlan: true, percent: '40', needs: [{ of: 'p', from: '0', months: '2', amount: '9' }] }, undefined)
    expect(planGiven(plan, { variant: small })).toEqual({
      version: 4, earliestOn: '2027-01-01', latestOn: null, fixedOn: null,
      variants: [
        { id: 'v', name: 'Whole', inPlan: false, valuePercent: 100, demands: [{ poolId: 'p', lines: [{ fromMonth: 0, months: 3, quantity: '40' }, { fromMonth: 3, months: 1, quantity: '7.5' }] }] },
        { name: 'Small', inPlan: true, valuePercent: 40, demands: [{ poolId: 'p', lines: [{ fromMonth: 0, months: 2, quantity: '9' }] }] },
      ],
    })
  })
  it('has costs in minor units where they may be given, and one variant in the plan whatever is removed', () => {
    expect(variantGiven(entryOf(variant, false), 'GBP').costs).toEqual([{ potId: null, lines: [{ fromMonth: 0, months: 12, amountMinor: '120000' }] }])
    const two = { ...plan, variants: [variant, { ...variant, id: 'w', name: 'Small', inPlan: false }] }
    expect(planGiven(two, { without: 'v' }).variants.map(({ id, inPlan }) => [id, inPlan])).toEqual([['w', true]])
    expect(planGiven(plan, { starts: { earliestOn: null, latestOn: null, fixedOn: '2027-05-01' } })).toMatchObject({ fixedOn: '2027-05-01', variants: [{ id: 'v', inPlan: true }] })
  })
  it('waits for a name, for pools and for whole lines', () => {
    const entry = entryOf(variant, false)
    expect([notYet(entry), notYet({ ...entry, name: ' ' }), notYet({ ...entry, needs: [{ of: 'p', from: '0', months: '0', amount: '1' }] }), notYet({ ...entry, needs: [{ of: '', from: '0', months: '1', amount: '1' }] })]).toEqual([undefined, 'A variant needs a name.', 'A line lacks its months or its amount.', 'A line lacks its pool.'])
  })
})

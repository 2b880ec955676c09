import type { Benefit, LedgerMeasure, Register } from '@throughline/contract/value'
import { ok } from '@throughline/engine/kernel'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { LocaleProvider } from '../../ui/locale.tsx'
import { claimActs } from './claim-acts.ts'
import { FieldOf } from './FieldOf.tsx'
import { blank, leastOf, millionthsOf, missingIn, naming, typedOf, type ActForm, type Entered, type Setting, type Subject } from './form.ts'
import { measureActs } from './measure-acts.ts'
import { planActs } from './plan-acts.ts'
import { changeBenefit, registerActs } from './register-acts.ts'
import type { LedgerActs } from './use-ledger-acts.ts'

const id = (end: number): string => `0197a3c4-5d6e-7f80-9a1b-${String(end).padStart(12, '0')}`
const benefit: Benefit = { id: id(1), name: 'Minutes saved', initiativeId: id(2), initiative: 'Chatbot', ownerId: null, owner: null, measureId: id(3), measure: 'Handling time', unit: 'GBP.cash', counted: true, leadsTo: null, adoptionBy: '', version: 4 }
const measure: LedgerMeasure = { id: id(3), name: 'Handling time', poolId: id(4), unit: 'GBP.cash', scopeUnitId: null, counterfactual: { method: 'trend', level: 3, registeredAt: '2026-01-01T00:00:00Z' }, attribution: { method: 'contract', shares: [{ initiativeId: id(2), share: 500_000 }], registeredAt: '2026-01-01T00:00:00Z' }, above: [], version: 7 }
const period = (code: string, state: 'open' | 'closed', over: boolean) => ({ code, name: `Period ${code}`, from: `${code}-01`, to: `${code}-28`, state, over })
const register: Register = { periods: [period('2026-09', 'closed', true), period('2026-10', 'open', true), period('2026-12', 'open', false)], measures: [measure], benefits: [benefit] }
const account = (code: 'A10' | 'A20' | 'R10', of: string) => ({ code, unit: 'GBP.cash', period: of, measure: null, benefitId: id(1), benefit: 'Minutes saved', initiativeId: id(2), initiative: 'Chatbot', budgetLine: null, cause: null })
const pool = { measureId: id(3), measure: 'Handling time', poolId: id(4), period: '2026-10', unit: 'GBP.cash', movement: { status: 'ok', value: '36000' }, attributed: { metric: { status: 'ok', value: '12000' }, why: { term: '', figure: { status: 'ok', value: { kind: 'text', text: '' } } } }, left: '24000', unattributed: '0', drawnBelow: '0', closes: true, grade: 'B', claims: [{ initiativeId: id(2), initiative: 'Chatbot', amount: '12000', share: '18000' }], refused: [] } as Setting['pools'][number]
const setting: Setting = { register, balances: [{ account: account('A10', '2026-12'), amount: '1250' }, { account: account('R10', '2026-10'), amount: '9900' }], pools: [pool], initiatives: [{ value: id(2), label: 'Chatbot' }], people: [{ value: id(9), label: 'Bea Owner' }], measures: [{ value: id(3), label: 'Handling time' }, { value: id(5), label: 'Waiting time' }], currency: 'GBP' }
const subject: Subject = { benefit, measure }

/** What a form sends, through which act. */
async function sent(form: ActForm | undefined, entered: Partial<Entered>): Promise<readonly [string, unknown]> {
  let found: readonly [string, unknown] = ['', undefined]
  const acts = new Proxy({}, { get: (_, name) => (request: unknown) => ((found = [String(name), request]), Promise.resolve(ok(undefined))) }) as LedgerActs
  await form?.send(acts, { ...(form.start?.(setting, subject) ?? blank), ...entered }, setting, subject)
  return found
}
const named = (forms: readonly ActForm[], key: string) => forms.find((form) => form.key === key)

describe('the forms of the ledger', () => {
  it('amounts go out in least units of their unit, and come back as they were typed', () => {
    expect([leastOf('1234.5', 'GBP.cash'), leastOf('1234', 'hour'), leastOf('', 'hour'), typedOf('123450', 'GBP.cash'), typedOf('1234', 'hour'), millionthsOf('62.5')]).toEqual(['123450', '1234', undefined, '1234.50', '1234', 625_000])
  })
  it('how a benefit is claimed goes out as it was said, with nominal prices unless others are', async () => {
    const form = named(planActs, 'circumstances')
    expect(await sent(form, { text: { ...form?.start?.(setting, subject).text, nature: 'avoided_cost', exchangePart: '12.5' }, on: { calledRunRate: true } })).toEqual(['circumstances', { body: { benefitId: id(1), nature: 'avoided_cost', calledRunRate: true, priceBasis: 'nominal', probabilityOn: null, exchangePart: '1250' } }])
  })
  it('an approval begins with what is promised and not decided, and sends what is declined of it', async () => {
    const form = named(planActs, 'approve')
    expect(form?.start?.(setting, subject).lines).toEqual([{ of: '2026-12', amount: '12.50', declined: null }])
    expect(await sent(form, { lines: [{ of: '2026-12', amount: '10', declined: '2.50' }], text: { reason: 'Half of it' } })).toEqual(['approve', { body: { benefitId: id(1), lines: [{ period: '2026-12', amount: '1000', declined: '250' }], reason: 'Half of it' } }])
  })
  it('a claim in a closed period says that it adjusts; one with an offset names it on both sides', async () => {
    const text = { period: '2026-09', amount: '5', evidence: 'Call statistics' }
    expect(await sent(named(claimActs, 'claim'), { text, on: { upToCap: true } })).toEqual(['claim', { body: { benefitId: id(1), period: '2026-09', amount: '500', adjusts: true, upToCap: true, evidence: 'Call statistics' } }])
    expect(await sent(named(claimActs, 'claim'), { text: { ...text, period: '2026-10', offset: id(8), offsetAmount: '-1', level: '3' } })).toEqual(['claim', { body: { benefitId: id(1), period: '2026-10', amount: '500', evidence: 'Call statistics', evidenceLevel: 3, offset: { benefitId: id(8), amount: '-100', evidenceLevel: 3 } } }])
  })
  it('files are named in the evidence, after what it says or what was looked at; they alone are evidence enough', async () => {
    const file = `file:${id(9)}`
    const claim = named(claimActs, 'claim')
    const alone = naming({ ...blank, text: { period: '2026-10', amount: '5' } }, file)
    expect([missingIn(claim?.fields(setting, subject) ?? [], alone), missingIn(claim?.fields(setting, subject) ?? [], naming(alone, ''))]).toEqual([undefined, undefined])
    expect(await sent(claim, alone)).toEqual(['claim', { body: { benefitId: id(1), period: '2026-10', amount: '500', evidence: file } }])
    expect(await sent(named(claimActs, 'verify'), naming({ ...blank, text: { period: '2026-10', amount: '5', sample: 'Ten days' } }, file))).toEqual(['verify', { body: { benefitId: id(1), period: '2026-10', amount: '500', sample: 'Ten days', evidence: `Ten days ${file}` } }])
  })
  it('verifying and banking send the place; a measurement the method that was registered', async () => {
    expect(await sent(named(claimActs, 'verify'), { text: { period: '2026-10', amount: '99', sample: 'Ten days' } })).toEqual(['verify', { body: { benefitId: id(1), period: '2026-10', amount: '9900', sample: 'Ten days' } }])
    expect(await sent(named(claimActs, 'bank'), { text: { period: '2026-10', amount: '9', budgetLine: ' Pay ', approvedBy: 'Fay' } })).toEqual(['bank', { body: { benefitId: id(1), period: '2026-10', lines: [{ budgetLine: 'Pay', amount: '900' }], approvedBy: 'Fay' } }])
    const measured = named(measureActs, 'measure')?.start?.(setting, subject).text
    expect(await sent(named(measureActs, 'measure'), { text: { ...measured, period: '2026-10', without: '9.7', volume: '400000', unitValue: '0.60' } })).toEqual(['measure', { body: { measureId: id(3), period: '2026-10', counterfactual: { method: 'trend', value: '9.7' }, volume: '400000', unitValue: '0.60', source: 'system_of_record' } }])
  })
  it('what is agreed begins as it stands, with shares in percent, and goes out in millionths under its version', async () => {
    const form = named(measureActs, 'agree')
    expect(form?.start?.(setting, subject).lines).toEqual([{ of: id(2), amount: '50', declined: null }])
    expect(await sent(form, {})).toEqual(['changeAgreement', { params: { id: id(3) }, body: { version: 7, counterfactual: { method: 'trend', level: 3 }, attribution: { method: 'contract', shares: [{ initiativeId: id(2), share: 500_000 }] } } }])
  })
  it('a new benefit is counted in the unit of its measure, and a measure that is registered is not offered again', async () => {
    expect(await sent(named(registerActs, 'add_benefit'), { text: { name: 'Licences', initiative: id(2), measure: id(3) } })).toEqual(['addBenefit', { body: expect.objectContaining({ name: 'Licences', initiativeId: id(2), measureId: id(3), unit: 'GBP.cash', counted: true }) }])
    const [field] = named(registerActs, 'register_measure')?.fields(setting, {}) ?? []
    expect(field?.kind === 'select' && field.options.map(({ label }) => label)).toEqual(['Waiting time'])
    expect((await sent(changeBenefit, {}))[1]).toMatchObject({ params: { id: id(1) }, body: { version: 4, name: 'Minutes saved' } })
  })
  it('a claim shows what is left of the pool in its period, and of the share that was agreed', () => {
    const field = named(claimActs, 'claim')?.fields(setting, subject).find(({ kind }) => kind === 'pool')
    const at = (period: string): string => (field ? renderToStaticMarkup(<LocaleProvider locale="en-GB"><FieldOf field={field} entered={{ ...blank, text: { period } }} setting={setting} onChange={() => undefined} /></LocaleProvider>) : '')
    expect(at('2026-10')).toContain('£240 left of £360 that Handling time moved. Of its share of £180 Chatbot has claimed £120.')
    expect(at('2026-10')).toContain('Take £60')
    expect(at('2026-09')).toContain('Nothing was measured in this period')
    expect(at('')).toBe('')
  })
  it('says what is still missing, in the order of the fields', () => {
    const fields = named(claimActs, 'verify')?.fields(setting, subject) ?? []
    expect([missingIn(fields, blank), missingIn(fields, { ...blank, text: { period: '2026-10', amount: '1' } }), missingIn(fields, { ...blank, text: { period: '2026-10', amount: '1', sample: 'x' } })]).toEqual(['Enter: waiting for verification', 'Enter: which sample was looked at', undefined])
    expect(missingIn(named(planActs, 'promise')?.fields(setting, subject) ?? [], { ...blank, lines: [{ of: '2026-10', amount: null, declined: null }] })).toBe('Enter: by period')
  })
  it('every field of every act can be drawn, and a place names what stands there', () => {
    const forms = [...planActs, ...claimActs, ...measureActs, ...registerActs, changeBenefit]
    expect(new Set(forms.map(({ key }) => key)).size).toBe(forms.length)
    const html = forms.flatMap((form) => form.fields(setting, subject).map((field) => renderToStaticMarkup(<LocaleProvider locale="en-GB"><FieldOf field={field} entered={form.start?.(setting, subject) ?? blank} setting={setting} onChange={() => undefined} /></LocaleProvider>))).join('')
    for (const words of ['Period 2026-10, £99', 'From: there is nothing.', 'By period', 'Declined, line 1', 'Shares of the movement, in percent']) expect(html).toContain(words)
  })
})

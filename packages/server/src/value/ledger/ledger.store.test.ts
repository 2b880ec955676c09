import { sql, type RawBuilder } from 'kysely'
import { beforeAll, expect, it } from 'vitest'
import { demandRoutes } from '@throughline/contract/demand'
import { strategyRoutes } from '@throughline/contract/strategy'
import { valueRoutes } from '@throughline/contract/value'
import { ok } from '@throughline/engine/kernel'
import { onEachDatabase, testApp, type Person } from '@throughline/testkit/database'
import { withOrg, writeAs } from '../../database/index.ts'
import { checkLedger } from './check.ts'

onEachDatabase('the value ledger', (t) => {
  const app = testApp(t)
  let finance: Person
  let clerk: Person
  let chief: Person
  let measureId: string
  const benefits: string[] = []
  let chatbot = ''
  const claim = (by: Person, at: number, amount: string, more: object = {}) => by.call(valueRoutes.claimBenefit, { body: { benefitId: benefits[at] ?? '', period: '2020-10', amount, evidence: 'Call statistics', ...more } })
  const actual = (value: string) => app.owner.read(strategyRoutes.recordActual, { params: { id: measureId }, body: { on: '2020-10-31', value } })
  const measurement = () => ({ measureId, period: '2020-10', counterfactual: { method: 'trend' as const, value: '9.7' }, volume: '400000', unitValue: '0.60', source: 'system_of_record' as const })
  const balances = async (code: 'M10' | 'R10' | 'R20' | 'A90' | 'M20' | 'X20', asOf?: string) => Object.fromEntries((await app.owner.read(valueRoutes.listBalances, { query: { code, ...(asOf ? { asOf } : {}) } })).map(({ account, amount }) => [account.benefit ?? account.measure, amount]))

  beforeAll(async () => {
    ;[finance, clerk, chief] = [await app.member('finance', 'Fay Finance'), await app.member('benefit_owner', 'Bea Owner'), await app.member('finance', 'Chris Chief')]
    const { perspectives } = await app.owner.read(strategyRoutes.createPerspective, { body: { name: 'Customers' } })
    const { objectives } = await app.owner.read(strategyRoutes.createObjective, { body: { perspectiveId: perspectives.at(-1)?.id ?? '', statement: 'Answer faster', weight: 1 } })
    const { measures } = await app.owner.read(strategyRoutes.createMeasure, { body: { objectiveId: objectives.at(-1)?.id ?? '', name: 'Handling time', definition: 'Mean minutes of a call', unit: 'count', direction: 'lower' } })
    measureId = measures.at(-1)?.id ?? ''
    const initiatives = await Promise.all(['Chatbot', 'Training', 'Forms'].map((name) => app.owner.read(demandRoutes.createInitiative, { body: { name } })))
    chatbot = initiatives[0]?.id ?? ''
    await app.owner.read(valueRoutes.openPeriods, { body: { periods: [{ code: '2020-10', from: '2020-10-01', to: '2020-11-01' }, { code: '2199-12', from: '2199-12-01', to: '2200-01-01' }] } })
    await app.owner.read(valueRoutes.registerMeasure, { body: { measureId, unit: 'GBP.noncash', counterfactual: { method: 'trend', level: 3 }, attribution: { method: 'contract', shares: initiatives.map(({ id }, at) => ({ initiativeId: id, share: [500_000, 300_000, 100_000][at] ?? 0 })) } } })
    for (const { id, name } of initiatives) benefits.push((await app.owner.read(valueRoutes.addBenefit, { body: { name: `Minutes saved by ${name}`, initiativeId: id, unit: 'GBP.noncash', measureId, ownerId: clerk.actor.accountId } })).id)
    await app.owner.read(valueRoutes.setReportingLines, { body: { lines: [{ accountId: clerk.actor.accountId, managerId: chief.actor.accountId }] } })
  }, 120_000)

  it('promises, approves and delivers; and claims nothing before an actual is approved and measured', async () => {
    for (const [at, amount] of ['20000000', '12000000', '4000000'].entries()) {
      const line = { benefitId: benefits[at] ?? '', lines: [{ period: '2020-10', amount }] }
      await clerk.read(valueRoutes.promiseBenefit, { body: line })
      await app.owner.read(valueRoutes.approveBenefit, { body: line })
      expect(await clerk.refused(valueRoutes.deliverBenefit, { body: line })).toMatchObject({ code: 'acceptance_missing', detail: expect.stringContaining('Minutes saved') })
      await clerk.read(valueRoutes.deliverBenefit, { body: { ...line, evidence: 'Accepted by operations' } })
    }
    expect((await claim(clerk, 0, '1')).body).toMatchObject({ code: 'actual_missing' })
    expect(await finance.refused(valueRoutes.measurePeriod, { body: measurement() })).toMatchObject({ code: 'actual_missing' })
    await actual('8.2')
    const entry = await finance.read(valueRoutes.measurePeriod, { body: measurement() })
    expect([entry.grade, entry.postings.map(({ account, amount }) => [account.code, account.measure, amount])]).toEqual(['B', [['M10', 'Handling time', '36000000'], ['S20', 'Handling time', '-36000000']]])
  })

  it('caps each claim by the contract, tells the figures, and posts up to the cap where that was asked', async () => {
    expect((await claim(clerk, 0, '25000000')).body).toMatchObject({ code: 'cap_contract', detail: expect.stringMatching(/asked 250,000\.00 GBP \(not cash\), allowed 180,000\.00 GBP/), values: { rule: 'V-8' } })
    expect((await claim(clerk, 0, '25000000', { upToCap: true })).body).toMatchObject({ withheld: { amount: '7000000', code: 'cap_contract' } })
    const listed = await clerk.read(valueRoutes.claimBenefits, { body: { claims: [{ benefitId: benefits[1] ?? '', period: '2020-10', amount: '10800000' }, { benefitId: benefits[2] ?? '', period: '2020-10', amount: '3600001' }, { benefitId: benefits[2] ?? '', period: '2020-10', amount: '3600000' }] } })
    expect([listed.posted, listed.outcomes.map((outcome) => ('code' in outcome ? outcome.code : 'posted'))]).toEqual([2, ['posted', 'cap_contract', 'posted']])
    expect(listed.outcomes[1]).toMatchObject({ rule: 'V-8', words: expect.stringContaining('asked 36,000.01 GBP (not cash), allowed 36,000.00 GBP (not cash)'), values: { initiative: 'Forms' } })
    const [one] = await app.viewer.read(valueRoutes.readReconciliation, { query: { period: '2020-10' } })
    expect([one?.movement, one?.attributed.metric, one?.left, one?.closes, one?.refused.map(({ code }) => code).sort()]).toEqual([{ status: 'ok', value: '36000000' }, { status: 'ok', value: '32400000' }, '3600000', true, ['actual_missing', 'cap_contract', 'cap_contract']])
    expect(one?.attributed.why.terms?.map(({ term }) => term)).toEqual(['Measured movement', 'Claimed by Chatbot', 'Claimed by Training', 'Claimed by Forms', 'Left to claim', 'Unattributed'])
    // What another benefit of the initiative has claimed of the pool counts against its share.
    const further = await app.owner.read(valueRoutes.addBenefit, { body: { name: 'Fewer calls', initiativeId: chatbot, unit: 'GBP.noncash', measureId, ownerId: clerk.actor.accountId } })
    expect((await clerk.call(valueRoutes.claimBenefit, { body: { benefitId: further.id, period: '2020-10', amount: '1', evidence: 'Call statistics', earlyEvidence: 'Seen early' } })).body).toMatchObject({ code: 'cap_contract', values: { had: expect.stringContaining('180,000.00') } })
  })

  it('is verified by nobody of the own line, nor by an administrator, and only with a sample', async () => {
    const body = { benefitId: benefits[0] ?? '', period: '2020-10', amount: '18000000', sample: 'Ten of a hundred days' }
    expect(await chief.refused(valueRoutes.verifyClaim, { body })).toMatchObject({ code: 'verifier_dependent', detail: expect.stringContaining('Bea Owner reports to Chris Chief') })
    const administrator = await app.member('administrator')
    expect(await administrator.refused(valueRoutes.verifyClaim, { body })).toMatchObject({ code: 'role_insufficient' })
    expect(await finance.refused(valueRoutes.verifyClaim, { body: { ...body, sample: undefined } })).toMatchObject({ code: 'sample_missing' })
    const headers = { 'idempotency-key': '0197a3c4-5d6e-7f80-9a1b-2c3d4e5f6071' }
    const [once, again] = [await finance.call(valueRoutes.verifyClaim, { body }, headers), await finance.call(valueRoutes.verifyClaim, { body }, headers)]
    expect((again.body as { id: string }).id).toBe((once.body as { id: string }).id)
  })

  it('verifies and gives back many at once: each row by itself, as it was looked at, and once for each key', async () => {
    const waiting = async (who: typeof finance) => (await who.read(valueRoutes.listWaiting, {})).claims
    const [forms, training] = await waiting(finance)
    expect([forms, training]).toMatchObject([{ benefit: 'Minutes saved by Forms', amount: '3600000', version: 1, hindrance: null, claims: [{ by: 'Bea Owner' }] }, { benefit: 'Minutes saved by Training', amount: '10800000', periodState: 'open' }])
    expect((await waiting(chief)).map(({ hindrance }) => hindrance)).toEqual(['Bea Owner reports to Chris Chief', 'Bea Owner reports to Chris Chief'])
    const row = (of: typeof forms, change: object = {}) => ({ decision: 'verify' as const, benefitId: of?.benefitId ?? '', period: '2020-10', version: of?.version ?? 0, amount: of?.amount ?? '', sample: 'Ten of a hundred days', ...change })
    const codes = ({ outcomes }: { readonly outcomes: readonly object[] }) => outcomes.map((one) => ('code' in one ? one.code : 'posted'))
    expect(await chief.read(valueRoutes.judgeClaims, { body: { judgements: [row(forms), row(training)] } })).toMatchObject({ posted: 0, outcomes: [{ code: 'verifier_dependent', rule: 'V-13', words: expect.stringContaining('Bea Owner reports to Chris Chief') }, { code: 'verifier_dependent' }] })
    const body = { judgements: [row(forms, { amount: '3600001' }), row(training), row(training, { version: 9 }), row(forms, { sample: undefined }), row(forms, { decision: 'disallow' as const }), row(forms, { decision: 'disallow' as const, amount: '100000', reason: 'Counted twice' }), row(forms)] }
    expect(await finance.refused(valueRoutes.judgeClaims, { body: { ...body, all: true } })).toMatchObject({ code: 'claims_refused', values: { refused: 5, asked: 7 } })
    expect(await waiting(finance)).toHaveLength(2)
    const headers = { 'idempotency-key': '0197a3c4-5d6e-7f80-9a1b-2c3d4e5f6072' }
    const [once, again] = [await finance.call(valueRoutes.judgeClaims, { body }, headers), await finance.call(valueRoutes.judgeClaims, { body }, headers)]
    expect(codes(once.body as { outcomes: object[] })).toEqual(['balance_short', 'posted', 'claim_moved', 'sample_missing', 'reason_missing', 'posted', 'balance_short'])
    expect(again.body).toEqual(once.body)
    const [left] = await waiting(finance)
    expect(left).toMatchObject({ benefit: 'Minutes saved by Forms', amount: '3500000', version: 2 })
    await finance.read(valueRoutes.judgeClaims, { body: { judgements: [row(left)] } })
    await claim(clerk, 2, '100000')
    const [anew] = await waiting(finance)
    await finance.read(valueRoutes.judgeClaims, { body: { judgements: [row(anew)] } })
    expect(await waiting(finance)).toEqual([])
    expect(await balances('R20')).toEqual({ 'Minutes saved by Chatbot': '18000000', 'Minutes saved by Training': '10800000', 'Minutes saved by Forms': '3600000' })
  })

  it('closes a period, keeps what was known then, and restates afterwards by reversal', async () => {
    expect(await finance.refused(valueRoutes.closePeriod, { body: { period: '2199-12' } })).toMatchObject({ code: 'period_in_future' })
    await finance.read(valueRoutes.closePeriod, { body: { period: '2020-10' } })
    expect(await balances('M20')).toEqual({ 'Handling time': '3600000' })
    expect((await claim(clerk, 0, '1')).body).toMatchObject({ code: 'period_closed' })
    const { entries: [close] } = await app.owner.read(valueRoutes.listLedger, { query: { kind: 'close' } })
    await actual('8.5')
    const restated = await finance.read(valueRoutes.restateMeasurement, { body: { ...measurement(), reason: 'Calls were counted twice' } })
    expect([restated.difference, restated.entries.every(({ priorPeriod }) => priorPeriod), restated.toRenew.length]).toEqual(['-7200000', true, 4])
    expect(await balances('R10')).toEqual({ 'Minutes saved by Chatbot': '14400000', 'Minutes saved by Training': '8640000', 'Minutes saved by Forms': '2880000' })
    expect(await balances('R20', close?.at)).toEqual({ 'Minutes saved by Chatbot': '18000000', 'Minutes saved by Training': '10800000', 'Minutes saved by Forms': '3600000' })
    const period = await app.viewer.read(valueRoutes.readPeriodClose, { query: { period: '2020-10' } })
    expect([period.adjustments, period.totals[0]?.movement]).toEqual([[{ measure: 'Handling time', unit: 'GBP.noncash', amount: '-7200000' }], '28800000'])
    const [keeping] = await app.viewer.read(valueRoutes.readKeeping, {})
    // The page of value has no other figures of these initiatives than the ledger has.
    const { books, notes } = await app.viewer.read(valueRoutes.readValue, {})
    const book = books.find(({ unit }) => unit.cashClass === 'non_cash_releasing')
    const figures = book?.steps.flatMap(({ key, kind, metric }) => (kind === 'total' ? [[key, metric.status === 'ok' ? metric.value.minor : metric.status]] : []))
    expect([figures, book?.closes, book?.byInitiative.length, notes.some((note) => note.startsWith('3 initiatives are kept in the value ledger'))]).toEqual([[['promised', '36000000'], ['forecast', '25920000'], ['realised', '25920000']], true, 3, true])
    expect(books.filter(({ unit }) => unit.cashClass === 'na').flatMap(({ byInitiative }) => byInitiative.map(({ name }) => name))).toEqual([])
    expect([keeping?.closes, keeping?.steps.filter(({ amount }) => amount !== '0').map(({ key, amount }) => `${key} ${amount}`)]).toEqual([true, ['intended 36000000', 'original 36000000', 'current 36000000', 'shortfall -10080000', 'forecast 25920000', 'realised 25920000', 'unverified -25920000']])
  })

  it('moves what is still to come with the schedule since it was planned, and says that its history is too short', async () => {
    const place = { benefitId: benefits[0] ?? '', lines: [{ period: '2199-12', amount: '100000' }] }
    const { benefits: [own] } = await app.owner.read(valueRoutes.readRegister, {})
    const id = own?.initiativeId ?? ''
    const end = async (endOn: string) => {
      const { rows } = await app.owner.read(demandRoutes.listInitiatives, {})
      await app.owner.read(demandRoutes.changeInitiative, { params: { id }, body: { version: rows.find((one) => one.id === id)?.version ?? 0, endOn, why: 'Agreed' } })
    }
    const look = async (rate?: string) => (await app.viewer.read(valueRoutes.readKeeping, { query: { benefitId: own?.id ?? '', ...(rate ? { rate } : {}) } }))[0]?.outlook
    await end('2199-11-30')
    await clerk.read(valueRoutes.promiseBenefit, { body: { ...place, benefitId: own?.id ?? '' } })
    await app.owner.read(valueRoutes.approveBenefit, { body: { ...place, benefitId: own?.id ?? '' } })
    expect(await look()).toMatchObject({ planned: '100000', loss: { metric: { status: 'ok', value: '0' } }, benefits: [{ days: { status: 'ok', value: 0 }, fellBack: false, from: 'none', confidence: { metric: { status: 'undefined', reason: 'INSUFFICIENT_POINTS' } } }] })
    await end('2200-11-30')
    const late = await look('10')
    expect([late?.benefits[0]?.days, late?.benefits[0]?.expectedUntil, late?.years.map(({ planned, expected }) => [planned, expected])]).toEqual([{ status: 'ok', value: 365 }, '2200-12-31', [['100000', '0'], ['0', '100000']]])
    expect(late?.loss).toMatchObject({ metric: { status: 'ok', value: '9011' }, why: { formula: 'value-of-delay', note: expect.stringContaining('at 10% a year') } })
  })

  it('shows a period in which nothing moved, with what was refused of it, to who asks for those as well', async () => {
    await app.owner.read(valueRoutes.openPeriods, { body: { periods: [{ code: '2020-12', from: '2020-12-01', to: '2021-01-01' }] } })
    await app.owner.read(strategyRoutes.recordActual, { params: { id: measureId }, body: { on: '2020-12-31', value: '9.7' } })
    await finance.read(valueRoutes.measurePeriod, { body: { ...measurement(), period: '2020-12' } })
    const refused = (await clerk.call(valueRoutes.claimBenefit, { body: { benefitId: benefits[0] ?? '', period: '2020-12', amount: '100', evidence: 'Call statistics', earlyEvidence: 'Seen by operations' } })).body as { code: string }
    expect(await app.viewer.read(valueRoutes.readReconciliation, { query: { period: '2020-12' } })).toEqual([])
    for (const query of [{ period: '2020-12', unmoved: true }, { period: '2020-12', unmoved: true, limit: 5 }]) {
      const rows = await app.viewer.read(valueRoutes.readReconciliation, { query })
      expect(rows.map((one) => [one.measure, one.unit, one.movement, one.attributed.metric, one.left, one.closes, one.refused.map(({ code }) => code)])).toEqual([['Handling time', 'GBP.noncash', { status: 'ok', value: '0' }, { status: 'ok', value: '0' }, '0', true, [refused.code]]])
    }
  })

  it('has the balances of a replay, changes no entry, and stays within its organisation', async () => {
    expect(await withOrg(t.db, app.owner.actor, checkLedger)).toMatchObject({ differ: [], unsound: [], entries: expect.any(Number) })
    for (const table of ['ledger_entry', 'ledger_posting', 'ledger_account'] as const) await expect(t.db.deleteFrom(table).execute()).rejects.toThrow(/permission denied/)
    const posting = (account: RawBuilder<unknown>, entry: RawBuilder<unknown>) => sql`insert into ledger_posting (org_id, account_id, seq, entry_id, line, amount, balance) select org_id, ${account}, 999, ${entry}, 9, 1, 1 from ledger_posting limit 1`
    const refused = (statement: RawBuilder<unknown>, words: RegExp) => expect(writeAs(t.db, app.owner.actor, 'value.try', async (tx) => ok(await statement.execute(tx)))).rejects.toThrow(words)
    await refused(posting(sql`gen_random_uuid()`, sql`entry_id`), /refers by account_id to what is not in ledger_account/)
    await refused(posting(sql`account_id`, sql`gen_random_uuid()`), /refers by entry_id to what is not in ledger_entry/)
    await refused(sql`delete from benefit where id = ${benefits[1] ?? ''}`, /referred to by ledger_account/)
    const others = await app.secondOrganisation()
    expect((await others.owner.read(valueRoutes.listLedger, {})).entries).toEqual([])
    expect(await others.owner.refused(valueRoutes.claimBenefit, { body: { benefitId: benefits[0] ?? '', period: '2020-10', amount: '1' } })).toMatchObject({ code: 'benefit_unknown' })
  })
})

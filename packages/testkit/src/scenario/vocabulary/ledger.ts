import { strategyRoutes } from '@throughline/contract/strategy'
import { valueRoutes, type LedgerEntry, type Reconciliation, type Register } from '@throughline/contract/value'
import { words, checkTable, theOne } from '../check.ts'
import type { Row } from '../parse.ts'
import { readAmount, type Person } from '../pattern.ts'
import { checks, does, type Sentence } from '../sentence.ts'
import { accountOf, act, present, type World } from '../world.ts'
import { findInitiative, nobodysId, readStrategy } from './find.ts'

/** Sentences about the value ledger: what it stands on, its acts, and what is read of it. */
export const ledgerSentences: readonly Sentence[] = [
  does('{person} opens the value periods', async ({ world, table }, person) => act(world, person, valueRoutes.openPeriods, { body: { periods: present(table, 'table of periods').map(({ period = '', from = '', to = '' }) => ({ code: period, from, to })) } })),
  does('{person} registers in the ledger', async ({ world, table }, person) => {
    for (const row of present(table, 'table of measures')) await registerOne(world, person, row)
  }),
  does('{person} agrees on {text} once more', async ({ world, table }, person, name) => {
    const { id, version } = measureIn(await readRegister(world), name)
    await act(world, person, valueRoutes.changeAgreement, { params: { id }, body: { version, ...(await agreementOf(world, table?.[0] ?? {})) } })
  }),
  does('the benefits', async ({ world, table }) => {
    for (const row of present(table, 'table of benefits')) await addOne(world, row)
  }),
  does('{person} moves the benefit {text} to the measure {text}', async ({ world }, person, name, measure) => {
    const register = await readRegister(world)
    const { id, version } = theOne('benefit', register.benefits, (one) => one.name, name)
    await act(world, person, valueRoutes.changeBenefit, { params: { id }, body: { version, measureId: measureIn(register, measure).id } })
  }),
  does('{text} only helps others', async ({ world }, name) => act(world, 'the editor', valueRoutes.setAssist, { body: { initiativeId: (await findInitiative(world, name)).id, assists: true } })),
  does('{number} % of the planned {number} % have changed for {text} in {text}', async ({ world }, reached, planned, name, period) => act(world, 'the editor', valueRoutes.recordAdoption, { body: { benefitId: benefitIn(await readRegister(world), name).id, period, planned: Math.round(planned * 10_000), reached: Math.round(reached * 10_000) } })),
  does('the budget line {text} is lowered by {amount} in {text}', ({ world }, budgetLine, minor, period) => act(world, 'the owner', valueRoutes.recordReduction, { body: { budgetLine, period, amount: String(minor), reason: 'Budget of the year' } })),
  does('{person} reports to {person}', ({ world }, person, manager) => act(world, 'the owner', valueRoutes.setReportingLines, { body: { lines: [{ accountId: accountOf(world, person), managerId: accountOf(world, manager) }] } })),
  does('{person} posts', async ({ world, table }, person) => {
    for (const row of present(table, 'table of acts')) {
      await post(world, person, row)
      if ((world.answer?.status ?? 0) >= 300) return
    }
  }),
  does('{person} claims at once, all or none', async ({ world, table }, person) => {
    const register = await readRegister(world)
    const claims = present(table, 'table of claims').map(({ benefit = '', period = '', amount = '' }) => ({ benefitId: benefitIn(register, benefit).id, period, amount: amountIn(benefitIn(register, benefit).unit, amount), earlyEvidence: 'Seen in the accounts' }))
    await act(world, person, valueRoutes.claimBenefits, { body: { claims, all: true } })
  }),
  does('{person} judges at once', async ({ world, table }, person) => {
    const register = await readRegister(world)
    const judgements = present(table, 'table of judgements').map(({ decision = 'verify', benefit = '', period = '', amount = '', version = '1', sample, because }) => ({ decision: decision as 'verify', benefitId: benefitIn(register, benefit).id, period, version: Number(version), amount: amountIn(benefitIn(register, benefit).unit, amount), ...(sample ? { sample } : {}), ...(because ? { reason: because } : {}) }))
    await act(world, person, valueRoutes.judgeClaims, { body: { judgements, all: true } })
  }),

  checks('the ledger reads', async ({ world, table }) => checkTable('entries of the ledger', table, await readEntries(world), entryColumns)),
  checks('the reconciliation reads', async ({ world, table }) => checkTable('reconciliation', table, await world.home.viewer.read(valueRoutes.readReconciliation, {}), reconciliationColumns)),
]

const readRegister = ({ home }: World): Promise<Register> => home.viewer.read(valueRoutes.readRegister, {})
const readEntries = async ({ home }: World): Promise<readonly LedgerEntry[]> => (await home.viewer.read(valueRoutes.listLedger, { query: { limit: 200 } })).entries
const benefitIn = ({ benefits }: Register, name: string) => benefits.find((one) => one.name === name) ?? { id: nobodysId, unit: 'EUR.cash' }
const measureIn = ({ measures }: Register, name: string) => measures.find((one) => one.name === name) ?? { id: nobodysId, version: 1 }

const entryColumns = { act: words<LedgerEntry>(({ kind }) => kind.replaceAll('_', ' ')), by: words<LedgerEntry>(({ by }) => by.split(' ')[0] ?? ''), withheld: words<LedgerEntry>(({ withheld }) => (withheld ? euros(withheld.amount) : '')), because: words<LedgerEntry>(({ withheld }) => withheld?.code ?? '') }
const euros = (minor: string): string => String(Number(minor) / 100)
const reconciliationColumns = {
  measure: words<Reconciliation>(({ measure }) => measure), period: words<Reconciliation>(({ period }) => period), moved: words<Reconciliation>(({ movement }) => (movement.status === 'ok' ? euros(movement.value) : 'no figure')),
  attributed: words<Reconciliation>(({ attributed }) => (attributed.metric.status === 'ok' ? euros(attributed.metric.value) : 'no figure')), left: words<Reconciliation>(({ left }) => euros(left)), refused: words<Reconciliation>(({ refused }) => refused.map(({ code }) => code).join(' ')),
}

async function registerOne(world: World, person: Person, row: Row): Promise<void> {
  const measures = (await readStrategy(world)).measures
  await act(world, person, valueRoutes.registerMeasure, { body: { measureId: measures.find(({ name }) => name === row['measure'])?.id ?? nobodysId, unit: row['unit'] ?? 'EUR.cash', ...(await agreementOf(world, row)) } })
}

/** A contract as `Letters 0.5, Forms 0.5`; what is left blank is not agreed. */
async function agreementOf(world: World, { contract, counterfactual = 'trend', above }: Row) {
  const parts = contract ? contract.split(', ').map((part) => ({ name: part.slice(0, part.lastIndexOf(' ')), share: Number(part.slice(part.lastIndexOf(' ') + 1)) })) : []
  const shares = await Promise.all(parts.map(async ({ name, share }) => ({ initiativeId: (await findInitiative(world, name)).id, share: Math.round(share * 1_000_000) })))
  const higher = above ? [{ measureId: measureIn(await readRegister(world), above).id, numerator: 1, denominator: 1 }] : []
  return { counterfactual: counterfactual === 'none' ? null : { method: counterfactual as 'trend', level: 3 }, attribution: contract ? { method: 'contract' as const, shares } : null, above: higher }
}

async function addOne(world: World, row: Row): Promise<void> {
  const register = await readRegister(world)
  const { benefit = '', initiative = '', measure, unit = 'EUR.cash', adoption, owner } = row
  const after = row['leads to'] ? { leadsTo: benefitIn(register, row['leads to']).id } : {}
  await act(world, 'the editor', valueRoutes.addBenefit, { body: { name: benefit, initiativeId: (await findInitiative(world, initiative)).id, unit: unit || 'EUR.cash', ownerId: owner === 'none' ? null : accountOf(world, 'the editor'), measureId: measure ? measureIn(register, measure).id : null, ...(adoption ? { adoptionBy: adoption } : {}), ...after } })
}

/** Amounts of money in euros, of anything else in whole units. */
const amountIn = (unit: string, text: string): string => (unit.includes('.') ? String(readAmount(text)) : text)

async function post(world: World, person: Person, row: Row): Promise<void> {
  const register = await readRegister(world)
  const [benefit, into, bearer] = [benefitIn(register, row['benefit'] ?? ''), benefitIn(register, row['into'] ?? ''), benefitIn(register, row['borne by'] ?? '')]
  const measureId = measureIn(register, row['measure'] ?? '').id
  const [period, amount] = [row['period'] ?? '', amountIn(benefit.unit, row['amount'] || '0')]
  const said = { ...(row['because'] ? { reason: row['because'] } : {}), ...(row['evidence'] ? { evidence: row['evidence'] } : {}) }
  const adjusts = row['adjusts'] === 'yes' ? { adjusts: true } : {}
  const line = { benefitId: benefit.id, lines: [{ period, amount }], ...said }
  const place = { benefitId: benefit.id, period, amount, ...said, ...adjusts }
  const acts: Readonly<Record<string, () => Promise<unknown>>> = {
    promise: () => act(world, person, valueRoutes.promiseBenefit, { body: line }),
    approve: () => act(world, person, valueRoutes.approveBenefit, { body: line }),
    forecast: () => act(world, person, valueRoutes.forecastBenefit, { body: line }),
    deliver: () => act(world, person, valueRoutes.deliverBenefit, { body: line }),
    measure: () => act(world, person, valueRoutes.measurePeriod, { body: { measureId, period, counterfactual: { method: (row['method'] || 'trend') as 'trend', value: row['without'] || '10' }, volume: '100', source: 'system_of_record', ...(row['late'] === 'yes' ? { postHoc: true } : {}), ...said, ...adjusts } }),
    adjust: () => act(world, person, valueRoutes.adjustMeasurement, { body: { measureId, period, difference: amountIn('EUR.cash', row['amount'] || '0'), ...said, ...adjusts } }),
    claim: () => act(world, person, valueRoutes.claimBenefit, { body: { ...place, ...(row['up to the cap'] === 'yes' ? { upToCap: true } : {}), ...(row['early'] ? { earlyEvidence: row['early'] } : {}), ...(row['level'] ? { evidenceLevel: Number(row['level']) } : {}), ...(row['against'] ? { offset: { benefitId: bearer.id, amount: amountIn(bearer.unit, row['against']), evidenceLevel: Number(row['level'] || 0) } } : {}) } }),
    verify: () => act(world, person, valueRoutes.verifyClaim, { body: { ...place, ...(row['version'] ? { version: Number(row['version']) } : {}), ...(row['sample'] ? { sample: row['sample'] } : {}) } }),
    disallow: () => act(world, person, valueRoutes.disallowClaim, { body: place }),
    bank: () => act(world, person, valueRoutes.bankClaim, { body: { benefitId: benefit.id, period, lines: [{ budgetLine: row['line'] ?? '', amount }], ...(row['approved by'] ? { approvedBy: row['approved by'] } : {}), ...said } }),
    transfer: () => act(world, person, valueRoutes.transferBenefit, { body: { benefitId: benefit.id, from: period, to: row['to'] ?? '', amount, ...said } }),
    'write off': () => act(world, person, valueRoutes.writeOffBenefit, { body: { ...line, from: 'approved', ...(row['decision'] ? { decision: row['decision'] } : {}) } }),
    convert: () => act(world, person, valueRoutes.convertBenefit, { body: { ...place, into: { benefitId: into.id, period, amount: amountIn(into.unit, row['cash'] || '0') } } }),
    'soft close': () => act(world, person, valueRoutes.softClosePeriod, { body: { period, ...said } }),
    close: () => act(world, person, valueRoutes.closePeriod, { body: { period, ...said } }),
    reverse: async () => act(world, person, valueRoutes.reversePosting, { body: { entryId: (await readEntries(world)).find(({ kind }) => kind.replaceAll('_', ' ') === row['of'])?.id ?? nobodysId, ...said } }),
    restate: async () => {
      const strategy = await readStrategy(world)
      await act(world, person, strategyRoutes.recordActual, { params: { id: strategy.measures.find(({ name }) => name === row['measure'])?.id ?? nobodysId }, body: { on: row['on'] ?? '', value: row['actual'] ?? '' } })
      await act(world, person, valueRoutes.restateMeasurement, { body: { measureId, period, counterfactual: { method: 'trend', value: '10' }, volume: '100', source: 'system_of_record', reason: row['because'] || 'Counted twice' } })
    },
  }
  await present(acts[row['act'] ?? ''], `act called ${row['act']}`)()
}

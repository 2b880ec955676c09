import { invariant } from '../../../kernel/index.ts'
import { contract, exact, type Attribution, type BenefitTerms, type LedgerTerms, type MeasureTerms, type Measurement } from '../index.ts'

const attribution = (shares: Readonly<Record<string, bigint>>): Attribution => {
  const agreed = contract('2026-01-01T00:00:00Z', Object.entries(shares).map(([initiativeId, share]) => ({ initiativeId, share })))
  invariant(agreed.ok, 'the contract of the small world is sound')
  return agreed.value
}

/** A measure of the small world; agreed on before anything was measured. */
export function measureTerms(id: string, unit: string, shares: Readonly<Record<string, bigint>>, change: Partial<MeasureTerms> = {}): MeasureTerms {
  return { id, name: `Measure ${id}`, poolId: `pool-${id}`, unit, above: [], counterfactual: { registeredAt: '2026-01-01T00:00:00Z', method: 'trend', level: 3 }, attribution: attribution(shares), ...change }
}

export function benefitTerms(id: string, initiativeId: string, measureId: string, unit: string, change: Partial<BenefitTerms> = {}): BenefitTerms {
  return { id, name: `Benefit ${id}`, initiativeId, ownerId: `owner-${id}`, measureId, unit, counted: true, sharesPathWith: [], adoptionBy: [], needsAdoption: false, ...change }
}

const byId = <T extends { readonly id: string }>(all: readonly T[]): ReadonlyMap<string, T> => new Map(all.map((one) => [one.id, one]))

/**
 * Two initiatives on two measures of cash below one account, hours of one of them, and a disbenefit of the other. Periods 1 and 2 are
 * over on the day, period 3 is not. Small enough for every rule to meet every other.
 */
export const smallWorld: LedgerTerms = {
  today: '2026-03-15',
  periods: byId([{ id: '1', from: '2026-01-01', to: '2026-02-01' }, { id: '2', from: '2026-02-01', to: '2026-03-01' }, { id: '3', from: '2026-03-01', to: '2026-04-01' }]),
  initiatives: byId(['P', 'Q'].map((id) => ({ id, name: `Initiative ${id}`, assist: false, team: [`team-${id}`] }))),
  measures: byId([
    measureTerms('m1', 'EUR.cash', { P: 600_000n, Q: 300_000n }, { above: [{ poolId: 'pool-root', numerator: 1n, denominator: 1n }] }),
    measureTerms('m2', 'EUR.cash', { Q: 1_000_000n }, { above: [{ poolId: 'pool-root', numerator: 1n, denominator: 1n }] }),
    measureTerms('root', 'EUR.cash', {}),
    measureTerms('h', 'hour', { P: 1_000_000n }),
  ]),
  benefits: byId([
    benefitTerms('p', 'P', 'm1', 'EUR.cash'), benefitTerms('q1', 'Q', 'm1', 'EUR.cash'), benefitTerms('q2', 'Q', 'm2', 'EUR.cash'),
    benefitTerms('hours', 'P', 'h', 'hour'), benefitTerms('harm', 'Q', 'm1', 'EUR.cash'),
  ]),
  managers: new Map([['clerk', 'chief'], ['chief', 'board'], ['owner-p', 'chief']]),
  adoptionPolicy: 'limit',
  adoption: new Map(),
  reductions: new Map([['line 1', 50n], ['line 2', 80n]]),
}

/** A measurement that moves a measure by so many least units: higher is better, from a counterfactual of nothing. */
export const moving = (units: bigint): Measurement => ({
  actual: { value: exact(String(units)), state: 'approved', knownAt: '2026-03-01T00:00:00Z' },
  counterfactual: { method: 'trend', value: exact('0') },
  direction: 'higher', volume: exact('1'), unitValue: exact('1'), source: 'system_of_record',
})

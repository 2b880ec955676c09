import type { Attention, ClaimWarning, Unattributed } from '@throughline/contract/value'
import { toWire } from '@throughline/contract/wire'
import type { CivilDate } from '@throughline/engine/kernel'
import { explainWarning, inPeriod, openBook, unattributedByPool, warningsOf, warningWords, type ClaimCircumstances, type Warning } from '@throughline/engine/value'
import type { Tx } from '../../database/index.ts'
import { namesOf, readPools } from '../ledger/index.ts'
import { readAbove, readClaimed, readHistories, readMovements, readPoolBalances, readUnattributedPools, readUnmeasuredHarm, type ClaimedBenefit, type PoolMovement } from './attention-store.ts'
import { readCircumstances, type SaidOf } from './circumstances-store.ts'

/** Benefits of a warning and measures of a unit that one answer lists. */
const [mostBenefits, mostMeasures] = [50, 10]

/** What the figures show and what was said of how benefits are claimed. */
type Facts = {
  readonly said: ReadonlyMap<string, SaidOf>
  readonly histories: ReadonlyMap<string, readonly number[]>
  readonly above: ReadonlyMap<string, readonly string[]>
  readonly movements: ReadonlyMap<string, PoolMovement>
  readonly harm: ReadonlyMap<string, readonly string[]>
}

/** Warnings by rule, and what of the movement of measures is nobody’s. */
export async function presentAttention(tx: Tx, today: CivilDate): Promise<Attention> {
  const claimed = await readClaimed(tx)
  const above = await readAbove(tx)
  const movements = await readMovements(tx, [...new Set([...above.values()].flat())])
  const harm = Map.groupBy(await readUnmeasuredHarm(tx, today), ({ initiativeId, period }) => inPeriod(initiativeId, period))
  const facts: Facts = {
    said: await readCircumstances(tx), histories: await readHistories(tx), above,
    movements: new Map(movements.map((one) => [inPeriod(one.poolId, one.period), one])), harm: new Map([...harm].map(([key, own]) => [key, own.map(({ benefit }) => benefit)])),
  }
  return { warnings: warningsBy(claimed.flatMap((benefit) => warnedOf(benefit, facts))), unattributed: await presentUnattributed(tx), benefits: claimed.length, unsaid: claimed.filter(({ benefitId }) => !facts.said.has(benefitId)).length }
}

type Warned = { readonly key: Warning; readonly benefit: ClaimWarning['benefits'][number] }

/** The warnings of one benefit: each with the periods that it is about, explained by the last of them. */
function warnedOf(benefit: ClaimedBenefit, facts: Facts): readonly Warned[] {
  const found = new Map<Warning, { readonly periods: string[]; circumstances: ClaimCircumstances; organisationUnit: string }>()
  for (const period of benefit.periods) {
    const { circumstances, organisationUnit } = circumstancesOf(benefit, period, facts)
    for (const warning of warningsOf(circumstances)) {
      const before = found.get(warning)
      found.set(warning, { periods: [...(before?.periods ?? []), period], circumstances, organisationUnit })
    }
  }
  const { benefitId, benefit: name, initiativeId, initiative, unit, claimed, objective, measure } = benefit
  return [...found].map(([key, { periods, circumstances, organisationUnit }]) => ({
    key,
    benefit: { benefitId, benefit: name, initiativeId, initiative, unit, claimed, periods, why: toWire(explainWarning(key, circumstances, { benefit: name, amount: BigInt(claimed), unit, organisationUnit, objective: objective ?? '', measure: measure ?? '' })) },
  }))
}

/** What nobody has said is taken as what gives no warning. */
function circumstancesOf(benefit: ClaimedBenefit, period: string, { said, histories, above, movements, harm }: Facts): { readonly circumstances: ClaimCircumstances; readonly organisationUnit: string } {
  const own = said.get(benefit.benefitId)
  const organisation = (above.get(benefit.poolId ?? '') ?? []).flatMap((poolId) => movements.get(inPeriod(poolId, period)) ?? []).toSorted((a, b) => (a.amount < b.amount ? -1 : 1))[0]
  return {
    organisationUnit: organisation?.unit ?? benefit.unit,
    circumstances: {
      baseline: benefit.baseline === null ? null : Number(benefit.baseline), history: histories.get(benefit.measureId ?? '') ?? [], nature: own?.nature ?? 'saving', cash: benefit.unit.endsWith('.cash'),
      calledRunRate: own?.called_run_rate ?? false, periodsSeen: benefit.periods.length, exchangePart: BigInt(own?.exchange_part ?? '0'), priceBasis: own?.price_basis ?? ledgerPrices, measurePriceBasis: ledgerPrices,
      // A benefit that got worse is no saving, wherever it shows.
      organisationMovement: organisation === undefined || BigInt(benefit.claimed) < 0n ? null : organisation.amount, probabilityRecordedBefore: own?.probability_on !== null && own?.probability_on !== undefined,
      disbenefitsWithoutMeasurement: harm.get(inPeriod(benefit.initiativeId, period)) ?? [], objectiveRetired: benefit.objectiveRetired,
    },
  }
}

/** Amounts of the ledger are of the prices of their day. */
const ledgerPrices = 'nominal'

/** By rule in their fixed order, the largest claims first within a unit; amounts by unit. */
function warningsBy(all: readonly Warned[]): ClaimWarning[] {
  const groups = Map.groupBy(all, ({ key }) => key)
  return (Object.keys(warningWords) as Warning[]).flatMap((key): ClaimWarning[] => {
    const own = (groups.get(key) ?? []).map(({ benefit }) => benefit)
    if (own.length === 0) return []
    const units = [...Map.groupBy(own, ({ unit }) => unit)].sort(([a], [b]) => (a < b ? -1 : 1))
    const largest = units.flatMap(([, of]) => of.toSorted((a, b) => Math.abs(Number(b.claimed)) - Math.abs(Number(a.claimed))))
    return [{ key, ...warningWords[key], amounts: units.map(([unit, of]) => ({ unit, claimed: String(of.reduce((sum, { claimed }) => sum + BigInt(claimed), 0n)) })), benefits: largest.slice(0, mostBenefits), more: Math.max(0, own.length - mostBenefits) }]
  })
}

async function presentUnattributed(tx: Tx): Promise<Unattributed[]> {
  const pools = await readUnattributedPools(tx)
  if (pools.length === 0) return []
  const rows = await readPoolBalances(tx, pools)
  const measured = new Map(rows.flatMap(({ code, poolId, period, balance }) => (code === 'S20' ? [[inPeriod(poolId, period), { poolId, periodId: period, measureId: '', movement: -BigInt(balance), postHoc: false, grade: 'D' as const, firstKnownAt: '' }] as const] : [])))
  const book = openBook({ balances: rows.map(({ code, unit, period, poolId, balance }) => ({ account: { code, unit, periodId: period, poolId }, amount: BigInt(balance) })), entries: [], reversed: [], states: new Map(), measured, firstKnownAt: new Map(), offsets: new Map(), claimants: new Map() })
  const found = unattributedByPool(book, mostMeasures)
  const names = await namesOf(tx, found.map(({ poolId }) => poolId))
  const measures = new Map((await readPools(tx)).map(({ measure_id, pool_id }) => [pool_id, measure_id]))
  return found.map(({ poolId, unit, unattributed, movement, periods, why }) => ({
    measureId: measures.get(poolId) ?? null, measure: names.get(poolId) ?? '', unit, unattributed: String(unattributed), movement: String(movement), why: toWire(why), periods: periods.map((one) => ({ period: one.periodId, unattributed: String(one.unattributed), movement: String(one.movement) })),
  }))
}

import type { Outlook } from '@throughline/contract/value'
import { toWire } from '@throughline/contract/wire'
import { mapMetric, type Explained } from '@throughline/engine/kernel'
import { nominalRate } from '@throughline/engine/demand'
import { outlookOf, type Book, type Discounting, type PlannedBenefit, type PlannedLine, type Realisation } from '@throughline/engine/value'
import type { Tx } from '../../database/index.ts'
import { planCodes } from './balances-store.ts'
import { readRealisations, readSchedules, readUnitPaths, type Scheduled } from './outlook-store.ts'

/** Benefits of a unit of account that are listed; the others are counted. */
const mostBenefits = 50
/** Unless a rate is asked for: 3.5 % a year real, as in HM Treasury’s Green Book, and 2 % for prices, since amounts of the ledger are nominal. */
const usualRate = nominalRate(0.035, 0.02)

type Period = { readonly code: string; readonly from_on: string; readonly to_on: string }
/** What the outlook of every unit of account is worked out from. */
export type OutlookFacts = { readonly benefits: ReadonlyMap<string, Scheduled>; readonly paths: ReadonlyMap<string, readonly string[]>; readonly history: readonly Realisation[]; readonly discounting: Discounting & { readonly percent: string; readonly usual: boolean }; yearOf(day: string): number }

/** Reads schedules and history, where anything is still to come; undefined where nothing is. */
export async function readOutlookFacts(tx: Tx, book: Book, rate: string | undefined, yearOf: (day: string) => number): Promise<OutlookFacts | undefined> {
  const coming = [...book.balances.values()].filter(({ account, amount }) => amount !== 0n && planCodes.has(account.code) && book.states.get(account.periodId) !== 'closed')
  if (coming.length === 0) return undefined
  const schedules = await readSchedules(tx, [...new Set(coming.flatMap(({ account }) => account.benefitId ?? []))])
  const paths = await readUnitPaths(tx)
  const pathOf = (unitId: string | null): readonly string[] => (unitId === null ? [] : (paths.get(unitId) ?? []))
  const history = (await readRealisations(tx)).map(({ rate: reached, unitId }): Realisation => ({ rate: reached, classPath: pathOf(unitId) }))
  const percent = rate ?? (usualRate * 100).toFixed(2)
  const discounting = rate === undefined ? { rate: usualRate, percent, usual: true, basis: `${percent}% a year (3.5% real as in the Green Book, with 2% for prices)` } : { rate: Number(rate) / 100, percent, usual: false, basis: `${percent}% a year` }
  return { benefits: new Map(schedules.map((one) => [one.id, one])), paths, history, discounting, yearOf }
}

/** What is still to come in one unit of account within some periods; null where nothing is. */
export function presentOutlook(book: Book, unit: string, within: readonly Period[], { benefits, paths, history, discounting, yearOf }: OutlookFacts): Outlook | null {
  const periods = new Map(within.map((period) => [period.code, period]))
  const lines = new Map<string, Map<string, PlannedLine>>()
  for (const { account: { code, benefitId, periodId, unit: counted }, amount } of book.balances.values()) {
    const period = periods.get(periodId)
    if (counted !== unit || benefitId === undefined || !period || !planCodes.has(code) || book.states.get(periodId) === 'closed') continue
    const own = lines.get(benefitId) ?? new Map<string, PlannedLine>()
    const line = own.get(periodId) ?? { from: period.from_on, to: period.to_on, waiting: 0n, delivered: 0n }
    own.set(periodId, code === 'A30' ? { ...line, delivered: line.delivered + amount } : { ...line, waiting: line.waiting + amount })
    lines.set(benefitId, own)
  }
  const planned = [...lines].flatMap(([id, own]): readonly PlannedBenefit[] => {
    const found = benefits.get(id)
    return found ? [{ id, name: found.name, classPath: found.unitId === null ? [] : (paths.get(found.unitId) ?? []), lines: [...own.values()], endThen: found.endThen, endNow: found.endNow }] : []
  })
  const outlook = outlookOf(planned, { unit, discounting, history, yearOf })
  if (outlook.benefits.length === 0) return null
  return {
    discounting: { percent: discounting.percent, basis: discounting.basis, usual: discounting.usual, on: outlook.start === '' ? null : outlook.start },
    planned: String(outlook.planned), loss: amountToWire(outlook.loss), years: outlook.years.map((row) => ({ year: row.year, planned: String(row.planned), expected: String(row.expected) })), more: Math.max(0, outlook.benefits.length - mostBenefits),
    benefits: outlook.benefits.slice(0, mostBenefits).map(({ benefitId, confidence: { metric, why, from, fellBack }, ...one }) => {
      const found = benefits.get(benefitId)
      return {
        benefitId, benefit: found?.name ?? '', initiativeId: found?.initiativeId ?? '', initiative: found?.initiative ?? '', planned: String(one.planned), days: one.days, plannedUntil: one.plannedUntil, expectedUntil: one.expectedUntil,
        loss: amountToWire(one.loss), likely: amountToWire(one.likely), confidence: toWire({ metric, why }), from, fellBack,
      }
    }),
  }
}

const amountToWire = ({ metric, why }: Explained<bigint>) => ({ metric: toWire(mapMetric(metric, String)), why: toWire(why) })

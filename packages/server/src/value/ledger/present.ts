import type { Keeping, KeepingAsked, PeriodClose, Reconciliation, ReconciliationAsked, ValuePeriod } from '@throughline/contract/value'
import { toWire } from '@throughline/contract/wire'
import { daysBetween, mapMetric, type Explanation } from '@throughline/engine/kernel'
import { allocate, amountFigure, explainKeeping, explainReconciliation, explainStep, controlTotals, inPeriod, keepingCloses, keepingWords, movementChange, paceOf, promiseKeeping, reconcile, type Book, type MovedIn } from '@throughline/engine/value'
import type { Static } from 'typebox'
import type { Tx } from '../../database/index.ts'
import { readBook, readClose, readKeepingBook, readOpenActuals, readPoolPeriods, readRefused, readUnmeasured } from './balances-store.ts'
import { readMovedBefore } from './movements-store.ts'
import { namesOf } from './names-store.ts'
import { presentOutlook, readOutlookFacts } from './present-outlook.ts'
import { readPeriods, readPools } from './register-store.ts'
import { measuresOf } from './terms-store.ts'

/** Each pool and period with where its movement went, in the order of measures and periods. */
export async function presentReconciliation(tx: Tx, asked: Static<typeof ReconciliationAsked>): Promise<Reconciliation[]> {
  const all = await readPools(tx)
  const poolId = asked.measureId === undefined ? undefined : all.find(({ measure_id }) => measure_id === asked.measureId)?.pool_id
  if (asked.measureId !== undefined && poolId === undefined) return []
  const scope = { ...(asked.period === undefined ? {} : { period: asked.period }), ...(poolId === undefined ? {} : { poolId }) }
  const unmoved = asked.unmoved ?? false
  const book = await readBook(tx, asked.limit === undefined ? scope : { pools: await readPoolPeriods(tx, { ...scope, unmoved, limit: asked.limit, ...(asked.offset === undefined ? {} : { offset: asked.offset }) }) }, 'pools')
  const units = new Map(all.map(({ pool_id, unit }) => [pool_id, unit]))
  const rows = reconcile(book, unmoved ? (id) => units.get(id) : undefined)
  const pools = new Set(rows.map((row) => row.poolId))
  const terms = await measuresOf(tx, all.flatMap(({ measure_id, pool_id }) => (pools.has(pool_id) ? [measure_id] : [])))
  const byPool = new Map([...terms.values()].toReversed().map((measure) => [measure.poolId, measure]))
  const refused = Map.groupBy(await readRefused(tx, scope), (claim) => inPeriod(claim.pool_id ?? '', claim.period))
  const names = await namesOf(tx, rows.flatMap(({ byInitiative }) => [...byInitiative.keys()]))
  const moved = asked.changes ? await readMovedBefore(tx, [...pools]) : new Map<string, never>()
  return rows.map((one) => {
    const measure = byPool.get(one.poolId)
    const shares = measure?.attribution && one.movement.status === 'ok' ? allocate(measure.attribution, one.movement.value).byInitiative : undefined
    const attributed = explainReconciliation(one, { measure: measure?.name ?? '', period: one.periodId, initiatives: names })
    const sharers = [...new Set([...one.byInitiative.keys(), ...(shares?.keys() ?? [])])]
    return {
      measureId: measure?.id ?? null, measure: measure?.name ?? '', poolId: one.poolId, period: one.periodId, unit: one.unit, movement: toWire(mapMetric(one.movement, String)), attributed: { metric: toWire(mapMetric(attributed.metric, String)), why: toWire(attributed.why) },
      left: String(one.left), unattributed: String(one.unattributed), drawnBelow: String(one.drawnBelow), closes: one.closes, ...changeOf(moved.get(inPeriod(one.poolId, one.periodId)), one.unit), grade: book.measured.get(inPeriod(one.poolId, one.periodId))?.grade ?? null,
      claims: sharers.map((id) => ({ initiativeId: id, initiative: names.get(id) ?? 'Another initiative', amount: String(one.byInitiative.get(id) ?? 0n), share: shares?.has(id) ? String(shares.get(id)) : null })),
      refused: (refused.get(inPeriod(one.poolId, one.periodId)) ?? []).map(({ at, by, benefit, asked: amount, code, rule }) => ({ at, by, benefit, asked: amount, code, rule })),
    }
  }).sort((a, b) => (a.measure === b.measure ? (a.period < b.period ? -1 : 1) : a.measure < b.measure ? -1 : 1))
}

/** Why it moved otherwise than in the measured period before; nothing where there is none. */
function changeOf(moved: readonly [MovedIn, MovedIn] | undefined, unit: string): Pick<Reconciliation, 'change'> {
  if (!moved) return {}
  const { since, total, parts } = movementChange(...moved, unit)
  return { change: { since, total: { metric: toWire(mapMetric(total.metric, String)), why: toWire(total.why) }, parts: parts.map(({ key, amount, why }) => ({ key, amount: String(amount), why: toWire(why) })) } }
}

/** Promise-keeping of each unit of account; run-rate, in-year and cumulative are three figures. What is still to come follows the schedule. */
export async function presentKeeping(tx: Tx, { benefitId, initiativeId, from, until, rate }: Static<typeof KeepingAsked>, yearOf: (day: string) => number): Promise<Keeping[]> {
  const periods = await readPeriods(tx)
  const [first, last] = [periods.find(({ code }) => code === from)?.from_on, periods.find(({ code }) => code === until)?.to_on]
  const within = periods.filter(({ from_on, to_on }) => (first === undefined || from_on >= first) && (last === undefined || to_on <= last))
  const book = await readKeepingBook(tx, { benefitId, initiativeId, periods: within.map(({ code }) => code) })
  const coming = await readOutlookFacts(tx, book, rate, yearOf)
  const units = [...new Set([...book.balances.values()].flatMap(({ account }) => (account.benefitId === undefined ? [] : [account.unit])))].sort()
  return units.map((unit): Keeping => {
    // Missing is not zero: the run-rate is that of the last period in which something of the unit was verified.
    const verified = within.filter(({ code }) => [...book.balances.values()].some(({ account, amount }) => account.periodId === code && account.unit === unit && (account.code === 'R20' || account.code === 'R30') && amount !== 0n))
    const latest = verified.at(-1)
    const year = latest === undefined ? [] : periods.filter((one) => yearOf(one.from_on) === yearOf(latest.from_on) && Math.abs(daysBetween(one.from_on, one.to_on) - daysBetween(latest.from_on, latest.to_on)) <= 3)
    const keeping = promiseKeeping(book, { unit, periodIds: new Set(within.map(({ code }) => code)) })
    const [original, current] = explainKeeping(keeping, unit)
    const pace = paceOf(book, unit, verified.map(({ code }) => code), year.map(({ code }) => code))
    const paceWhy: Explanation = {
      term: 'Verified so far', figure: { status: 'ok', value: amountFigure(pace.cumulative, unit) }, formula: 'promise-keeping', note: `The run-rate is the last verified period${latest === undefined ? '' : `, ${latest.code}, times the ${year.length} of its year`}; in-year is that fiscal year so far; cumulative is all of it. They are never added.`,
      terms: [{ term: 'Run-rate of a year', figure: mapMetric(pace.runRate, (amount) => amountFigure(amount, unit)) }, { term: 'In the year', figure: { status: 'ok', value: amountFigure(pace.inYear, unit) } }],
    }
    return {
      unit, closes: keepingCloses(keeping), steps: keeping.steps.map((step, at) => {
        const { kind, codes, why } = explainStep(keeping, at, unit)
        return { key: step.key, label: keepingWords(step), kind, amount: String(step.amount), codes: [...codes], entryId: step.entryId ?? null, why: toWire(why) }
      }), againstOriginal: toWire(original), againstCurrent: toWire(current),
      pace: { runRate: toWire(mapMetric(pace.runRate, String)), inYear: String(pace.inYear), cumulative: String(pace.cumulative), why: toWire(paceWhy) },
      outlook: coming ? presentOutlook(book, unit, within, coming) : null,
    }
  })
}

/** What is open before a period can be closed: the same list for the page and for the act. */
export async function checklistOf(tx: Tx, period: Pick<ValuePeriod, 'code' | 'over'>, known?: Book): Promise<PeriodClose['checklist']> {
  const book = known ?? (await readBook(tx, { period: period.code }, 'pools'))
  const waiting = [...book.balances.values()].filter(({ account, amount }) => account.code === 'R10' && amount !== 0n)
  const broken = reconcile(book).filter(({ closes }) => !closes)
  const names = await namesOf(tx, [...waiting.flatMap(({ account }) => account.benefitId ?? []), ...broken.map(({ poolId }) => poolId)])
  const item = (key: PeriodClose['checklist'][number]['key'], open: readonly string[]): PeriodClose['checklist'][number] => ({ key, done: open.length === 0, open: [...open] })
  return [
    item('period_over', period.over ? [] : [period.code]), item('actuals_approved', [...new Set([...(await readOpenActuals(tx, period.code)), ...(await readUnmeasured(tx, period.code))])]),
    item('claims_verified', [...new Set(waiting.map(({ account }) => names.get(account.benefitId ?? '') ?? ''))]), item('pools_reconciled', broken.map(({ poolId }) => names.get(poolId) ?? poolId)),
  ]
}

/** A period with its checklist, control totals by unit, and what was adjusted after its close. */
export async function presentPeriod(tx: Tx, period: ValuePeriod): Promise<PeriodClose> {
  const book = await readBook(tx, { period: period.code }, 'all')
  const close = period.state === 'closed' ? await readClose(tx, period.code) : undefined
  return { period, checklist: await checklistOf(tx, period, book), totals: totalsOf(book), closedBy: close ? { entryId: close.id, by: close.by, at: close.at } : null, adjustments: close ? [...close.adjustments] : [] }
}

const totalsOf = (book: Book): PeriodClose['totals'] =>
  controlTotals(book).map(({ unit, amounts, why }) => ({ unit, ...toWire(amounts), why: toWire(why) }))

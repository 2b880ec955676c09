import { addDays, daysBetween, known, mapMetric, missing, notApplicable, numberFigure, type CivilDate, type Explained, type Explanation, type Metric } from '../../kernel/index.ts'
import { confidenceOf, type Confidence, type Realisation } from '../benefit/forecast.ts'
import { isMoneyUnit, magnitude, type UnitOfAccount } from './account.ts'
import { amountFigure } from './explain.ts'

/** What is still to come of a benefit in a period that is not closed: what waits for the change to be delivered, with what its owner expects beside it, and what is delivered. */
export type PlannedLine = { readonly from: CivilDate; readonly to: CivilDate; readonly waiting: bigint; readonly delivered: bigint }
/** A benefit with what is to come of it, and the end of its initiative as it was known when the benefit was last planned and as it is known now. Classes narrowest first. */
export type PlannedBenefit = { readonly id: string; readonly name: string; readonly classPath: readonly string[]; readonly lines: readonly PlannedLine[]; readonly endThen: CivilDate | null; readonly endNow: CivilDate | null }

/** What is to come of one benefit, once it follows the schedule. */
export type BenefitOutlook = {
  readonly benefitId: string
  readonly planned: bigint
  /** Days by which the end has moved since the benefit was last planned; missing where either end is. */
  readonly days: Metric<number>
  /** Last day of what is to come, as planned and as the schedule has it. */
  readonly plannedUntil: CivilDate
  readonly expectedUntil: CivilDate
  readonly loss: Explained<bigint>
  readonly likely: Explained<bigint>
  readonly confidence: Confidence
}
/** What is to come in one unit of account: by fiscal year as planned and as the schedule has it, and by benefit, the largest loss first. */
export type Outlook = { /** The day that present values are of; empty where nothing is to come. */ readonly start: CivilDate; readonly planned: bigint; readonly loss: Explained<bigint>; readonly years: readonly { readonly year: number; readonly planned: bigint; readonly expected: bigint }[]; readonly benefits: readonly BenefitOutlook[] }

/** How later is worth less: a nominal rate of a year, above −1, with where it comes from. */
export type Discounting = { readonly rate: number; readonly basis: string }
type Setting = { readonly unit: UnitOfAccount; readonly discounting: Discounting; readonly history: readonly Realisation[]; yearOf(day: CivilDate): number }

/**
 * What is to come, after the schedule (value-of-delay, forecast-confidence). What waits for delivery moves by as many days as the end of its
 * initiative has moved since the benefit was last approved, moved or forecast; what is delivered stays. Present values are of the first day
 * of the first period to come. What usually comes of such promises is from the organisation’s own history; a disbenefit is never made smaller by it.
 */
export function outlookOf(planned: readonly PlannedBenefit[], setting: Setting): Outlook {
  const all = planned.map((one) => ({ ...one, lines: one.lines.filter(({ waiting, delivered }) => waiting !== 0n || delivered !== 0n) })).filter(({ lines }) => lines.length > 0)
  const start = all.flatMap(({ lines }) => lines.map(({ from }) => from)).sort()[0] ?? ''
  const confidences = new Map<string, readonly [Confidence, Confidence]>()
  const confidenceFor = (path: readonly string[]): readonly [Confidence, Confidence] => {
    const key = path.join('\n')
    const found = confidences.get(key) ?? ([confidenceOf(setting.history, path, 0.5), confidenceOf(setting.history, path, 0.2)] as const)
    confidences.set(key, found)
    return found
  }
  const benefits = all.map((one) => benefitOutlook(one, start, confidenceFor(one.classPath), setting)).sort((a, b) => compare(size(b.loss), size(a.loss)) || compare(magnitude(b.planned), magnitude(a.planned)) || (a.benefitId < b.benefitId ? -1 : 1))
  const names = new Map(all.map(({ id, name }) => [id, name]))
  return { start, planned: benefits.reduce((sum, one) => sum + one.planned, 0n), loss: totalLoss(benefits, names, start, setting), years: yearsOf(all, setting), benefits }
}

/** By how many days the end has moved; missing is not zero. */
export function slipOf({ endThen, endNow }: Pick<PlannedBenefit, 'endThen' | 'endNow'>): Metric<number> {
  return endThen === null || endNow === null ? missing('end of the initiative') : known(daysBetween(endThen, endNow))
}

const sumOf = (lines: readonly PlannedLine[]): bigint => lines.reduce((sum, { waiting, delivered }) => sum + waiting + delivered, 0n)
const daysOf = (one: PlannedBenefit): number => {
  const days = slipOf(one)
  return days.status === 'ok' ? days.value : 0
}
const size = ({ metric }: Explained<bigint>): bigint => (metric.status === 'ok' ? magnitude(metric.value) : 0n)
const compare = (a: bigint, b: bigint): number => (a < b ? -1 : a > b ? 1 : 0)

function benefitOutlook(one: PlannedBenefit, start: CivilDate, [half, most]: readonly [Confidence, Confidence], { unit, discounting }: Setting): BenefitOutlook {
  const [planned, slip, moved] = [sumOf(one.lines), slipOf(one), daysOf(one)]
  const lastDay = (later: number): CivilDate => one.lines.map(({ to, waiting }) => addDays(to, waiting === 0n ? -1 : later - 1)).reduce((last, day) => (day > last ? day : last))
  const [before, after] = [presentValue(one.lines, 0, start, discounting.rate), presentValue(one.lines, moved, start, discounting.rate)]
  const loss: Metric<bigint> = isMoneyUnit(unit) ? mapMetric(slip, () => before - after) : notApplicable
  const likely: Metric<bigint> = planned < 0n ? known(planned) : mapMetric(half.metric, (share) => scaled(planned, share))
  const figure = (metric: Metric<bigint>): Explanation['figure'] => mapMetric(metric, (amount) => amountFigure(amount, unit))
  return {
    benefitId: one.id, planned, days: slip, plannedUntil: lastDay(0), expectedUntil: lastDay(moved), confidence: half,
    loss: {
      metric: loss,
      why: {
        term: `Present value that the delay of ${one.name} costs`, figure: figure(loss), formula: 'value-of-delay', note: `${slipWords(one)} Present values of ${start} at ${discounting.basis}`,
        terms: isMoneyUnit(unit) ? [{ term: 'Present value as planned', figure: figure(known(before)) }, { term: 'Present value as the schedule has it', figure: figure(mapMetric(slip, () => after)) }] : [],
      },
    },
    likely: {
      metric: likely,
      why: { term: `What usually comes of ${one.name}`, figure: figure(likely), formula: 'forecast-confidence', note: planned < 0n ? 'A disbenefit is not made smaller by what usually comes of promises' : (half.why.note ?? ''), terms: [{ term: 'Still to come as planned', figure: figure(known(planned)) }, half.why, most.why] },
    },
  }
}

function slipWords(one: PlannedBenefit): string {
  const days = slipOf(one)
  if (days.status !== 'ok') return 'Its initiative has no end that could move it.'
  if (days.value === 0) return `The end of its initiative is ${one.endNow}, as when it was planned.`
  return `The end of its initiative moved from ${one.endThen} to ${one.endNow}, ${Math.abs(days.value)} days ${days.value > 0 ? 'later' : 'earlier'}; what is not delivered yet moves with it.`
}

/** Amounts at the ends of their periods, those that wait so many days later, in least units rounded once. */
function presentValue(lines: readonly PlannedLine[], days: number, start: CivilDate, rate: number): bigint {
  const factor = (to: CivilDate, later: number): number => Math.pow(1 + rate, -(daysBetween(start, to) + later) / 365.25)
  return BigInt(Math.round(lines.reduce((sum, { to, waiting, delivered }) => sum + Number(waiting) * factor(to, days) + Number(delivered) * factor(to, 0), 0)))
}

const scaled = (amount: bigint, share: number): bigint => BigInt(Math.round(Number(amount) * share))

function totalLoss(benefits: readonly BenefitOutlook[], names: ReadonlyMap<string, string>, start: CivilDate, { unit, discounting }: Setting): Explained<bigint> {
  const moved = benefits.flatMap(({ benefitId, loss: { metric } }) => (metric.status === 'ok' && metric.value !== 0n ? [{ benefitId, amount: metric.value }] : []))
  const unknown = benefits.filter(({ days }) => days.status !== 'ok').length
  const sum: Metric<bigint> = !isMoneyUnit(unit) ? notApplicable : benefits.length > 0 && unknown === benefits.length ? missing('end of the initiatives') : known(moved.reduce((total, { amount }) => total + amount, 0n))
  return {
    metric: sum,
    why: {
      term: 'Present value that delays cost', figure: mapMetric(sum, (amount) => amountFigure(amount, unit)), formula: 'value-of-delay',
      note: `Present values of ${start} at ${discounting.basis}${unknown === 0 ? '' : `; of ${unknown} of ${benefits.length} benefits the end is not known, and they are not in it`}`,
      terms: [...moved.slice(0, 12).map(({ benefitId, amount }): Explanation => ({ term: names.get(benefitId) ?? '', figure: known(amountFigure(amount, unit)) })), ...(moved.length > 12 ? [{ term: 'Further benefits', figure: known(numberFigure(moved.length - 12)) }] : [])],
    },
  }
}

function yearsOf(all: readonly PlannedBenefit[], { yearOf }: Setting): Outlook['years'] {
  const years = new Map<number, { planned: bigint; expected: bigint }>()
  const add = (day: CivilDate, part: 'planned' | 'expected', amount: bigint): void => {
    const year = yearOf(day)
    const row = years.get(year) ?? { planned: 0n, expected: 0n }
    row[part] += amount
    years.set(year, row)
  }
  for (const one of all) {
    for (const { to, waiting, delivered } of one.lines) {
      const day = addDays(to, -1)
      add(day, 'planned', waiting + delivered)
      add(day, 'expected', delivered)
      add(addDays(day, daysOf(one)), 'expected', waiting)
    }
  }
  return [...years].sort(([a], [b]) => a - b).map(([year, row]) => ({ year, ...row }))
}

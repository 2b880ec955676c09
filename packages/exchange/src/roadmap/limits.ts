import { minorDigits } from '@throughline/engine/kernel'
import { limitTitle, type LimitUse, type RoadmapPinPrice, type RoadmapWording } from '@throughline/engine/portfolio'
import type { XlsxSheet } from '../xlsx/index.ts'
import { cellWriting, type RoadmapReport } from './report.ts'

/** Every limit by period: its use, its price at the margin in value for one more unit, and what solving again with a little more gave. */
export function limitsSheet(report: RoadmapReport, wording: RoadmapWording): XlsxSheet {
  const { value, number } = cellWriting(report)
  const valueUnit = report.valueUnit === 'money' ? report.currency : 'points'
  const confirmed = new Map(report.bottlenecks.map((each) => [`${each.limit.words} ${each.limit.period}`, each]))
  return {
    name: 'Limits',
    columns: [
      { label: 'Limit', kind: 'text' }, { label: 'Period', kind: 'text' }, { label: 'Counted in', kind: 'text' }, { label: 'Used', kind: 'number' }, { label: 'Limit holds', kind: 'number' }, { label: 'Use', kind: 'percent' }, { label: 'Binding', kind: 'text' },
      { label: `Price of one more (${valueUnit})`, kind: 'number' }, { label: 'More that was tried', kind: 'number' }, { label: `Brought (${valueUnit})`, kind: 'money' }, { label: `At most (${valueUnit})`, kind: 'money' },
    ],
    rows: report.answer.limits.map((limit) => {
      const { units, scale } = countedIn(limit, report)
      const tried = confirmed.get(`${limit.words} ${limit.period}`)
      const perUnit = (limit.price * scale) / (report.valueUnit === 'money' ? 10 ** minorDigits(report.currency) : 1_000)
      return [
        limitTitle(limit, wording), limit.period === null ? 'All periods' : wording.period(limit.period), units, number(limit.used / scale), number(limit.limit / scale),
        limit.limit > 0 ? number(Math.round((limit.used / limit.limit) * 10_000) / 100) : '', limit.price > 0 ? 'Yes' : 'No',
        limit.price > 0 ? number(Number(perUnit.toPrecision(12))) : '', tried ? number(tried.step / scale) : '', tried ? value(tried.gain) : '', tried ? value(tried.atMost) : '',
      ]
    }),
  }
}

/** What a limit counts, and how many of the engine's units make one of it. */
function countedIn({ constraint }: LimitUse, report: RoadmapReport): { readonly units: string; readonly scale: number } {
  if (constraint.kind === 'potBudget' || constraint.kind === 'potTotal') return { units: report.currency, scale: 10 ** minorDigits(report.currency) }
  return constraint.kind === 'poolCapacity' ? { units: 'people, days or hours of the pool', scale: 100 } : { units: 'initiatives', scale: 1 }
}

/** Every pin with who asked for it, why, and what it gives up. */
export function pinsSheet(report: RoadmapReport, wording: RoadmapWording): XlsxSheet {
  const { value } = cellWriting(report)
  const unit = report.valueUnit === 'money' ? report.currency : 'points'
  return {
    name: 'Pins',
    columns: [{ label: 'Initiative', kind: 'text' }, { label: 'Held', kind: 'text' }, { label: 'Asked for by', kind: 'text' }, { label: 'Because', kind: 'text' }, { label: `Gives up (${unit})`, kind: 'money' }, { label: `At most (${unit})`, kind: 'money' }],
    rows: report.pins.map(({ pin, price, atMost }) => [wording.nameOf(pin.candidateId), heldWords(pin, wording), pin.by ?? '', pin.because ?? '', value(price), value(atMost)]),
  }
}

function heldWords(pin: RoadmapPinPrice['pin'], { period }: RoadmapWording): string {
  if (pin.kind === 'must') return 'In'
  if (pin.kind === 'mustNot') return 'Out'
  return pin.from === pin.to ? `At ${period(pin.from)}` : `From ${period(pin.from)} to ${period(pin.to)}`
}

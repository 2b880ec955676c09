import { plainNumber } from '../sheet/index.ts'
import type { XlsxSheet } from '../xlsx/index.ts'
import { cellWriting, type RoadmapReport } from './report.ts'

/** Value against what is allowed: the best found, what none exceeds, and where more brings markedly less. */
export function frontierSheet(report: RoadmapReport): XlsxSheet {
  const { value, number } = cellWriting(report)
  const unit = report.valueUnit === 'money' ? report.currency : 'points'
  return {
    name: 'Frontier',
    columns: [{ label: 'Against', kind: 'text' }, { label: 'Allowed', kind: 'percent' }, { label: `Best found (${unit})`, kind: 'money' }, { label: `None exceeds (${unit})`, kind: 'money' }, { label: 'Go ahead', kind: 'number' }, { label: 'Recommended', kind: 'text' }],
    rows: report.frontiers.flatMap(({ against, points, knees }) =>
      points.map(({ percent, value: found, bound, plan }) => [against, number(percent), found === null ? '' : value(found), Number.isFinite(bound) ? value(bound) : '', plan === null ? '' : number(plan.length), knees.includes(percent) ? 'Knee' : '']),
    ),
  }
}

/** The figures of the proof, one a line. */
export function certificateSheet(report: RoadmapReport): XlsxSheet {
  const { answer, case: given } = report
  const { value, number } = cellWriting(report)
  const unit = report.valueUnit === 'money' ? report.currency : 'points'
  const line = (figure: string, amount: string, counted: string): readonly string[] => [figure, amount, counted]
  return {
    name: 'Certificate',
    columns: [{ label: 'Figure', kind: 'text' }, { label: 'Amount', kind: 'number' }, { label: 'Counted in', kind: 'text' }],
    rows: [
      line('Value of the plan', value(answer.value), unit),
      line('Penalties of moving', value(answer.penalties), unit),
      line('Paid for overtime and contractors', value(answer.overloads), unit),
      line('No plan is worth more than', value(answer.bound), unit),
      line('Bound that the prices prove by themselves', value(answer.certificate.rootBound), unit),
      line('Better at most', answer.gap === null ? '' : number(Number((answer.gap * 100).toPrecision(6))), 'percent of the value'),
      ...(answer.first === null ? [] : [line('First objective reached', number(answer.first.value), 'units of the case'), line('First objective kept at least', number(answer.first.least), 'units of the case')]),
      line('Proved: none is better', answer.proved ? '1' : '0', '1 yes, 0 no'),
      line('Go ahead', number(answer.plan.length), 'initiatives'),
      line('Candidates', number(given.candidates.length), 'initiatives'),
      line('Demands kept', number(given.constraints.length), 'demands'),
      line('Effort spent', number(answer.workUnits), 'units of work'),
    ],
  }
}

/** The prices of the limits, from which anybody computes the bound again with the case. */
export function pricesSheet({ answer, case: given }: RoadmapReport): XlsxSheet {
  return {
    name: 'Prices',
    columns: [{ label: 'Limit of the case', kind: 'text' }, { label: 'Period', kind: 'text' }, { label: 'Price in units of the case', kind: 'number' }],
    rows: answer.certificate.prices.map(({ of, at, price }) => [of, at === null ? 'All periods' : (given.periods[at] ?? ''), plainNumber(price)]),
  }
}

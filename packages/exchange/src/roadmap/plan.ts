import { chosenIn, costByPeriod, worthByPeriod, type Choice, type RoadmapVerdict } from '@throughline/engine/portfolio'
import type { XlsxColumn, XlsxKind, XlsxSheet } from '../xlsx/index.ts'
import { cellWriting, type RoadmapReport } from './report.ts'

const text = (label: string): XlsxColumn => ({ label, kind: 'text' })
const summed = (label: string, kind: XlsxKind): XlsxColumn => ({ label, kind, sum: true })
const total = (amounts: readonly number[]): number => amounts.reduce((sum, each) => sum + each, 0)

/** Every candidate, first those that go ahead in the order of their starts, with what it gives and takes and why it is in or out. */
export function planSheet(report: RoadmapReport, verdicts: readonly RoadmapVerdict[], reasons: ReadonlyMap<string, string>): XlsxSheet {
  const { case: given, answer, keys, from, record } = report
  const { money, value } = cellWriting(report)
  const plan = new Map(answer.plan.map((choice) => [choice.candidateId, choice]))
  const stood = new Map(record.map((choice) => [choice.candidateId, choice]))
  const ordered = [...verdicts].sort((a, b) => place(plan.get(a.candidateId)) - place(plan.get(b.candidateId)) || (a.candidateId < b.candidateId ? -1 : 1))
  const names = new Map(given.candidates.map(({ id, name }) => [id, name]))
  return {
    name: 'Plan',
    columns: [text('Key'), text('Initiative'), text('Verdict'), text('Starts in'), { label: 'Starts on', kind: 'date' }, text('Variant'), text('Starts in the plan of record'), summed(`Value (${unitOf(report)})`, 'money'), summed(`Cost in the periods (${report.currency})`, 'money'), text('Why')],
    rows: ordered.map(({ candidateId, gives }) => {
      const choice = plan.get(candidateId)
      const before = stood.get(candidateId)
      const variant = choice && chosenIn(given, choice)?.variant.name
      return [
        keys[candidateId] ?? '', names.get(candidateId) ?? candidateId, choice ? 'In' : 'Out', choice ? (given.periods[choice.start] ?? '') : '', choice ? (from[choice.start] ?? '') : '', variant ?? '', before ? (given.periods[before.start] ?? '') : '',
        choice ? value(gives) : '', choice ? money(total(costByPeriod(given, choice))) : '', reasons.get(candidateId) ?? '',
      ]
    }),
  }
}

const place = (choice: Choice | undefined): number => choice?.start ?? Number.MAX_SAFE_INTEGER
const unitOf = ({ valueUnit, currency }: RoadmapReport): string => (valueUnit === 'money' ? currency : 'points')

/** What goes ahead with its cost by period, and its sum. */
export function costSheet(report: RoadmapReport): XlsxSheet {
  const { money } = cellWriting(report)
  return byPeriod(report, 'Cost by period', report.currency, [], (choice) => costByPeriod(report.case, choice).map(money))
}

/** What goes ahead with what it counts for in the objective, in the period in which that comes. */
export function valueSheet(report: RoadmapReport): XlsxSheet {
  const { value } = cellWriting(report)
  return byPeriod(report, 'Value by period', unitOf(report), ['Later'], (choice) => {
    const { periods, later } = worthByPeriod(report.case, choice)
    return [...periods, later].map(value)
  })
}

function byPeriod(report: RoadmapReport, name: string, unit: string, more: readonly string[], amounts: (choice: Choice) => readonly string[]): XlsxSheet {
  const { case: given, answer, keys } = report
  const names = new Map(given.candidates.map((candidate) => [candidate.id, candidate.name]))
  return {
    name,
    columns: [text('Key'), text('Initiative'), ...[...given.periods, ...more].map((label) => summed(`${label} (${unit})`, 'money'))],
    rows: [...answer.plan].sort((a, b) => a.start - b.start).map((choice) => [keys[choice.candidateId] ?? '', names.get(choice.candidateId) ?? choice.candidateId, ...amounts(choice).map((amount) => (Number(amount) === 0 ? '' : amount))]),
  }
}

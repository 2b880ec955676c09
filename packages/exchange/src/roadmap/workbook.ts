import { verdictSentence, type RoadmapVerdict, type RoadmapWording, roadmapVerdicts } from '@throughline/engine/portfolio'
import { writeXlsx } from '../xlsx/index.ts'
import { limitsSheet, pinsSheet } from './limits.ts'
import { costSheet, planSheet, valueSheet } from './plan.ts'
import { certificateSheet, frontierSheet, pricesSheet } from './proof.ts'
import { cellWriting, type RoadmapReport } from './report.ts'

/** A roadmap as a workbook: plan with reasons, cost and value by period, limits with prices, pins, frontiers, and the figures of the certificate. */
export function writeRoadmap(report: RoadmapReport): Promise<Uint8Array> {
  const wording = wordingOf(report)
  const verdicts = roadmapVerdicts(report.case, report.answer)
  const reasons = new Map(verdicts.map((verdict: RoadmapVerdict) => [verdict.candidateId, verdictSentence(verdict, wording)]))
  const sheets = [
    planSheet(report, verdicts, reasons), costSheet(report), valueSheet(report), limitsSheet(report, wording),
    ...(report.pins.length > 0 ? [pinsSheet(report, wording)] : []),
    ...(report.frontiers.some(({ points }) => points.length > 0) ? [frontierSheet(report)] : []),
    certificateSheet(report), pricesSheet(report),
  ]
  const { objective } = report.case
  const sampled = objective.kind === 'robust' ? [{ label: 'Counted', text: `The value is what is reached in ${objective.confidencePercent}% of ${objective.worlds} sampled worlds; what each initiative gives is that of the middle world, so their sum is more.` }] : []
  return writeXlsx(sheets, [...report.notes, ...sampled])
}

/** Names and whole amounts, the same in every language: `GBP 1200.00`. */
function wordingOf(report: RoadmapReport): RoadmapWording {
  const { case: { candidates, pots, pools, periods }, objectives, currency, valueUnit } = report
  const names = new Map([...candidates, ...pots, ...pools, ...objectives.map(({ id, statement }) => ({ id, name: statement }))].map(({ id, name }) => [id, name]))
  const cells = cellWriting(report)
  return {
    nameOf: (id) => names.get(id) ?? id,
    period: (at) => periods[at] ?? (at < 0 ? 'earlier' : 'later'),
    value: (amount) => (valueUnit === 'money' ? `${currency} ${cells.money(amount)}` : `${Math.round(amount / 1_000)} points`),
    cost: (minor) => `${currency} ${cells.money(minor)}`,
    count: (amount, digits) => amount.toFixed(digits),
  }
}

import { planPartFromWire, valueRoutes, type BusinessPlan, type PlanLine, type PlanPart, type PlanTotal } from '@throughline/contract/value'
import { toWire } from '@throughline/contract/wire'
import { addDays, describeMetric } from '@throughline/engine/kernel'
import { explainPlanPart, planKindWords, planStages } from '@throughline/engine/value'
import { UsageError, wordAt, type Command } from '../terminal/command.ts'
import { explanationLines } from '../terminal/figures.ts'
import { oneOf } from '../terminal/pick.ts'
import { tableLines } from '../terminal/print.ts'
import { amountText } from './ledger-amounts.ts'

const show: Command = {
  name: 'value plan',
  summary: 'The business plan: what it moves, what benefits cover of it, what nobody delivers, what is claimed beyond it',
  options: { stage: { about: `${planStages.join(', ')} (promised unless said)`, takes: 'word' }, why: { about: 'Explain each line' } },
  run: async (typed, { call, print }) => {
    const stage = planStages.find((one) => one === (typed.one('stage') ?? 'promised'))
    if (!stage) throw new UsageError(`Found --stage ${typed.one('stage')}; expected ${planStages.join(', ')}.`)
    const found = await call(valueRoutes.readBusinessPlan, { query: { stage } })
    print.answer(found, () => (found.lines.length === 0 ? ['The business plan has no line yet.'] : planLines(found, typed.on('why'))))
  },
}

type Row = { readonly line: PlanLine; readonly part: PlanPart }
const said = (metric: PlanPart['covered'], unit: string): string => (metric.status === 'ok' ? amountText(metric.value, unit) : '-')
const share = (metric: PlanPart['coverage']): string => (metric.status === 'ok' ? `${Math.round(metric.value * 1000) / 10} %` : '-')

function planLines({ stage, totals, lines, free }: BusinessPlan, why: boolean): readonly string[] {
  const rows = lines.flatMap((line) => line.parts.map((part): Row => ({ line, part })))
  return [
    ...tableLines<PlanTotal>(totals, [
      { head: 'Kind', of: ({ kind }) => planKindWords[kind] }, { head: 'Ambition', of: ({ ambition, unit }) => said(ambition.metric, unit), right: true }, { head: 'Covered', of: ({ covered, unit }) => said(covered.metric, unit), right: true }, { head: 'No vehicle', of: ({ uncovered, unit }) => said(uncovered.metric, unit), right: true },
      { head: 'Coverage', of: ({ coverage }) => share(coverage.metric), right: true }, { head: 'Beyond', of: ({ over, unit }) => said(over.metric, unit), right: true }, { head: 'No baseline', of: ({ unknown }) => String(unknown), right: true },
    ]), '',
    ...tableLines<Row>(rows, [
      { head: 'Line', of: ({ line }) => line.name, widest: 40 }, { head: 'From', of: ({ part }) => part.from }, { head: 'To', of: ({ part }) => addDays(part.to, -1) }, { head: 'Ambition', of: ({ line, part }) => said(part.ambition, line.unit), right: true }, { head: 'Benefits', of: ({ line, part }) => said(part.claimed, line.unit), right: true },
      { head: 'Coverage', of: ({ part }) => share(part.coverage), right: true }, { head: 'Standing', of: ({ part }) => part.standing.replaceAll('_', ' ') },
    ]),
    ...rows.flatMap(({ line, part }) => (why ? ['', ...explanationLines(toWire(explainPlanPart(line, planPartFromWire(part), stage).coverage))] : part.coverage.status === 'ok' ? [] : [`${line.name}, ${part.from}: ${describeMetric(part.coverage)}.`])),
    ...lines.flatMap(({ name, apart }) => apart.map(({ benefit, amount, unit, from, to, because }) => `Not added up for ${name}: ${benefit}, ${from} to ${addDays(to, -1)}, ${amountText(amount, unit)} (${because.replaceAll('_', ' ')}).`)),
    ...(free.length > 0 ? [`Of no line: ${free.map(({ benefit }) => benefit).join(', ')}.`] : []),
  ]
}

/** What a line can be called by: its name alone, or with kind, department and unit where several have it. */
export const lineNames = ({ name, kind, department, unit }: Pick<PlanLine, 'name' | 'kind' | 'department' | 'unit'>): readonly string[] => [name, `(${[name, planKindWords[kind].toLowerCase(), department, unit].filter(Boolean).join(', ')})`]

const link: Command = {
  name: 'value plan-link',
  usage: '<benefit> <line>|none',
  summary: 'Say of which line of the business plan a benefit is a delivery vehicle; none takes it back',
  options: { because: { about: 'Why', takes: 'text' } },
  run: async (typed, { call, print }) => {
    const { lines, free } = await call(valueRoutes.readBusinessPlan, { query: {} })
    const benefit = oneOf('benefit', [...lines.flatMap(({ benefits }) => benefits), ...free].map(({ benefitId: id, benefit: name }) => ({ id, name })), wordAt(typed, 0, 'benefit'), ({ name }) => [name])
    const word = wordAt(typed, 1, 'plan line')
    const line = word === 'none' ? null : oneOf('plan line', lines, word, lineNames)
    await call(valueRoutes.linkBenefitToPlan, { body: { benefitId: benefit.id, lineId: line?.id ?? null, reason: typed.one('because') ?? '' } })
    print.answer({ benefitId: benefit.id, lineId: line?.id ?? null }, () => [line ? `${benefit.name} delivers ${line.name}.` : `${benefit.name} is of no line of the business plan any more.`])
  },
}

/** The business plan. */
export const planCommands: readonly Command[] = [show, link]

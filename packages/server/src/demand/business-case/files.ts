import type { BusinessCase, CaseAppraisal } from '@throughline/contract/demand'
import { flowKindWords, type CaseDocument, type DocumentTable } from '@throughline/exchange/business-case'
import type { ExportTable } from '@throughline/exchange/table'
import { basisWords } from '@throughline/engine/demand'
import { describeMetric, formatDecimal, minorDigits, type Metric } from '@throughline/engine/kernel'

/** What a file of a case is made from. */
export type CaseFile = { readonly organisation: string; readonly initiative: { readonly key: string; readonly name: string; readonly sponsor: string | null }; readonly shown: BusinessCase; readonly currency: string }

const stageWords = { light: 'Light business case', strategic_outline: 'Strategic outline case', outline: 'Outline business case', full: 'Full business case' } as const
const stateWords = { draft: 'Draft', submitted: 'Submitted, waits for a decision', superseded: 'Superseded', approved: 'Approved', returned: 'Returned to be worked over', rejected: 'Rejected' } as const
const kindWords = { do_nothing: 'Do nothing', do_minimum: 'Do minimum', do_something: 'Do something' } as const

/** Whole minor units as a decimal, as workbooks take it. */
const plain = (minor: string, currency: string): string => formatDecimal(BigInt(minor), minorDigits(currency))
/** An amount as a reader takes it: whole units, thousands apart. */
function amount(minor: string, currency: string): string {
  const whole = plain(minor, currency).replace(/\.\d+$/, '')
  return `${whole.replace(/\B(?=(\d{3})+$)/g, ',')} ${currency}`
}
const told = <T>(metric: Metric<T>, write: (value: T) => string): string => (metric.status === 'ok' ? write(metric.value) : describeMetric(metric))
const money = (currency: string) => ({ minor }: { readonly minor: bigint | string }): string => amount(String(minor), currency)
const number = (digits: number, unit = '') => (value: number): string => `${value.toFixed(digits)}${unit}`
const rate = (value: number): string => `${(value * 100).toFixed(2)} %`

const optionsOf = ({ shown }: CaseFile) => new Map(shown.options.map((option) => [option.id, option]))

/** Cash flow, appraisal, sensitivities, scenarios and the five cases as sheets; the first can be read again. */
export function caseTables(file: CaseFile): readonly ExportTable[] {
  const { shown, currency } = file
  const options = optionsOf(file)
  const nameOf = (id: string): string => options.get(id)?.name ?? ''
  const years = [...new Set(shown.options.flatMap(({ lines }) => lines.flatMap(({ amounts }) => amounts.map(({ year }) => year))))].sort((a, b) => a - b)
  const text = (key: string, label: string) => ({ key, label, kind: 'text' as const })
  const flow: ExportTable = {
    name: 'Cash flow', columns: [text('option', 'Option'), text('line', 'Line'), text('kind', 'Kind'), text('source', 'Source'), { key: 'low', label: 'Low %', kind: 'number' }, { key: 'high', label: 'High %', kind: 'number' }, ...years.map((year) => ({ key: `y${year}`, label: String(year), kind: 'money' as const })), text('given', 'Given by')],
    rows: shown.options.flatMap((option) => option.lines.map((line) => ({ option: option.name, line: line.name, kind: flowKindWords[line.kind], source: line.source, low: line.range?.low ?? null, high: line.range?.high ?? null, ...Object.fromEntries(line.amounts.map(({ year, minor }) => [`y${year}`, plain(minor, currency)])), given: line.given ? `${line.given.by}, ${line.given.at.slice(0, 10)}${line.given.from ? `, ${line.given.from}` : ''}` : '' }))),
  }
  const appraisal = shown.appraisal
  const table = (one: DocumentTable, name: string): ExportTable => ({ name, columns: one.columns.map((label, at) => text(`c${at}`, label)), rows: one.rows.map((row) => Object.fromEntries(row.map((cell, at) => [`c${at}`, cell]))) })
  return [
    flow, ...(appraisal ? [table(appraisalTable(appraisal, currency, nameOf), 'Appraisal'), { name: 'Sensitivity', columns: [text('option', 'Option'), ...sensitivityTable(appraisal.options[0]?.sensitivity ?? [], currency).columns.map((label, at) => text(`c${at}`, label))], rows: appraisal.options.flatMap(({ optionId, sensitivity }) => sensitivityTable(sensitivity, currency).rows.map((row) => ({ option: nameOf(optionId), ...Object.fromEntries(row.map((cell, at) => [`c${at}`, cell])) }))) }] : []),
    { name: 'Five cases', columns: [text('part', 'Case'), text('element', 'Element'), text('standing', 'Standing'), text('lacks', 'What is missing'), text('giver', 'Who gives it'), text('text', 'Text')], rows: shown.parts.flatMap(({ title, elements }) => elements.map((one) => ({ part: title, element: one.title, standing: one.standing.replace('_', ' '), lacks: one.lacks, giver: one.giver, text: one.text }))) },
  ]
}

const appraisalTable = ({ options }: CaseAppraisal, currency: string, nameOf: (id: string) => string): DocumentTable => ({
  caption: 'Options, best first by net present value against doing nothing', columns: ['Option', 'Place', 'Net present value against doing nothing', 'Net present value', 'Benefits, present value', 'Costs, present value', 'Benefit-cost ratio', 'Payback', 'Internal rate of return', 'Equivalent annual value'],
  rows: options.map(({ optionId, rank, figures, against }) => [nameOf(optionId), rank === null ? 'none' : String(rank), against ? told(against.net_present_value.metric, money(currency)) : 'measured against', told(figures.net_present_value.metric, money(currency)), told(figures.benefits.metric, money(currency)), told(figures.costs.metric, money(currency)), told((against ?? figures).ratio.metric, number(2)), told((against ?? figures).payback.metric, number(1, ' years')), told((against ?? figures).internal_rate.metric, rate), told(figures.equivalent_annual.metric, money(currency))]),
})

function sensitivityTable(sensitivity: CaseAppraisal['options'][number]['sensitivity'], currency: string): DocumentTable {
  const of = (unit: 'money' | 'percent' | 'year', value: number): string => (unit === 'money' ? amount(String(Math.round(value)), currency) : unit === 'percent' ? `${value.toFixed(2)} %` : `${value.toFixed(2)} years`)
  return {
    caption: 'Each assumption alone', columns: ['Assumption', 'Assumed', 'Low', 'High', 'Net present value at low', 'Net present value at high', 'Switching value'],
    rows: sensitivity.map(({ name, unit, base, low, high, said, atLow, atHigh, switching, switchesAt }) => [name, of(unit, base), of(unit, low), `${of(unit, high)}${said ? '' : ' (usual range)'}`, told(atLow, money(currency)), told(atHigh, money(currency)), switchesAt.length > 1 ? switchesAt.map((value) => of(unit, value)).join('; ') : told(switching.metric, (value) => of(unit, value))]),
  }
}

/** A version as the words of a document; of one that lacks anything it says so, and what. */
export function documentOf(file: CaseFile): CaseDocument {
  const { organisation, initiative, shown, currency } = file
  const options = optionsOf(file)
  const nameOf = (id: string): string => options.get(id)?.name ?? ''
  const { decided, appraisal, parts } = shown
  const preferred = shown.options.find(({ id }) => id === shown.preferred.optionId)
  const sensitivity = appraisal?.options.find(({ optionId }) => optionId === (preferred?.id ?? appraisal.bestId))
  const tables: Readonly<Record<string, readonly DocumentTable[]>> = { economic: [optionsTable(shown), ...(appraisal ? [appraisalTable(appraisal, currency, nameOf), ...(sensitivity ? [{ ...sensitivityTable(sensitivity.sensitivity, currency), caption: `Each assumption of ${nameOf(sensitivity.optionId)} alone` }] : []), ...scenarioTable(shown, appraisal, currency, nameOf)] : []), ...(appraisal ? [risksTable(shown, currency)] : [])], financial: appraisal && preferred ? [yearsTable(appraisal, preferred.id, currency, preferred.name)] : [] }
  const lists = (key: string) => (key === 'strategic' ? [{ title: 'Objectives served', entries: shown.objectives.map(({ name }) => name) }] : key === 'economic' ? [{ title: 'Not put into money', entries: shown.options.flatMap(({ name, unmonetised }) => unmonetised.map((one) => `${name}: ${one.name}${one.about ? `. ${one.about}` : ''}`)) }, { title: 'To be read with care', entries: shown.warnings }] : [])
  return {
    title: `${stageWords[shown.stage]}: ${initiative.name}`, subtitle: `${organisation}, version ${shown.no}`,
    facts: [
      ['Initiative', `${initiative.key} ${initiative.name}`], ['Version', String(shown.no)], ['State', `${stateWords[shown.state]}${decided ? ` by ${decided.by} on ${decided.at.slice(0, 10)}: ${decided.reason}` : ''}`], ['Sponsor', initiative.sponsor ?? 'nobody is named'], ['Drafted', `${shown.draftedBy}, ${shown.draftedAt.slice(0, 10)}`],
      ...(shown.submittedAt ? [['Submitted', `${shown.submittedBy ?? ''}, ${shown.submittedAt.slice(0, 10)}`] as const] : []), ['Preferred option', preferred ? `${preferred.name}. ${shown.preferred.reason}` : 'none'], ['Discounted by', basisWords(shown.basis)], ...(appraisal ? [] : [['Amounts', 'withheld from who asked for this document'] as const]),
    ],
    missing: shown.missing.map(({ part, element, lacks, giver }) => `${part}, ${element}: ${lacks} (${giver})`), ready: 'Ready for its gate: nothing that its stage asks for is missing.',
    sections: parts.map((part) => ({
      title: part.title, asks: `${part.asks} Given by: ${part.giver}.`, paragraphs: part.elements.filter(({ words, standing, text }) => words && (standing !== 'not_asked' || text !== '')).map(({ title, text }) => ({ title, text })), tables: tables[part.key] ?? [], lists: lists(part.key),
    })),
    footer: 'Options are ranked by net present value against doing nothing, never by ratio or rate of return. Each figure can be opened in the business case workbench down to who gave its lines.',
  }
}

const optionsTable = ({ options, basis }: BusinessCase): DocumentTable => ({
  caption: `Options, from ${basis.presentYear}`, columns: ['Option', 'Kind', 'What it is', 'Doubt of cost and benefits'], words: [1, 2, 3],
  rows: options.map(({ name, kind, about, bias, overrun, realised, estimate }) => [name, kindWords[kind], about, [...(estimate === 'p80' ? ['estimates hold a risk allowance (P80)'] : []), ...(bias ? [`optimism bias of ${bias.category.replaceAll('_', ' ')}, ${Math.round(bias.mitigation * 100)} % mitigated${bias.evidence ? ` (${bias.evidence})` : ''}`] : []), ...(overrun ? [`reference class ${overrun.name}, ${overrun.overruns.length} works, ${Math.round(overrun.acceptable * 100)} % may cost more`] : []), ...(realised ? [`benefits by what came of ${realised.name}`] : [])].join('; ') || (kind === 'do_nothing' ? '' : 'none')]),
})
const scenarioTable = ({ scenarios }: BusinessCase, { scenarios: tried }: CaseAppraisal, currency: string, nameOf: (id: string) => string): readonly DocumentTable[] => {
  const [first] = tried
  return first ? [{ caption: 'Several assumptions at once: net present value against doing nothing', columns: ['Scenario', ...first.worth.map(({ optionId }) => nameOf(optionId)), 'Then best'], rows: tried.map(({ id, worth, bestId }) => [scenarios.find((one) => one.id === id)?.name ?? '', ...worth.map((one) => told(one.worth, money(currency))), bestId ? nameOf(bestId) : '']) }] : []
}
const risksTable = ({ options }: BusinessCase, currency: string): DocumentTable => ({
  caption: 'Risks', columns: ['Risk', 'Option', 'Chance', 'Least', 'Likely', 'Most', 'Response', 'Answers for it'], words: [1, 6, 7],
  rows: options.flatMap(({ name, risks }) => risks.map((risk) => [risk.name, name, `${risk.chance} %`, amount(risk.lowMinor ?? '0', currency), amount(risk.likelyMinor ?? '0', currency), amount(risk.highMinor ?? '0', currency), risk.response, risk.owner])),
})
function yearsTable({ options }: CaseAppraisal, optionId: string, currency: string, name: string): DocumentTable {
  return { caption: `Cost and benefits of ${name} by year, with uplifts`, columns: ['Year', 'Cost', 'Benefits', 'Net', 'Discount factor'], rows: (options.find((one) => one.optionId === optionId)?.years ?? []).map(({ year, costMinor, benefitMinor, netMinor, factor }) => [String(year), amount(costMinor, currency), amount(benefitMinor, currency), amount(netMinor, currency), factor.toFixed(4)]) }
}

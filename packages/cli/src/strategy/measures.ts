import { strategyRoutes, type ActualPreview, type MeasureDetail } from '@throughline/contract/strategy'
import { decimalText, readParts, valueOfParts } from '@throughline/engine/strategy'
import { basename } from 'node:path'
import { UsageError, wordAt, type Command } from '../terminal/command.ts'
import { explanationLines, metricText, percent } from '../terminal/figures.ts'
import { tableLines } from '../terminal/print.ts'
import { findMeasure } from './find.ts'

const show: Command = {
  name: 'strategy measure',
  usage: '<measure>',
  summary: 'One measure: its periods against the agreed way, signals, and every record with when it was believed',
  options: { why: { about: 'Explain its attainment' } },
  run: async (typed, { call, print }) => {
    const { id } = await findMeasure(call, wordAt(typed, 0, 'measure'))
    const detail = await call(strategyRoutes.readMeasure, { params: { id } })
    print.answer(detail, () => [...measureLines(detail), ...(typed.on('why') ? ['', ...explanationLines(detail.row.attainment.why)] : [])])
  },
}

function measureLines({ row, points, limits, records }: MeasureDetail): readonly string[] {
  return [
    `${row.name} (${row.unit}): ${row.status.replaceAll('_', ' ')}, attained ${metricText(row.attainment.metric, (share) => percent(share))}`,
    ...(row.due ? [`Of the period from ${row.due.period.from}: ${row.due.standing.replaceAll('_', ' ')}, due on ${row.due.dueOn}.`] : []),
    ...(row.sameAs.length > 0 ? [`The same by definition as ${row.sameAs.map(({ name }) => name).join(', ')}.`] : []),
    metricText(limits, ({ mean, lower, upper, trial }) => `Usual between ${lower.toPrecision(4)} and ${upper.toPrecision(4)} about ${mean.toPrecision(4)}${trial ? ', on trial' : ''}.`),
    '',
    ...tableLines(points, [
      { head: 'Period from', of: ({ period }) => period.from },
      { head: 'Measured', of: ({ value }) => metricText(value, String), right: true, widest: 30 },
      { head: 'Expected', of: ({ expected }) => metricText(expected, (value) => String(Number(value.toPrecision(6)))), right: true, widest: 30 },
      { head: 'Signal', of: ({ signal, provisional }) => [signal ? `${signal.rule.replaceAll('_', ' ')}: ${signal.reading}` : '', provisional ? 'provisional' : ''].filter(Boolean).join(', ') },
    ]),
    '',
    ...tableLines(records.slice(0, 30), [
      { head: 'Of', of: ({ on }) => on },
      { head: 'Value', of: ({ value }) => value, right: true },
      { head: 'State', of: ({ state, until }) => (until === null ? state : `${state}, until ${until.slice(0, 16)}`) },
      { head: 'Recorded', of: ({ at }) => at.slice(0, 16) },
      { head: 'By', of: ({ by }) => by, widest: 24 },
    ]),
  ]
}

const recordParts: Command = {
  name: 'strategy record-parts',
  usage: '<measure> <date> <name=volume@price>...',
  summary: 'Record an actual with what it is made of, so that its changes are told by volume, mix, price and rate',
  options: { note: { about: 'What is to be known of it', takes: 'text' } },
  run: async (typed, { call, print }) => {
    const measure = await findMeasure(call, wordAt(typed, 0, 'measure'))
    const on = wordAt(typed, 1, 'date')
    const { parts, wrong } = readParts(typed.words.slice(2).join('\n'))
    if (parts.length === 0 || wrong.length > 0) throw new UsageError(`Found ${wrong[0] ?? 'no part'}; expected parts such as North=120@4.5, each name once.`)
    const value = decimalText(valueOfParts(measure.aggregation, parts))
    const note = typed.one('note')
    const batch = await call(strategyRoutes.recordActuals, { body: { via: 'interface', rows: [{ measureId: measure.id, on, value, parts: [...parts], ...(note === undefined ? {} : { note }) }] } })
    print.answer(batch, () => [`Recorded ${value} of ${measure.name} on ${on}, made of ${parts.length} parts. To take it back: throughline strategy undo-actuals ${batch.id}`])
  },
}

const change: Command = {
  name: 'strategy change',
  usage: '<measure> [date] [date]',
  summary: 'Why a measure differs between the periods of two days, or the last two, in parts that sum to the change exactly',
  options: { why: { about: 'Explain it' } },
  run: async (typed, { call, print }) => {
    const measure = await findMeasure(call, wordAt(typed, 0, 'measure'))
    const [, from, to] = typed.words
    const told = await call(strategyRoutes.readMeasureChange, { params: { id: measure.id }, query: { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) } })
    print.answer(told, () => [
      `${measure.name}, from the period of ${told.from.from} to that of ${told.to.from}: ${metricText(told.total.metric, String)}`,
      ...tableLines([['Before', metricText(told.before.metric, String)], ...told.parts.map(({ amount, why }) => [why.term, amount]), ['Then', metricText(told.now.metric, String)]], [{ head: 'Of it', of: ([term]) => term ?? '' }, { head: 'Amount', of: ([, amount]) => amount ?? '', right: true, widest: 60 }]),
      ...(typed.on('why') ? ['', ...explanationLines(told.total.why)] : []),
    ])
  },
}

const load: Command = {
  name: 'strategy load-actuals',
  usage: '<file>',
  summary: 'Record the actuals of a CSV or XLSX file in one act, after saying what they are',
  options: { preview: { about: 'Say what the file would record, and write nothing' } },
  run: async (typed, { call, print, readFile }) => {
    const path = wordAt(typed, 0, 'file')
    const preview = await call(strategyRoutes.previewActuals, { query: { fileName: basename(path) }, body: await readFile(path) })
    const rows = preview.rows.filter(({ becomes }) => becomes !== 'same')
    if (typed.on('preview') || rows.length === 0) return print.answer(preview, () => [...previewLines(preview), '', 'Nothing was written.'])
    for (const line of issueLines(preview)) print.remark(line)
    const batch = await call(strategyRoutes.recordActuals, {
      body: { via: 'file', fileName: preview.fileName, sha256: preview.sha256, rows: rows.map(({ measureId, on, value, before, state, source, note, parts }) => ({ measureId, on, value, state, source, note, seen: before, ...(parts.length > 0 ? { parts } : {}) })) },
    })
    print.answer(batch, () => [`Recorded ${batch.rows} actuals of ${preview.fileName}. To take them back: throughline strategy undo-actuals ${batch.id}`])
  },
}

const previewLines = (preview: ActualPreview): readonly string[] => [
  preview.recognised,
  ...tableLines(preview.rows, [
    { head: 'Line', of: ({ line }) => String(line), right: true },
    { head: 'Measure', of: ({ measure }) => measure },
    { head: 'On', of: ({ on }) => on },
    { head: 'Before', of: ({ before }) => before ?? '', right: true },
    { head: 'Value', of: ({ value }) => value, right: true },
    { head: 'Becomes', of: ({ becomes }) => becomes },
  ]),
  ...issueLines(preview),
]
const issueLines = ({ issues }: ActualPreview): readonly string[] => issues.map(({ line, column, found, expected }) => `${[line === null ? '' : `Line ${line}`, column ?? ''].filter(Boolean).join(', ') || 'The file'}: found ${found}; expected ${expected}.`)

const undo: Command = {
  name: 'strategy undo-actuals',
  usage: '[batch]',
  summary: 'Take a batch of actuals back; without one, list the last batches',
  run: async (typed, { call, print }) => {
    const batches = await call(strategyRoutes.listBatches, {})
    const [word] = typed.words
    if (word === undefined)
      return print.answer(batches, () => tableLines(batches, [{ head: 'Batch', of: ({ id }) => id }, { head: 'Rows', of: ({ rows }) => String(rows), right: true }, { head: 'From', of: ({ fileName, via }) => fileName ?? via }, { head: 'By', of: ({ by }) => by }, { head: 'At', of: ({ at }) => at.slice(0, 16) }, { head: 'Taken back', of: ({ undoneAt }) => undoneAt?.slice(0, 16) ?? '' }]))
    const undone = await call(strategyRoutes.undoBatch, { params: { id: word } })
    print.answer(undone, () => [`Took ${undone.rows} actuals back.`])
  },
}

export const measureCommands: readonly Command[] = [show, change, load, recordParts, undo]

import type { ActualBatch, ActualRecord, MeasureDetail, MeasureList, MeasurePoint } from '@throughline/contract/strategy'
import { toWire } from '@throughline/contract/wire'
import { addDays, mapMetric } from '@throughline/engine/kernel'
import { agreedOf, assurance, attainment, baselineDoubt, changesOf, expectedOn, scorecard } from '@throughline/engine/strategy'
import { presentMeasure } from '../present.ts'
import type { StoredStrategy } from '../store.ts'
import { duplicatesOf, presentRow, readingOf, type Presenting, type ReadMeasure } from './present-row.ts'
import type { StoredActual, StoredBatch } from './store.ts'

type Setting = Pick<Presenting, 'calendar' | 'today' | 'names'>

const presentingOf = (stored: StoredStrategy, setting: Setting): Presenting => ({ ...setting, objectives: new Map(stored.objectives.map((row) => [row.id, { statement: row.statement, perspectiveId: row.perspective_id }])), sameAs: duplicatesOf(stored.measures) })

/** Every measure of the strategy in force, with a composite for each perspective that is hidden where too little of it is known. */
export function presentMeasureList(stored: StoredStrategy, setting: Setting): MeasureList {
  const actualsOf = Map.groupBy(stored.actuals, (row) => row.measure_id)
  const presenting = presentingOf(stored, setting)
  const read = stored.measures.map((row) => readingOf(row, actualsOf.get(row.id) ?? [], setting.calendar))
  const weightOf = weightsOf(stored, read)
  const composite = (term: string, among: readonly ReadMeasure[]) => {
    const { metric, why, coverage } = scorecard(term, among.map(({ row, facts }) => ({ name: row.name, weight: weightOf(row.objective_id), attainment: attainment(facts).metric })))
    return { composite: toWire({ metric, why }), coverage }
  }
  return {
    perspectives: stored.perspectives.map(({ id, name }) => ({ id, name, ...composite(name, read.filter(({ row }) => presenting.objectives.get(row.objective_id)?.perspectiveId === id)) })),
    ...composite(stored.strategy.name || 'The strategy', read),
    measures: read.map((one) => presentRow(one, presenting)),
  }
}

/** The weight of an objective, parted alike among its measures. */
function weightsOf({ objectives }: StoredStrategy, read: readonly ReadMeasure[]): (objectiveId: string) => number {
  const counts = Map.groupBy(read, ({ row }) => row.objective_id)
  const weights = new Map(objectives.map((row) => [row.id, Number(row.weight)]))
  return (id) => (weights.get(id) ?? 0) / Math.max(1, counts.get(id)?.length ?? 0)
}

/** One measure with its chart and every record of it. */
export function presentMeasureDetail(stored: StoredStrategy, id: string, records: readonly StoredActual[], setting: Setting): MeasureDetail | undefined {
  const row = stored.measures.find((one) => one.id === id)
  if (!row) return undefined
  const actuals = stored.actuals.filter((one) => one.measure_id === id)
  const read = readingOf(row, actuals, setting.calendar)
  const { facts } = read
  return {
    measure: presentMeasure(row, actuals, facts), row: presentRow(read, presentingOf(stored, setting)), points: pointsOf(read), limits: limitsOf(read), records: records.map(presentRecord),
    changes: changesOf(facts, setting.calendar).slice(0, 12).map(({ from, to, parts, total }) => ({ from, to, parts: [...parts], total: toWire(total) })),
    baselineDoubt: facts.baseline === null || facts.actuals.length === 0 ? null : baselineDoubt(historyBefore(read), facts.baseline),
  }
}

/** What was measured up to the day of the baseline. */
function historyBefore({ facts, series }: ReadMeasure): readonly number[] {
  return series.flatMap(({ period, metric }) => (metric.status === 'ok' && (facts.baselineOn === null || addDays(period.to, -1) <= facts.baselineOn) ? [metric.value] : []))
}

const pointsOf = ({ facts, series, chart, chartFrom }: ReadMeasure): MeasurePoint[] =>
  series.map(({ period, metric, actuals }, at) => {
    const point = chart.points[at - chartFrom]
    return { period, value: metric, expected: expectedOn(facts, actuals.at(-1)?.on ?? addDays(period.to, -1)).metric, signal: point?.rule && point.reading ? { rule: point.rule, reading: point.reading } : null, provisional: actuals.some(({ state }) => state === 'provisional') }
  })

function limitsOf({ row, facts, series, chart, chartFrom }: ReadMeasure): MeasureDetail['limits'] {
  const target = agreedOf(facts)
  const { kind } = facts.direction
  return mapMetric(chart.limits, (limits) => ({
    mean: limits.mean, upper: limits.upper, lower: chart.lowerShown ?? limits.lower, trial: limits.trial, since: row.limits_from === null ? null : (series[chartFrom]?.period.from ?? null),
    assurance: target.status === 'ok' && (kind === 'higher' || kind === 'lower') ? assurance(limits, target.value.target.value, kind) : ('no_verdict' as const),
  }))
}

const presentRecord = ({ id, on_date, value, state, source, note, recorded_by, recorded_at, superseded_at, batch_id, version }: StoredActual): ActualRecord => ({ id, on: on_date, value, state, source, note, by: recorded_by, at: recorded_at, until: superseded_at, batchId: batch_id, version })

export const presentBatch = ({ id, via, file_name, sha256, row_count, recorded_by, recorded_at, undone_at, undone_by }: StoredBatch): ActualBatch => ({ id, via, fileName: file_name, sha256, rows: row_count, by: recorded_by, at: recorded_at, undoneAt: undone_at, undoneBy: undone_by })


import type { Benchmark, MeasureRow, PlanPoint } from '@throughline/contract/strategy'
import { toWire } from '@throughline/contract/wire'
import { addDays, undefinedBecause, type CivilDate, type Explained, type FiscalCalendar } from '@throughline/engine/kernel'
import { attainment, controlChart, expectedOn, identityText, periodEnds, placeAmong, reportDue, seriesOf, standing, type ControlChart, type MeasureFacts, type SeriesPoint } from '@throughline/engine/strategy'
import { measureFacts, unitOf } from '../store.ts'
import { settingsOf } from './settings.ts'
import type { StoredActual, StoredMeasure } from './store.ts'

/** What a measure tells of: an objective with its place, and the strategy of a unit where it is one of that. */
export type MeasuredObjective = { readonly statement: string; readonly perspectiveId: string | null; readonly strategy: MeasureRow['strategy'] }
/** What a list of measures is made from. */
export type Presenting = { readonly calendar: FiscalCalendar; readonly today: CivilDate; readonly names: ReadonlyMap<string, string>; readonly unitNames: ReadonlyMap<string, string>; readonly objectives: ReadonlyMap<string, MeasuredObjective>; readonly sameAs: ReadonlyMap<string, readonly { readonly id: string; readonly name: string }[]> }

/** A measure as its facts, its periods and its control chart: worked out once, for the row and for the page. */
export type ReadMeasure = { readonly row: StoredMeasure; readonly actuals: readonly StoredActual[]; readonly facts: MeasureFacts; readonly series: readonly SeriesPoint[]; readonly chart: ControlChart; /** Place of the first period that the limits are of. */ readonly chartFrom: number }

/** Values of the list’s small line. */
const sparkValues = 24

export function readingOf(row: StoredMeasure, actuals: readonly StoredActual[], calendar: FiscalCalendar): ReadMeasure {
  const facts = measureFacts(row, actuals)
  const series = seriesOf(facts, calendar)
  const since = settingsOf(row).limitsFrom?.on
  const chartFrom = since === undefined ? 0 : Math.max(0, series.findIndex(({ period }) => period.to > since))
  const values = series.slice(chartFrom).map(({ metric }) => (metric.status === 'ok' ? metric.value : null))
  const { kind } = facts.direction
  const chart = controlChart(values, { direction: kind === 'higher' || kind === 'lower' ? kind : 'neutral', ...(row.natural_least === null ? {} : { naturalLeast: Number(row.natural_least) }) })
  return { row, actuals, facts, series, chart, chartFrom }
}

/** A measure of the list. */
export function presentRow({ row, facts, series, chart }: ReadMeasure, { calendar, today, names, objectives, sameAs }: Presenting): MeasureRow {
  const settings = settingsOf(row)
  const latest = facts.actuals.at(-1)
  const due = reportDue(facts, calendar, today)
  const objective = objectives.get(row.objective_id)
  const signal = chart.points.at(-1)
  const values = series.map(({ metric }) => (metric.status === 'ok' ? metric.value : null))
  return {
    id: row.id, name: row.name, objectiveId: row.objective_id, objective: objective?.statement ?? '', perspectiveId: objective?.perspectiveId ?? null, strategy: objective?.strategy ?? null, unit: unitOf(row.unit), direction: row.direction, level: row.level, horizon: row.horizon,
    leading: row.is_leading, frequency: row.frequency, owner: row.owner, reporter: reporterOf(row, names), latest: latest ? { on: latest.on, value: String(latest.value), state: latest.state } : null, series: values.slice(-sparkValues),
    attainment: toWire(attainment(facts)), expected: toWire(expectedNow(facts, latest?.on)), status: standing(facts),
    due: due && { period: due.period, dueOn: addDays(due.period.to, row.due_after_days), standing: due.standing },
    signal: signal?.rule && signal.reading ? { rule: signal.rule, reading: signal.reading } : null,
    against: againstOf(facts, latest?.value, settings.benchmarks, today),
    ends: periodEnds(facts, settings.plan.map(planFigure), calendar, today).map((end) => toWire(end)),
    sameAs: [...(sameAs.get(row.id) ?? [])], version: row.version,
  }
}

const reporterOf = ({ reporter_id: id }: StoredMeasure, names: ReadonlyMap<string, string>): MeasureRow['reporter'] => (id === null ? null : { id, name: names.get(id) ?? 'Somebody who left' })
const planFigure = ({ kind, on, value }: PlanPoint) => ({ kind, on, value: Number(value) })

/** Where the measure should have stood when it was last measured. */
export function expectedNow(facts: MeasureFacts, on: CivilDate | undefined): Explained<number> {
  return on === undefined ? { metric: undefinedBecause('NO_ACTUALS'), why: { term: `Expected of ${facts.name}`, figure: undefinedBecause('NO_ACTUALS'), formula: 'trajectory' } } : expectedOn(facts, on)
}

/** The newest benchmark that can still be compared with, and where the latest actual stands in it. */
function againstOf(facts: MeasureFacts, actual: number | undefined, benchmarks: readonly Benchmark[], today: CivilDate): MeasureRow['against'] {
  const benchmark = benchmarks.filter(({ asOf, validUntil }) => asOf <= today && (validUntil === null || validUntil >= today)).toSorted((a, b) => (a.asOf < b.asOf ? 1 : -1))[0]
  if (!benchmark) return null
  const number = (text: string | null): number | null => (text === null ? null : Number(text))
  return { benchmark, place: placeAmong(facts, actual, { p25: number(benchmark.p25), p50: Number(benchmark.p50), p75: number(benchmark.p75) }) }
}

/** Measures that are one fact under several names, by the id of each. */
export function duplicatesOf(measures: readonly StoredMeasure[]): Presenting['sameAs'] {
  const byIdentity = Map.groupBy(measures, (row) => identityText({ name: row.name, definition: row.definition, unit: unitOf(row.unit), aggregation: row.aggregation, direction: { kind: 'higher' } }))
  return new Map([...byIdentity.values()].filter((alike) => alike.length > 1).flatMap((alike) => alike.map((row) => [row.id, alike.filter((other) => other.id !== row.id).map(({ id, name }) => ({ id, name }))] as const)))
}


import type { ActualBatch, ActualRecord, ChangeAsked, ChangeInParts, MeasureDetail, MeasureList, MeasurePoint, UnitStrategy } from '@throughline/contract/strategy'
import { toWire } from '@throughline/contract/wire'
import { addDays, mapMetric } from '@throughline/engine/kernel'
import { agreedOf, amountText, assurance, baselineDoubt, changeBetween, changesOf, expectedOn, type ChangeParts } from '@throughline/engine/strategy'
import type { Static } from 'typebox'
import { presentMeasure } from '../present.ts'
import { everyMeasure, factsOf, type StoredStrategy } from '../store.ts'
import { unitObjectivesOf } from '../tree/unit-objectives.ts'
import { duplicatesOf, presentRow, readingOf, type MeasuredObjective, type Presenting, type ReadMeasure } from './present-row.ts'
import { scorecardsOf } from './scorecards.ts'
import type { StoredActual, StoredBatch } from './store.ts'
import { warnedOf } from './warned.ts'

type Setting = Pick<Presenting, 'calendar' | 'today' | 'names' | 'unitNames'>

function presentingOf(stored: StoredStrategy, setting: Setting): Presenting {
  const own = stored.objectives.map((row) => [row.id, { statement: row.statement, perspectiveId: row.perspective_id, strategy: null }] as const)
  const strategyOf = new Map((stored.inForce.unit_strategies as readonly UnitStrategy[]).flatMap(({ id, name, objectives }) => objectives.map((one) => [one.id, { id, name }] as const)))
  const bands = new Map(own.map(([id, { perspectiveId }]) => [id, perspectiveId]))
  const below = unitObjectivesOf(stored.inForce.unit_strategies as readonly UnitStrategy[], factsOf(stored).objectives).map(({ id, statement, endsAt }) => [id, { statement, perspectiveId: bands.get(endsAt ?? '') ?? null, strategy: strategyOf.get(id) ?? null }] as const)
  // What a unit measures of itself is another fact than what the organisation measures, however alike they are defined.
  return { ...setting, objectives: new Map<string, MeasuredObjective>([...own, ...below]), sameAs: new Map([stored.measures, ...Map.groupBy(stored.unitMeasures, ({ objective_id: id }) => strategyOf.get(id)?.id).values()].flatMap((alone) => [...duplicatesOf(alone)])) }
}

/** Every measure in force, with a composite for each perspective that is hidden where too little of it is known; those of units by their own strategies. */
export function presentMeasureList(stored: StoredStrategy, setting: Setting): MeasureList {
  const actualsOf = Map.groupBy(stored.actuals, (row) => row.measure_id)
  const presenting = presentingOf(stored, setting)
  const read = everyMeasure(stored).map((row) => readingOf(row, actualsOf.get(row.id) ?? [], setting.calendar))
  const cards = scorecardsOf(stored, read.map(({ facts }) => facts), presenting)
  return { ...cards, measures: read.map((one) => presentRow(one, presenting)), warned: warnedOf(stored, read, presenting, cards.units) }
}

/** One measure with its chart and every record of it. */
export function presentMeasureDetail(stored: StoredStrategy, id: string, records: readonly StoredActual[], setting: Setting): MeasureDetail | undefined {
  const row = everyMeasure(stored).find((one) => one.id === id)
  if (!row) return undefined
  const actuals = stored.actuals.filter((one) => one.measure_id === id)
  const read = readingOf(row, actuals, setting.calendar)
  const { facts } = read
  return {
    measure: presentMeasure(row, actuals, facts, stored.measureLinks), row: presentRow(read, presentingOf(stored, setting)), points: pointsOf(read), limits: limitsOf(read), records: records.map(presentRecord),
    changes: changesOf(facts, setting.calendar).slice(0, 12).map(presentChange),
    baselineDoubt: facts.baseline === null || facts.actuals.length === 0 ? null : baselineDoubt(historyBefore(read), facts.baseline),
  }
}

/** Why a measure differs between the periods of two days; of those that are not given, the last two that were measured. */
export function presentMeasureChange(stored: StoredStrategy, id: string, { from, to }: Static<typeof ChangeAsked>, { calendar, today }: Pick<Setting, 'calendar' | 'today'>): ChangeInParts | undefined {
  const row = everyMeasure(stored).find((one) => one.id === id)
  if (!row) return undefined
  const { facts, series } = readingOf(row, stored.actuals.filter((one) => one.measure_id === id), calendar)
  const measured = series.flatMap(({ metric, period }) => (metric.status === 'ok' ? [period.from] : []))
  return presentChange(changeBetween(facts, calendar, from ?? measured.at(-2) ?? today, to ?? measured.at(-1) ?? today))
}

const presentChange = ({ from, to, before, now, parts, total }: ChangeParts): ChangeInParts => ({
  from, to, before: toWire(before), now: toWire(now), parts: parts.map(({ key, amount, why }) => ({ key, amount: amountText(amount), why: toWire(why) })), total: { metric: mapMetric(total.metric, amountText), why: toWire(total.why) },
})

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

const presentRecord = ({ id, on_date, value, state, source, note, recorded_by, recorded_at, superseded_at, batch_id, version, parts }: StoredActual): ActualRecord => ({ id, on: on_date, value, state, source, note, parts: (parts ?? []) as ActualRecord['parts'], by: recorded_by, at: recorded_at, until: superseded_at, batchId: batch_id, version })

export const presentBatch = ({ id, via, file_name, sha256, row_count, recorded_by, recorded_at, undone_at, undone_by }: StoredBatch): ActualBatch => ({ id, via, fileName: file_name, sha256, rows: row_count, by: recorded_by, at: recorded_at, undoneAt: undone_at, undoneBy: undone_by })


import type { DriftedTarget, GoalCheck, GoalList } from '@throughline/contract/strategy'
import { toWire } from '@throughline/contract/wire'
import type { FiscalCalendar } from '@throughline/engine/kernel'
import { bandOf, checkSmart, expectedGrade, gradeOf, objectiveGrade, targetDrift, type AgreedTarget, type Goal, type KeyResult, type SmartLetter, type SmartVerdict } from '@throughline/engine/strategy'
import type { Selectable } from 'kysely'
import { settingsOf } from '../measures/settings.ts'
import { measureRows, unitOf, type StoredStrategy } from '../store.ts'
import type { MeasureTable, ObjectiveTable } from '../tables.ts'
import { objectiveMixes } from './mixes.ts'

type Row = Selectable<MeasureTable>
type Actuals = StoredStrategy['actuals']
const letters: readonly SmartLetter[] = ['specific', 'measurable', 'attainable', 'relevant', 'timed']

/** Objectives in force as goals: what keeps each from being SMART, how far its key results are, and which targets moved since they were first agreed. */
export function presentGoals(stored: StoredStrategy, targets: ReadonlyMap<string, readonly AgreedTarget[]>, calendar: FiscalCalendar): GoalList {
  const { objectives, measures, actuals } = stored
  const [measuresOf, actualsOf] = [Map.groupBy(measureRows(measures, stored.measureLinks), (row) => row.objective_id), Map.groupBy(actuals, (row) => row.measure_id)]
  const keys = new Set(objectives.map((row) => row.stable_key))
  const goals = objectives.map((row): GoalCheck => {
    const own = measuresOf.get(row.id) ?? []
    const goal = goalOf(row, keys)
    const tried = own.map((measure) => ({ measure, smart: checkSmart({ ...goal, measure: goalMeasureOf(measure, actualsOf.get(measure.id) ?? []) }, calendar) }))
    const best = tried.toSorted((a, b) => passes(b.smart) - passes(a.smart))[0]
    const results = own.flatMap((measure) => keyResultOf(measure, actualsOf.get(measure.id) ?? []))
    const grade = results.length === 0 ? null : objectiveGrade(results)
    return {
      objectiveId: row.id, statement: row.statement, perspectiveId: row.perspective_id, owner: row.owner, deadline: row.deadline, by: best ? { id: best.measure.id, name: best.measure.name } : null,
      smart: (best?.smart ?? checkSmart(goal, calendar)).map(({ letter, passed, reasons }) => ({ letter, passed, reasons: [...reasons] })),
      keyResults: results.map((result) => {
        const own = gradeOf(result)
        return { measureId: result.id, name: result.name, kind: result.kind, weight: result.weight, grade: own, band: own.status === 'ok' ? bandOf(own.value) : null, expected: expectedGrade(result) }
      }),
      grade: grade && toWire(grade), band: grade?.metric.status === 'ok' ? bandOf(grade.metric.value) : null,
    }
  })
  return { goals, passed: letters.map((letter) => ({ letter, count: goals.filter(({ smart }) => smart.some((one) => one.letter === letter && one.passed)).length })), moved: movedTargets(measures, targets), mixes: objectiveMixes(stored) }
}

/** Targets in force that moved since they were first agreed; those beyond their leeway first, then by name. */
function movedTargets(measures: StoredStrategy['measures'], targets: ReadonlyMap<string, readonly AgreedTarget[]>): DriftedTarget[] {
  const drifted = measures.flatMap((row): readonly DriftedTarget[] => {
    const { leeway } = settingsOf(row)
    const agreed = row.target === null ? [] : (targets.get(row.id) ?? [])
    const [drift, since] = [targetDrift(agreed, leeway), agreed[0]?.since]
    if (drift === undefined || since === undefined || drift.moves.length === 0) return []
    return [{
      measureId: row.id, measure: row.name, objectiveId: row.objective_id, unit: unitOf(row.unit), first: drift.first, firstOn: since, now: drift.now, leeway, drift: toWire(drift.drift), beyond: drift.beyond,
      moves: drift.moves.map(({ share, ...move }) => ({ ...move, share: toWire(share) })),
    }]
  })
  return drifted.sort((a, b) => Number(b.beyond) - Number(a.beyond) || a.measure.localeCompare(b.measure, 'en'))
}

const passes = (verdicts: readonly SmartVerdict[]): number => verdicts.filter(({ passed }) => passed).length

/** The organisation’s own objectives need no parent; one that names a parent needs one in force. */
const goalOf = ({ statement, owner, deadline, parent_key: parent }: Selectable<ObjectiveTable>, keys: ReadonlySet<string>): Goal => ({
  statement, owner, corporate: true, parent: parent === null ? null : keys.has(parent) ? 'in_force' : 'retired', deadline, horizonEnd: null, measure: null,
})

/** A measure as goals are checked by it. What was reached before: approved actuals and how peers do, and the baseline beside them; the baseline alone says nothing of what can be reached. */
export function goalMeasureOf(row: Row, actuals: Actuals): NonNullable<Goal['measure']> {
  const number = (text: string | null): number | null => (text === null ? null : Number(text))
  const { benchmarks, targetReason } = settingsOf(row)
  const known = [...actuals.filter(({ state }) => state !== 'provisional').map(({ value }) => Number(value)), ...benchmarks.flatMap(({ p25, p50, p75 }) => [p25, p50, p75].flatMap((quartile) => (quartile === null ? [] : [Number(quartile)])))]
  const all = [...known, ...(row.baseline === null ? [] : [Number(row.baseline)])]
  const banded = row.direction === 'range' || row.direction === 'maintain'
  return {
    unit: row.unit === '' ? null : row.unit, source: row.data_source, baseline: number(row.baseline), baselineOn: row.baseline_on, target: number(banded ? row.band_low : row.target), frequency: row.frequency,
    reached: known.length === 0 ? null : { least: all.reduce((least, value) => Math.min(least, value), Infinity), greatest: all.reduce((greatest, value) => Math.max(greatest, value), -Infinity) }, rationale: targetReason,
  }
}

/** A measure as a key result, where it is one: a way from its baseline to its target, or whether it lies within its band. The latest actual counts. */
function keyResultOf(row: Row, actuals: Actuals): readonly KeyResult[] {
  const { keyResult } = settingsOf(row)
  if (keyResult === null) return []
  const latest = actuals.toSorted((a, b) => (a.on_date < b.on_date ? 1 : -1))[0]
  const actual = latest ? Number(latest.value) : null
  const named = { id: row.id, name: row.name, kind: keyResult.kind, weight: keyResult.weight }
  if (row.direction === 'range' || row.direction === 'maintain') return [{ ...named, progress: { kind: 'done', done: actual === null ? null : actual >= Number(row.band_low) && actual <= Number(row.band_high) } }]
  return row.baseline === null || row.target === null ? [{ ...named, progress: { kind: 'done', done: null } }] : [{ ...named, progress: { kind: 'way', start: Number(row.baseline), target: Number(row.target), actual } }]
}

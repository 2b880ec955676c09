import type { Benchmark, Course, MeasureSettings, PlanPoint } from '@throughline/contract/strategy'
import type { Direction } from '@throughline/engine/strategy'
import { refuse } from '@throughline/engine/kernel'
import type { Refusal } from '@throughline/contract/wire'
import type { Selectable, Updateable } from 'kysely'
import type { MeasureTable } from '../tables.ts'

/** How a measure is reported where nobody says otherwise. */
export const usualSettings: MeasureSettings = { level: 'outcome', band: null, course: { kind: 'linear' }, maxAgeDays: 400, dueAfterDays: 30, naturalLeast: null, reporterId: null, plan: [], benchmarks: [], limitsFrom: null, keyResult: null, targetReason: '', sheet: null, leeway: null }

/** The settings of a stored measure. */
export const settingsOf = (row: Selectable<MeasureTable>): MeasureSettings => ({
  level: row.level, band: row.band_low === null || row.band_high === null ? null : { low: row.band_low, high: row.band_high }, course: row.course as Course, maxAgeDays: row.max_age_days, dueAfterDays: row.due_after_days,
  naturalLeast: row.natural_least, reporterId: row.reporter_id, plan: row.plan as PlanPoint[], benchmarks: row.benchmarks as Benchmark[], limitsFrom: row.limits_from as MeasureSettings['limitsFrom'], keyResult: row.key_result as MeasureSettings['keyResult'], targetReason: row.target_reason, sheet: row.sheet as MeasureSettings['sheet'], leeway: row.leeway === null ? null : Number(row.leeway),
})

/** The columns of settings. */
export const settingColumns = (settings: MeasureSettings) =>
  ({
    level: settings.level, band_low: settings.band?.low ?? null, band_high: settings.band?.high ?? null, course: JSON.stringify(settings.course), max_age_days: settings.maxAgeDays, due_after_days: settings.dueAfterDays, natural_least: settings.naturalLeast,
    reporter_id: settings.reporterId, plan: JSON.stringify(settings.plan), benchmarks: JSON.stringify(settings.benchmarks), limits_from: settings.limitsFrom === null ? null : JSON.stringify(settings.limitsFrom), key_result: settings.keyResult === null ? null : JSON.stringify(settings.keyResult), target_reason: settings.targetReason, sheet: settings.sheet === null ? null : JSON.stringify(settings.sheet), leeway: settings.leeway === null ? null : String(settings.leeway),
  }) satisfies Updateable<MeasureTable>

/** The direction with its band; the table promises the band where the direction needs one. */
export function directionOf({ direction, band_low, band_high }: Pick<Selectable<MeasureTable>, 'direction' | 'band_low' | 'band_high'>): Direction {
  switch (direction) {
    case 'higher':
    case 'lower': return { kind: direction }
    case 'range': return { kind: 'range', low: Number(band_low), high: Number(band_high) }
    case 'maintain': return { kind: 'maintain', at: Number(band_low) }
  }
}

/** Why a band does not go with a direction: a range has two ends, a level to keep has one, and other directions have none. */
export function bandUnsound(direction: MeasureTable['direction'], band: MeasureSettings['band']): { readonly ok: false; readonly refusal: Refusal<'band_unsound'> } | undefined {
  const expected = bandExpected(direction, band)
  return expected === undefined ? undefined : refuse({ code: 'band_unsound', values: { direction, low: band?.low ?? 'none', high: band?.high ?? 'none', expected } } as const)
}

function bandExpected(direction: MeasureTable['direction'], band: MeasureSettings['band']): string | undefined {
  switch (direction) {
    case 'range': return band === null || Number(band.low) >= Number(band.high) ? 'a lower end below an upper end' : undefined
    case 'maintain': return band === null || Number(band.low) !== Number(band.high) ? 'the same level at both ends' : undefined
    case 'higher':
    case 'lower': return band === null ? undefined : 'no band, or the direction range'
  }
}

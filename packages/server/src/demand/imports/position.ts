import type { FieldSource, SourcedField } from '@throughline/engine/demand'
import type { CivilDate } from '@throughline/engine/kernel'
import { sourcesOf, type InitiativeRecord } from '../store/initiatives.ts'
import type { StagedContent, StagedReport } from './staged.ts'

/** The columns of an initiative that each field of a publication can set. */
export const partColumns = {
  name: ['name'], unit: ['unit_id'], category: ['category'], sponsor: ['sponsor'], description: ['description'], rating: ['rating_scale', 'rating_level', 'rating_as_of'], startOn: ['start_on'], endOn: ['end_on'],
  cost: ['cost_minor', 'cost_reason'], benefits: ['benefits_minor', 'benefits_reason'], inYearBaseline: ['in_year_baseline_minor', 'in_year_baseline_reason'], inYearForecast: ['in_year_forecast_minor', 'in_year_forecast_reason'],
} as const satisfies Readonly<Record<SourcedField, readonly (keyof InitiativeRecord)[]>>
export const sourcedFields = Object.keys(partColumns) as readonly SourcedField[]

/** The columns of an initiative that a publication can set. */
export type PositionColumns = Pick<InitiativeRecord, (typeof partColumns)[SourcedField][number] | 'sources' | 'flags' | 'position_on'>

/** A row of a publication with all that is known when it is applied. */
export type AppliedRow = { readonly row: Pick<StagedContent, 'parts'> & Pick<StagedReport, 'flags'>; readonly reportId: string; readonly unitId: string | null; readonly publication: string; readonly asOf: CivilDate }

/**
 * The current fields of an initiative after a publication: what it says counts, silence included, except for texts it leaves blank,
 * which stay, and for what a person has entered after the date of the position.
 */
export function positionOf(before: PositionColumns | undefined, { row, reportId, unitId, publication, asOf }: AppliedRow): PositionColumns {
  const earlier = sourcesOf(before?.sources)
  const entered = (field: SourcedField): boolean => {
    const source = earlier[field]
    return before !== undefined && source?.kind === 'entered' && source.at.slice(0, 10) > asOf
  }
  const parts = row.parts.filter(({ field, silent, columns }) => !entered(field) && !(before !== undefined && (silent || saysNothingNew(columns, before))))
  const columns = Object.assign({}, ...parts.map((part) => (part.field === 'unit' ? { unit_id: unitId } : part.columns))) as Partial<PositionColumns>
  const sources = Object.fromEntries(parts.flatMap(({ field, source }): readonly (readonly [SourcedField, FieldSource])[] => (source ? [[field, { kind: 'published', reportId, publication, asOf, ...source }]] : [])))
  return { ...blank, ...pick(before), ...columns, sources: { ...earlier, ...sources }, flags: [...row.flags], position_on: asOf }
}

/** Whether a figure that nobody has given yet is left blank here, too. */
const saysNothingNew = (columns: Readonly<Record<string, string | null>>, before: PositionColumns): boolean =>
  amounts.some((name) => columns[`${name}_reason`] === 'NOT_PUBLISHED' && before[`${name}_reason`] === null && before[`${name}_minor`] === null)
const amounts = ['cost', 'benefits', 'in_year_baseline', 'in_year_forecast'] as const

const blank = {
  name: '', unit_id: null, category: null, sponsor: null, description: '', rating_scale: null, rating_level: null, rating_as_of: null, start_on: null, end_on: null, cost_minor: null, cost_reason: null, benefits_minor: null, benefits_reason: null,
  in_year_baseline_minor: null, in_year_baseline_reason: null, in_year_forecast_minor: null, in_year_forecast_reason: null,
} as const satisfies Partial<PositionColumns>
const blankColumns = Object.keys(blank) as (keyof typeof blank)[]

const pick = (before: PositionColumns | undefined): Partial<PositionColumns> => (before ? Object.fromEntries(blankColumns.map((column) => [column, before[column]])) : {})

/** The fields in which two records differ; empty where nothing a reader would notice has changed. */
export const changedFields = (before: PositionColumns, after: PositionColumns): readonly SourcedField[] => sourcedFields.filter((field) => partColumns[field].some((column) => before[column] !== after[column]))

/** The columns in which two records differ, source and position apart. */
export function changedColumns(before: PositionColumns, after: PositionColumns): readonly (keyof PositionColumns)[] {
  const columns = changedFields(before, after).flatMap((field) => partColumns[field].filter((column) => before[column] !== after[column]))
  return before.flags.join() === after.flags.join() ? columns : [...columns, 'flags']
}

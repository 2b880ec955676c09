import type { SourcedField } from '@throughline/engine/demand'
import { partColumns } from './position.ts'
import type { StagedPart, StagedRow } from './staged.ts'

/** A part in few characters: field, what its columns would be in their order, whether it is silent, where it stands and as what where that is not its first column. */
type PackedPart = readonly [field: SourcedField, values: readonly (string | null)[], silent: 0 | 1, cell?: string, asPublished?: string]

/** Rows as JSON for the database. Their parts are one text: a value in a hundred thousand rows is read as often as it is taken apart. */
export const packedRows = (rows: readonly StagedRow[]): string => JSON.stringify(rows.map(({ content: { parts, ...content }, ...row }) => ({ ...row, content: { ...content, said: JSON.stringify(parts.map(packed)) } })))

/** The parts of a row as they were kept; `said` is what `packedRows` made of them. */
export const unpackedParts = (said: string): readonly StagedPart[] => (JSON.parse(said) as readonly PackedPart[]).map(unpacked)

function packed({ field, columns, silent, source }: StagedPart): PackedPart {
  // The column of a unit is found when the row is applied.
  const values = field === 'unit' ? [] : partColumns[field].map((column) => columns[column] ?? null)
  const mark = silent ? 1 : 0
  if (source === null) return [field, values, mark]
  return source.asPublished === values[0] ? [field, values, mark, source.cell] : [field, values, mark, source.cell, source.asPublished]
}

function unpacked([field, values, silent, cell, asPublished]: PackedPart): StagedPart {
  const columns = field === 'unit' ? {} : Object.fromEntries(partColumns[field].map((column, at) => [column, values[at] ?? null]))
  return { field, columns, silent: silent === 1, source: cell === undefined ? null : { cell, asPublished: asPublished ?? values[0] ?? '' } }
}

import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import type { SourcedField } from '@throughline/engine/demand'
import { partColumns } from './position.ts'
import type { RowIndex } from './row-index.ts'
import type { StagedContent, StagedPart, StagedRow } from './staged.ts'

/** Rows of a file that are kept in one piece; the first piece holds rows 1 to this. */
export const pieceRows = 250
/** The piece that holds the index of all rows. */
export const indexPiece = 0
/** The piece that a row is in: pieces count from 1. */
export const pieceOf = (number: number): number => Math.ceil(number / pieceRows)

/** A part in few characters: field, what its columns would be in their order, whether it is silent, where it stands and as what where that is not its first column. */
type PackedPart = readonly [field: SourcedField, values: readonly (string | null)[], silent: 0 | 1, cell?: string, asPublished?: string]
/** A row as it is kept. One that an earlier version has read keeps its parts as a text (`said`), or as they are. */
type PackedRow = Omit<StagedRow, 'content'> & { readonly content: Omit<StagedContent, 'parts'> & { readonly said?: readonly PackedPart[] | string; readonly parts?: readonly StagedPart[] } }

/** Rows as they are kept until they are applied: JSON, compressed. */
export const packedRows = (rows: readonly StagedRow[]): Uint8Array => packed(rows.map(({ content: { parts, ...content }, ...row }): PackedRow => ({ ...row, content: { ...content, said: parts.map(packedPart) } })))
export const unpackedRows = (bytes: Uint8Array): readonly StagedRow[] => (unpacked(bytes) as readonly PackedRow[]).map(({ content: { said, parts, ...content }, ...row }) => ({ ...row, content: { ...content, parts: parts ?? partsOf(said) } }))

export const packedIndex = (index: RowIndex): Uint8Array => packed(index)
export const unpackedIndex = (bytes: Uint8Array): RowIndex => unpacked(bytes) as RowIndex

const fastest = { params: { [constants.ZSTD_c_compressionLevel]: 1 } }
const packed = (value: unknown): Uint8Array => zstdCompressSync(JSON.stringify(value), fastest)

/** What a schema step has kept is plain JSON: it begins with a bracket, which nothing compressed does. */
const unpacked = (bytes: Uint8Array): unknown => JSON.parse((bytes[0] === 0x5b || bytes[0] === 0x7b ? Buffer.from(bytes) : zstdDecompressSync(bytes)).toString('utf8'))

const partsOf = (said: PackedRow['content']['said'] = []): readonly StagedPart[] => (typeof said === 'string' ? (JSON.parse(said) as readonly PackedPart[]) : said).map(unpackedPart)

function packedPart({ field, columns, silent, source }: StagedPart): PackedPart {
  // The column of a unit is found when the row is applied.
  const values = field === 'unit' ? [] : partColumns[field].map((column) => columns[column] ?? null)
  const mark = silent ? 1 : 0
  if (source === null) return [field, values, mark]
  return source.asPublished === values[0] ? [field, values, mark, source.cell] : [field, values, mark, source.cell, source.asPublished]
}

function unpackedPart([field, values, silent, cell, asPublished]: PackedPart): StagedPart {
  const columns = field === 'unit' ? {} : Object.fromEntries(partColumns[field].map((column, at) => [column, values[at] ?? null]))
  return { field, columns, silent: silent === 1, source: cell === undefined ? null : { cell, asPublished: asPublished ?? values[0] ?? '' } }
}

import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { readCsv, type Delimiter, type Encoding } from '../csv/index.ts'
import type { Issue, Refusal, Sheet } from '../sheet/index.ts'
import { foreignFormat, startsAsZip } from './foreign.ts'
import { readXlsx } from '../xlsx/index.ts'

export type FormatKey = 'csv' | 'xlsx'
/** A file as it was read. */
export type ReadFile = { readonly format: FormatKey; readonly sheets: readonly Sheet[]; readonly issues: readonly Issue[]; readonly recognised: Recognised }

/** What a file was taken to be, and why. */
export type Recognised = { readonly label: string; readonly because: string; readonly encoding?: Encoding; readonly encodingBecause?: string; readonly delimiter?: Delimiter }

/** Bytes of the largest file that is opened. */
export const maxFileBytes = 100 * 1024 * 1024

type Format = {
  readonly label: string
  /** Endings for a file picker. */
  readonly endings: readonly string[]
  readonly read: (bytes: Uint8Array, fileName: string) => Promise<Result<Omit<ReadFile, 'format'>, Refusal>>
}

/** The formats that tables are read from. A new format is a folder and an entry here. */
export const formats: Readonly<Record<FormatKey, Format>> = {
  csv: {
    label: 'CSV (comma, semicolon, tab or bar)', endings: ['.csv', '.tsv', '.txt'],
    read: async (bytes, fileName) => {
      const file = readCsv(bytes, fileName)
      if (!file.ok) return file
      const { sheet, issues, encoding, encodingBecause, delimiter } = file.value
      return ok({ sheets: [sheet], issues, recognised: { label: 'text with cells', because: `its cells are separated by ${delimiterNames[delimiter]}`, encoding, encodingBecause, delimiter } })
    },
  },
  xlsx: { label: 'Excel workbook', endings: ['.xlsx', '.xlsm'],
    read: async (bytes, fileName) => {
      const file = await readXlsx(bytes, fileName)
      return file.ok ? ok({ ...file.value, recognised: { label: 'Excel workbook', because: 'it is a container with the parts of a workbook' } }) : file
    },
  },
}

const delimiterNames: Readonly<Record<Delimiter, string>> = { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'bars' }

/** The refusal of a file for its size alone, before any of it is held; undefined where it may be read. */
export function refuseBySize(byteLength: number, fileName: string, limit = maxFileBytes): Refusal | undefined {
  return byteLength > limit ? { code: 'TOO_LARGE', fileName, measure: 'bytes', found: byteLength, limit } : undefined
}

/** Bytes that arrive in pieces, as one; refused as soon as they are more than `limit`, so that no more than that is ever held. */
export async function collectBytes(pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>, fileName: string, limit = maxFileBytes): Promise<Result<Uint8Array, Refusal>> {
  const held: Uint8Array[] = []
  let size = 0
  for await (const piece of pieces) {
    size += piece.length
    const refusal = refuseBySize(size, fileName, limit)
    if (refusal) return refuse(refusal)
    held.push(piece)
  }
  const bytes = new Uint8Array(size)
  let at = 0
  for (const piece of held) {
    bytes.set(piece, at)
    at += piece.length
  }
  return ok(bytes)
}

/** The format of a file, from its first bytes; the name only helps to say what an unreadable file is. */
export function recognise(bytes: Uint8Array, fileName: string): Result<FormatKey, Refusal> {
  if (bytes.length === 0) return refuse({ code: 'EMPTY_FILE', fileName })
  const tooLarge = refuseBySize(bytes.length, fileName)
  if (tooLarge) return refuse(tooLarge)
  const foreign = foreignFormat(bytes, fileName)
  return foreign ? refuse(foreign) : ok(startsAsZip(bytes) ? 'xlsx' : 'csv')
}

/** The sheets of a file, cells as published. Never throws for what the bytes may be. */
export async function readSheets(bytes: Uint8Array, fileName: string): Promise<Result<ReadFile, Refusal>> {
  const format = recognise(bytes, fileName)
  if (!format.ok) return format
  const file = await formats[format.value].read(bytes, fileName)
  return file.ok ? ok({ format: format.value, ...file.value }) : file
}

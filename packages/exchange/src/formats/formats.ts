import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { readCsv } from '../csv/index.ts'
import type { Issue, Refusal, Sheet } from '../sheet/index.ts'
import { readXlsx } from '../xlsx/index.ts'

export type FormatKey = 'csv' | 'xlsx'
export type ReadFile = { readonly format: FormatKey; readonly sheets: readonly Sheet[]; readonly issues: readonly Issue[] }

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
      return file.ok ? ok({ sheets: [file.value.sheet], issues: file.value.issues }) : file
    },
  },
  xlsx: { label: 'Excel workbook', endings: ['.xlsx', '.xlsm'], read: readXlsx },
}

/** The format of a file, from its first bytes; the name only helps to say what an unreadable file is. */
export function recognise(bytes: Uint8Array, fileName: string): Result<FormatKey, Refusal> {
  if (bytes.length === 0) return refuse({ code: 'EMPTY_FILE', fileName })
  if (bytes.length > maxFileBytes) return refuse({ code: 'TOO_LARGE', fileName, measure: 'bytes', found: bytes.length, limit: maxFileBytes })
  const unread = unreadFormats.find((format) => format.magic.every((byte, at) => bytes[at] === byte) && (!format.ending || format.ending.test(fileName)))
  if (unread) return refuse({ code: 'UNKNOWN_FORMAT', fileName, looksLike: unread.looksLike, saveAs: '.xlsx' })
  return ok(startsAsZip(bytes) ? 'xlsx' : 'csv')
}

/** The sheets of a file, cells as published. Never throws for what the bytes may be. */
export async function readSheets(bytes: Uint8Array, fileName: string): Promise<Result<ReadFile, Refusal>> {
  const format = recognise(bytes, fileName)
  if (!format.ok) return format
  const file = await formats[format.value].read(bytes, fileName)
  return file.ok ? ok({ format: format.value, ...file.value }) : file
}

const zip = [0x50, 0x4b, 0x03, 0x04]
const startsAsZip = (bytes: Uint8Array): boolean => zip.every((byte, at) => bytes[at] === byte)

type UnreadFormat = { readonly looksLike: string; readonly magic: readonly number[]; readonly ending?: RegExp }

const unreadFormats: readonly UnreadFormat[] = [
  { looksLike: 'an Excel binary workbook (.xlsb)', magic: zip, ending: /\.xlsb$/i },
  { looksLike: 'an OpenDocument spreadsheet (.ods)', magic: zip, ending: /\.ods$/i },
  { looksLike: 'an Apple Numbers document', magic: zip, ending: /\.numbers$/i },
  { looksLike: 'a Word document', magic: zip, ending: /\.docx$/i },
  { looksLike: 'a PowerPoint presentation', magic: zip, ending: /\.pptx$/i },
  { looksLike: 'an archive of files', magic: zip, ending: /\.zip$/i },
  { looksLike: 'an Excel 97-2003 workbook (.xls) or a workbook with a password', magic: [0xd0, 0xcf, 0x11, 0xe0] },
  { looksLike: 'a PDF', magic: [0x25, 0x50, 0x44, 0x46] },
  { looksLike: 'a web page', magic: [0x3c, 0x21, 0x44, 0x4f, 0x43] },
  { looksLike: 'a compressed file', magic: [0x1f, 0x8b] },
  { looksLike: 'a picture', magic: [0x89, 0x50, 0x4e, 0x47] },
  { looksLike: 'a picture', magic: [0xff, 0xd8, 0xff] },
]

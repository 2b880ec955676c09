import { basename } from 'node:path'
import { readSheets } from '@throughline/exchange/formats'
import type { Sheet } from '@throughline/exchange/sheet'
import { UsageError } from '../terminal/command.ts'

/** The first sheet of a CSV or XLSX file that holds anything. */
export async function readFileTables(bytes: Uint8Array, path: string): Promise<Sheet> {
  const file = await readSheets(bytes, basename(path))
  if (!file.ok) throw new UsageError(`Found ${basename(path)}, which cannot be read (${file.refusal.code}); expected a CSV or XLSX file.`)
  const sheet = file.value.sheets.find(({ rows }) => rows.length > 0)
  if (!sheet) throw new UsageError(`Found nothing in ${basename(path)}; expected a table.`)
  return sheet
}

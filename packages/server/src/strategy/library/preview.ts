import type { DefinitionPreview } from '@throughline/contract/strategy'
import { readDefinitions } from '@throughline/exchange/definitions'
import { readSheets } from '@throughline/exchange/formats'
import { describeRefusal } from '@throughline/exchange/sheet'

/** What a file of definitions would add, row by row; nothing is written, and what is wrong is named. */
export async function previewDefinitions(bytes: Uint8Array, fileName: string): Promise<DefinitionPreview> {
  const file = await readSheets(bytes, fileName)
  if (!file.ok) return { fileName, recognised: 'not a table', definitions: [], issues: [{ line: null, column: null, found: describeRefusal(file.refusal), expected: 'a CSV or XLSX file with definitions' }] }
  const [best] = file.value.sheets.map((sheet) => readDefinitions(sheet)).toSorted((a, b) => b.definitions.length - a.definitions.length)
  return { fileName, recognised: file.value.recognised.label, definitions: (best?.definitions ?? []).map((one) => ({ ...one, patterns: [...one.patterns] })).slice(0, 500), issues: [...(best?.issues ?? [])].slice(0, 500) }
}

import type { MethodPreview } from '@throughline/contract/governance'
import { readSheets } from '@throughline/exchange/formats'
import { readMethods } from '@throughline/exchange/methods'
import { describeRefusal } from '@throughline/exchange/sheet'

/** Items and issues that one preview lists. */
const most = 500

/** What a file of items would add, row by row; nothing is written, and what is wrong is named. */
export async function previewMethods(bytes: Uint8Array, fileName: string): Promise<MethodPreview> {
  const file = await readSheets(bytes, fileName)
  if (!file.ok) return { fileName, recognised: 'not a table', items: [], issues: [{ line: null, column: null, found: describeRefusal(file.refusal), expected: 'a CSV or XLSX file with items' }] }
  const [best] = file.value.sheets.map((sheet) => readMethods(sheet)).toSorted((a, b) => b.items.length - a.items.length)
  const items = (best?.items ?? []).slice(0, most).map((one) => ({ ...one, examples: [...one.examples], themes: [...one.themes], templates: one.templates.map((each) => ({ ...each })), elements: [], serviceIds: [] }))
  const [read, wrong] = [best?.items.length ?? 0, best?.issues ?? []]
  // What one list does not take is never left out silently; it is said first, before what is wrong with single rows.
  const over = read > most ? [{ line: null, column: null, found: `${read} items`, expected: `at most ${most} in one list; these are the first, load the others after them` }] : []
  return { fileName, recognised: file.value.recognised.label, items, issues: [...over, ...wrong].slice(0, most) }
}

import type { FlowPreview } from '@throughline/contract/demand'
import { readFlows } from '@throughline/exchange/business-case'
import { readSheets } from '@throughline/exchange/formats'
import { describeRefusal } from '@throughline/exchange/sheet'

/** Lines that an option holds at most. */
const mostLines = 100

/** What a file of cash flow says of an option; nothing is written, and what cannot be taken is named. */
export async function previewFlows(bytes: Uint8Array, { fileName, option, currency }: { readonly fileName: string; readonly option: string | undefined; readonly currency: string }): Promise<FlowPreview> {
  const file = await readSheets(bytes, fileName)
  if (!file.ok) return { recognised: 'not a table', lines: [], issues: [{ line: null, found: describeRefusal(file.refusal), expected: 'a CSV or XLSX file of cash flow by year' }] }
  const best = file.value.sheets.map((sheet) => ({ sheet, given: readFlows(sheet, { currency, option }) })).toSorted((a, b) => b.given.lines.length - a.given.lines.length)[0]
  if (!best) return { recognised: file.value.recognised.label, lines: [], issues: [{ line: null, found: 'no sheet', expected: 'a sheet of cash flow by year' }] }
  const { lines, issues } = best.given
  const beyond = lines.length > mostLines ? [{ line: lines[mostLines]?.line ?? null, found: `${lines.length} lines`, expected: `at most ${mostLines} for an option` }] : []
  return {
    recognised: `${file.value.recognised.label}: sheet ${best.sheet.name}`, lines: lines.slice(0, mostLines).map(({ line: _, amounts, range, ...one }) => ({ ...one, range: range && { ...range }, amounts: amounts.map((each) => ({ ...each })) })),
    issues: [...issues, ...beyond].toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0)).slice(0, 500).map((one) => ({ ...one })),
  }
}

import { mostTaskRows, type Enabled, type TaskPreview } from '@throughline/contract/delivery'
import { planTaskList } from '@throughline/engine/delivery'
import { readTasks } from '@throughline/exchange/delivery'
import { readSheets } from '@throughline/exchange/formats'
import { describeRefusal } from '@throughline/exchange/sheet'
import { factsOf, type TaskRecord } from './store.ts'

/** Issues that are told of one list. */
const mostIssues = 500

export type Previewed = { readonly bytes: Uint8Array; readonly fileName: string; readonly standing: readonly TaskRecord[]; readonly enabled: readonly Enabled[]; readonly today: string }

/** What a file of work would add and change; nothing is written, and what cannot be taken is named. */
export async function previewTasks({ bytes, fileName, standing, enabled, today }: Previewed): Promise<TaskPreview> {
  const file = await readSheets(bytes, fileName)
  const empty = { fields: [], rows: [], added: 0, changed: 0, same: 0 }
  if (!file.ok) return { ...empty, recognised: 'not a table', issues: [{ line: null, found: describeRefusal(file.refusal), expected: 'a CSV or XLSX file with tasks' }] }
  const best = file.value.sheets.map((sheet) => ({ sheet, given: readTasks(sheet) })).toSorted((a, b) => b.given.rows.length - a.given.rows.length)[0]
  if (!best) return { ...empty, recognised: file.value.recognised.label, issues: [{ line: null, found: 'no sheet', expected: 'a sheet with tasks' }] }
  const versions = new Map(standing.map(({ key, version }) => [key.toLowerCase(), version]))
  const rows = best.given.rows.slice(0, mostTaskRows).map((row) => ({ ...row, version: versions.get(row.key.toLowerCase()) ?? null }))
  const plan = planTaskList({ standing: standing.map(factsOf), enabled, today }, rows)
  const beyond = best.given.rows.length > mostTaskRows ? [{ line: best.given.rows[mostTaskRows]?.line ?? null, found: `${best.given.rows.length} lines`, expected: `at most ${mostTaskRows} in one list` }] : []
  const issues = [...best.given.issues, ...plan.issues, ...beyond].toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0))
  return { recognised: `${file.value.recognised.label}: sheet ${best.sheet.name}`, fields: [...best.given.fields], rows, added: plan.adds.length, changed: plan.changes.length, same: plan.same, issues: issues.slice(0, mostIssues) }
}

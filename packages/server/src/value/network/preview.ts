import { readSheets } from '@throughline/exchange/formats'
import { readNetwork } from '@throughline/exchange/network'
import { describeRefusal } from '@throughline/exchange/sheet'
import type { NetworkPreview } from '@throughline/contract/value'
import type { Tx } from '../../database/index.ts'
import { planRows } from './acts/list.ts'

/** Lines of a list that are taken in one act. */
const mostRows = 1000

/** What a file of nodes and edges would add; nothing is written, and what cannot be taken is named. */
export async function previewList(tx: Tx, bytes: Uint8Array, fileName: string): Promise<NetworkPreview> {
  const file = await readSheets(bytes, fileName)
  const empty = { rows: [], adds: { nodes: 0, edges: 0 } }
  if (!file.ok) return { ...empty, recognised: 'not a table', issues: [{ line: null, code: 'unreadable', found: describeRefusal(file.refusal), expected: 'a CSV or XLSX file with nodes' }] }
  const best = file.value.sheets.map((sheet) => ({ sheet, given: readNetwork(sheet) })).toSorted((a, b) => b.given.rows.length - a.given.rows.length)[0]
  if (!best) return { ...empty, recognised: file.value.recognised.label, issues: [{ line: null, code: 'unreadable', found: 'no sheet', expected: 'a sheet with nodes' }] }
  const rows = best.given.rows.slice(0, mostRows).map((row) => ({ ...row, leadsTo: [...row.leadsTo] }))
  const plan = await planRows(tx, rows)
  const beyond = best.given.rows.length > mostRows ? [{ line: best.given.rows[mostRows]?.line ?? null, code: 'unreadable', found: `${best.given.rows.length} lines`, expected: `at most ${mostRows} in one list` }] : []
  const issues = [...best.given.issues.map((issue) => ({ ...issue, code: 'unreadable' })), ...plan.issues, ...beyond]
  return { recognised: `${file.value.recognised.label}: sheet ${best.sheet.name}`, rows, adds: { nodes: plan.nodes.length, edges: plan.edges.length }, issues: issues.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0)).slice(0, 500) }
}

import { readPlan } from '@throughline/exchange/business-plan'
import { readSheets } from '@throughline/exchange/formats'
import { describeRefusal } from '@throughline/exchange/sheet'
import type { PlanPreview } from '@throughline/contract/value'
import type { Tx } from '../../database/index.ts'
import { readOrganisation } from '../../people/index.ts'
import { readRegister } from '../ledger/register-store.ts'
import { planRows } from './acts/list.ts'

/** Rows of a list that are taken in one act. */
const mostRows = 1000

/** What a file of plan lines would add; nothing is written, and what cannot be taken is named. */
export async function previewPlan(tx: Tx, bytes: Uint8Array, fileName: string, today: string): Promise<PlanPreview> {
  const file = await readSheets(bytes, fileName)
  const empty = { rows: [], adds: { lines: 0, periods: 0 } }
  if (!file.ok) return { ...empty, recognised: 'not a table', issues: [{ line: null, code: 'unreadable', found: describeRefusal(file.refusal), expected: 'a CSV or XLSX file with plan lines' }] }
  const { calendar, currency } = await readOrganisation(tx)
  const { periods } = await readRegister(tx, today)
  const best = file.value.sheets.map((sheet) => ({ sheet, given: readPlan(sheet, { calendar, currency, periods }) })).toSorted((a, b) => b.given.rows.length - a.given.rows.length)[0]
  if (!best) return { ...empty, recognised: file.value.recognised.label, issues: [{ line: null, code: 'unreadable', found: 'no sheet', expected: 'a sheet with plan lines' }] }
  const rows = best.given.rows.slice(0, mostRows)
  const { planned, issues: left } = await planRows(tx, rows)
  const beyond = best.given.rows.length > mostRows ? [{ line: best.given.rows[mostRows]?.line ?? null, code: 'unreadable', found: `${best.given.rows.length} rows`, expected: `at most ${mostRows} in one list` }] : []
  const issues = [...best.given.issues.map((issue) => ({ ...issue, code: 'unreadable' })), ...left, ...beyond]
  return {
    recognised: `${file.value.recognised.label}: sheet ${best.sheet.name}`, rows, adds: { lines: planned.filter(({ before }) => !before).length, periods: planned.reduce((sum, { added }) => sum + added.length, 0) },
    issues: issues.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0)).slice(0, 500),
  }
}

import { mostRiskRows, type RiskPreview } from '@throughline/contract/delivery'
import { toWire } from '@throughline/contract/wire'
import { planRiskList, plainKey } from '@throughline/engine/delivery'
import { readRisks } from '@throughline/exchange/delivery'
import { readSheets } from '@throughline/exchange/formats'
import { describeRefusal } from '@throughline/exchange/sheet'
import { riskOf, type RiskRecord } from './store.ts'

/** Issues that are told of one list. */
const mostIssues = 500

export type Previewed = { readonly bytes: Uint8Array; readonly fileName: string; readonly standing: readonly RiskRecord[]; readonly currency: string; readonly today: string }

/** What a register would add and change; nothing is written, and what cannot be taken is named. */
export async function previewRisks({ bytes, fileName, standing, currency, today }: Previewed): Promise<RiskPreview> {
  const file = await readSheets(bytes, fileName)
  const empty = { fields: [], rows: [], added: 0, changed: 0, same: 0 }
  if (!file.ok) return { ...empty, recognised: 'not a table', issues: [{ line: null, found: describeRefusal(file.refusal), expected: 'a CSV or XLSX file with risks' }] }
  const best = file.value.sheets.map((sheet) => ({ sheet, given: readRisks(sheet, currency) })).toSorted((a, b) => b.given.rows.length - a.given.rows.length)[0]
  if (!best) return { ...empty, recognised: file.value.recognised.label, issues: [{ line: null, found: 'no sheet', expected: 'a sheet with risks' }] }
  const versions = new Map(standing.map(({ key, version }) => [plainKey(key), version]))
  const rows = best.given.rows.slice(0, mostRiskRows)
  const plan = planRiskList({ standing: standing.map(riskOf), today }, rows)
  const beyond = best.given.rows.length > mostRiskRows ? [{ line: best.given.rows[mostRiskRows]?.line ?? null, found: `${best.given.rows.length} lines`, expected: `at most ${mostRiskRows} in one list` }] : []
  const issues = [...best.given.issues, ...plan.issues, ...beyond].toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0))
  return {
    recognised: `${file.value.recognised.label}: sheet ${best.sheet.name}`, fields: [...best.given.fields], rows: rows.map((row) => ({ ...toWire(row), version: versions.get(plainKey(row.key)) ?? null })) as RiskPreview['rows'],
    added: plan.adds.length, changed: plan.changes.length, same: plan.same, issues: issues.slice(0, mostIssues),
  }
}

import { exportFormats, writeTable } from '@throughline/exchange/table'
import type { ImportIssue } from '@throughline/contract/demand'
import type { Download } from '../http/index.ts'

/** All issues of an import as CSV, one a line, with their cells. */
export async function exportIssues(issues: readonly ImportIssue[]): Promise<Download> {
  const labels = ['Severity', 'Code', 'Sheet', 'Cell', 'Heading', 'Found', 'Expected', 'Message'] as const
  const rows = issues.map(({ severity, code, place, found, expected, message }) => ({ Severity: severity, Code: code, Sheet: place.sheet, Cell: place.cell, Heading: place.header ?? '', Found: found, Expected: expected, Message: message }))
  return { bytes: await writeTable({ name: 'Issues', columns: labels.map((label) => ({ key: label, label, kind: 'text' })), rows }, 'csv'), contentType: exportFormats.csv.mediaType, fileName: 'issues.csv' }
}

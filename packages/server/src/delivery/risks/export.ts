import type { Issue, Risk } from '@throughline/contract/delivery'
import { formatDecimal, minorDigits } from '@throughline/engine/kernel'
import { exportFormats, writeTable, type TableColumn, type TableValue } from '@throughline/exchange/table'
import type { Download } from '../../http/index.ts'

type Column<Row> = TableColumn & { readonly amount?: true; readonly of: (row: Row) => TableValue }
type Asked = { readonly initiative: string; readonly organisation: string; readonly currency: string; readonly format: 'csv' | 'xlsx'; readonly now: Date; /** Whether amounts may be told. */ readonly amounts: boolean }

const percent = (share: number | null): TableValue => (share === null ? null : Math.round(share * 10_000) / 100)
/** Columns of the file, under headings that a register is read by. */
const riskColumns = (currency: string): readonly Column<Risk>[] => {
  const major = (minor: string | null): TableValue => (minor === null ? null : formatDecimal(BigInt(minor), minorDigits(currency)))
  const text = (key: string, label: string, of: (risk: Risk) => string | null): Column<Risk> => ({ key, label, kind: 'text', of })
  const date = (key: string, label: string, of: (risk: Risk) => string | null): Column<Risk> => ({ key, label, kind: 'date', of })
  const amount = (key: string, label: string, of: (risk: Risk) => string | null): Column<Risk> => ({ key, label, kind: 'money', amount: true, of: (risk) => major(of(risk)) })
  return [
    text('key', 'Key', ({ key }) => key), text('kind', 'Kind', ({ kind }) => kind), text('title', 'Title', ({ title }) => title), text('cause', 'Cause', ({ cause }) => cause), text('event', 'Event', ({ event }) => event), text('effect', 'Effect', ({ effect }) => effect),
    { key: 'probability', label: 'Probability', kind: 'percent', of: ({ probability }) => percent(probability) }, amount('low', 'Impact low', (risk) => risk.impactLowMinor), amount('impact', 'Impact', (risk) => risk.impactMinor), amount('high', 'Impact high', (risk) => risk.impactHighMinor),
    { key: 'days', label: 'Impact days', kind: 'number', of: ({ impactDays }) => impactDays }, date('proximity', 'Proximity', (risk) => risk.proximityOn), text('owner', 'Owner', ({ owner }) => owner),
    text('strategy', 'Response', ({ strategy }) => strategy), text('actions', 'Actions', ({ actions }) => actions), amount('cost', 'Response cost', (risk) => risk.costMinor), date('due', 'Response due', ({ dueOn }) => dueOn), date('done', 'Response done', ({ doneOn }) => doneOn),
    { key: 'residual', label: 'Residual probability', kind: 'percent', of: (risk) => percent(risk.residualProbability) }, amount('remains', 'Residual impact', (risk) => risk.residualMinor), date('identified', 'Identified', (risk) => risk.identifiedOn),
    text('state', 'State', ({ state }) => state), date('over', 'Over on', ({ overOn }) => overOn), text('reason', 'Reason', (risk) => risk.overReason), date('reviewed', 'Last reviewed', (risk) => risk.reviewedOn),
  ]
}
const issueColumns: readonly Column<Issue>[] = [
  { key: 'key', label: 'Key', kind: 'text', of: ({ key }) => key }, { key: 'title', label: 'Title', kind: 'text', of: ({ title }) => title }, { key: 'severity', label: 'Severity', kind: 'text', of: ({ severity }) => severity }, { key: 'opened', label: 'Opened', kind: 'date', of: ({ openedOn }) => openedOn },
  { key: 'contained', label: 'Contained', kind: 'date', of: ({ containedOn }) => containedOn }, { key: 'resolved', label: 'Resolved', kind: 'date', of: ({ resolvedOn }) => resolvedOn }, { key: 'owner', label: 'Owner', kind: 'text', of: ({ owner }) => owner },
  { key: 'cause', label: 'Recorded as risk', kind: 'text', of: ({ cause, risk }) => (cause === null ? null : cause.kind === 'none' ? 'none' : (risk?.key ?? 'a withdrawn risk')) },
]

export const exportRisks = (risks: readonly Risk[], asked: Asked): Promise<Download> => written('Risks', riskColumns(asked.currency).filter(({ amount }) => asked.amounts || !amount), risks, asked, asked.amounts ? `Amounts in ${asked.currency}` : 'Amounts are withheld from you')
export const exportIssues = (issues: readonly Issue[], asked: Asked): Promise<Download> => written('Issues', issueColumns, issues, asked, 'What is empty nobody has said')

async function written<Row>(what: 'Risks' | 'Issues', columns: readonly Column<Row>[], all: readonly Row[], { initiative, organisation, format, now }: Asked, note: string): Promise<Download> {
  const rows = all.map((one) => Object.fromEntries(columns.map(({ key, of }) => [key, of(one)])))
  const notes = [{ label: 'Organisation', text: organisation }, { label: 'What', text: `${what} of ${initiative}` }, { label: 'As of', text: `${now.toISOString().slice(0, 16).replace('T', ' ')} UTC` }, { label: what, text: String(all.length) }, { label: 'Note', text: note }]
  const fileName = `${initiative.replaceAll(/[^\p{L}\p{N} -]+/gu, ' ').replaceAll(/\s+/g, ' ').trim().slice(0, 80) || 'Register'} ${what.toLowerCase()}${exportFormats[format].ending}`
  return { bytes: await writeTable({ name: what, columns, rows }, format, notes), contentType: exportFormats[format].mediaType, fileName }
}

import type { Task } from '@throughline/contract/delivery'
import { exportFormats, writeTable, type TableColumn, type TableValue } from '@throughline/exchange/table'
import type { Download } from '../http/index.ts'

type Column = TableColumn & { readonly of: (task: Task, keys: ReadonlyMap<string, string>) => TableValue }

/** Columns of the file, under headings that a list of work is read by. */
const columns: readonly Column[] = [
  { key: 'key', label: 'Key', kind: 'text', of: ({ key }) => key },
  { key: 'wbs', label: 'WBS', kind: 'text', of: ({ wbs }) => wbs },
  { key: 'name', label: 'Name', kind: 'text', of: ({ name }) => name },
  { key: 'kind', label: 'Kind', kind: 'text', of: ({ kind }) => kind.replace('_', ' ') },
  { key: 'parent', label: 'Parent', kind: 'text', of: ({ parent }, keys) => (parent === null ? null : keys.get(parent.id)) },
  { key: 'owner', label: 'Owner', kind: 'text', of: ({ owner }) => owner },
  { key: 'state', label: 'State', kind: 'text', of: ({ state }) => state.replace('_', ' ') },
  { key: 'startOn', label: 'Start', kind: 'date', of: ({ startOn }) => startOn },
  { key: 'finishOn', label: 'Finish', kind: 'date', of: ({ finishOn }) => finishOn },
  { key: 'finishedOn', label: 'Actual finish', kind: 'date', of: ({ finishedOn }) => finishedOn },
  { key: 'enables', label: 'Enables', kind: 'text', of: ({ enables }) => enables?.name },
  { key: 'link', label: 'Link', kind: 'text', of: ({ link }) => link },
]

/** The work of an initiative as a file that can be read back. */
export async function exportWork(tasks: readonly Task[], { initiative, organisation, format, now }: { readonly initiative: string; readonly organisation: string; readonly format: 'csv' | 'xlsx'; readonly now: Date }): Promise<Download> {
  const keys = new Map(tasks.map(({ id, key }) => [id, key]))
  const rows = tasks.map((task) => Object.fromEntries(columns.map(({ key, of }) => [key, of(task, keys)])))
  const notes = [
    { label: 'Organisation', text: organisation }, { label: 'What', text: `Work of ${initiative}` }, { label: 'As of', text: `${now.toISOString().slice(0, 16).replace('T', ' ')} UTC` }, { label: 'Tasks', text: String(tasks.length) },
    { label: 'Dates', text: 'Start and finish are planned. An actual finish is empty where nobody recorded it.' },
  ]
  const fileName = `${initiative.replaceAll(/[^\p{L}\p{N} -]+/gu, ' ').replaceAll(/\s+/g, ' ').trim().slice(0, 80) || 'Work'} work${exportFormats[format].ending}`
  return { bytes: await writeTable({ name: 'Work', columns, rows }, format, notes), contentType: exportFormats[format].mediaType, fileName }
}

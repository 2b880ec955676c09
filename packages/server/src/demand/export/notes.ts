import type { TableNote } from '@throughline/exchange/table'
import type { CustomField, ListAsk, ListFilter } from '@throughline/contract/demand'
import type { Unit } from '@throughline/contract/people'
import { exportColumns } from './columns.ts'

export type Noted = {
  readonly organisation: string; readonly view: string | undefined; readonly at: Date; readonly ask: ListAsk; readonly rows: number; readonly currency: string
  readonly publication: { readonly title: string; readonly as_of: string } | undefined; readonly units: readonly Unit[]; readonly fields: readonly CustomField[]
}

/** What a workbook holds, as of when, and under which conditions: so that it can be read without the screen that it came from. */
export function exportNotes(noted: Noted): readonly TableNote[] {
  const { organisation, view, at, ask, rows, currency, publication } = noted
  const labels = labelsOf(noted)
  const conditions = [...(ask.current ? ['Only those of the latest publication'] : []), ...(ask.search === undefined ? [] : [`Words in key, name, unit, category or sponsor: ${ask.search}`]), ...(ask.filters ?? []).map((filter) => conditionWords(filter, noted, labels))]
  return [
    { label: 'Organisation', text: organisation },
    { label: 'What', text: view === undefined ? 'Initiatives' : `Initiatives, as in the view ${view}` },
    { label: 'As of', text: `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC` },
    { label: 'Latest publication', text: publication ? `${publication.title}, position of ${publication.as_of}` : 'none' },
    { label: 'Initiatives', text: String(rows) },
    { label: 'Conditions', text: conditions.length === 0 ? 'none: every initiative' : conditions.join('; ') },
    { label: 'Order', text: (ask.sort ?? []).map(({ field, descending }) => `${labels(field)}${descending ? ', descending' : ''}`).join('; then ') || 'by name' },
    ...(ask.groups?.length ? [{ label: 'Groups', text: ask.groups.map(labels).join('; then ') }] : []),
    { label: 'Amounts', text: `In ${currency}, in full. A cell without a number has no figure: it is empty, or says what was printed; it is never zero. Totals add up what has a figure.` },
  ]
}

const labelsOf = ({ currency, fields }: Noted): ((field: string) => string) => {
  const columns = new Map<string, string>()
  return (field) => {
    if (!columns.has(field)) columns.set(field, exportColumns([field], { currency, fields })[0]?.label ?? field)
    return columns.get(field) ?? field
  }
}

const opWords: Readonly<Record<ListFilter['op'], string>> = { any_of: 'is one of', none_of: 'is none of', contains: 'contains', at_least: 'at least', at_most: 'at most', within: 'is within', absent: 'has no value', present: 'has a value' }

function conditionWords({ field, op, values }: ListFilter, { units }: Noted, labels: (field: string) => string): string {
  const named = values.map((value) => (field === 'unit' ? (units.find(({ id }) => id === value)?.name ?? value) : value.replaceAll('_', ' ')))
  return `${labels(field)} ${opWords[op]}${named.length === 0 ? '' : ` ${named.join(', ')}`}`
}

import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { exportFormats, writeTable } from '@throughline/exchange/table'
import type { InitiativeFacts } from '@throughline/engine/demand'
import type { InitiativesExport, ListAsk } from '@throughline/contract/demand'
import type { Refusal } from '@throughline/contract/wire'
import { withOrg, type Actor, type Db, type Tx } from '../../database/index.ts'
import type { Download } from '../../http/index.ts'
import { may, readOrganisation, readUnits } from '../../people/index.ts'
import { readFields } from '../fields/store.ts'
import { columnsOf } from '../columns/index.ts'
import { goesByAmounts, parseAsk, soundAsk } from '../list/ask.ts'
import { orderOf } from '../list/window.ts'
import { presentRows } from '../present.ts'
import { readRowContext } from '../rows.ts'
import { readInitiativesOf } from '../store/initiatives.ts'
import { exportColumns, importable, withoutAmounts, type Exported } from './columns.ts'
import { everyRow } from './ids-asked.ts'
import { exportNotes } from './notes.ts'

/** Rows that are read at once. */
const rowsPerRead = 5000

/** The initiatives of a list as a file: what the conditions let through, in the order and the columns asked for; read from one snapshot. */
export async function exportList(db: Db, actor: Actor, { format, current, ask: text, columns, view }: InitiativesExport, now: Date): Promise<Result<Download, Refusal<'list_invalid' | 'amounts_withheld'>>> {
  const parsed = text === undefined ? ok<ListAsk>(current ? { current } : {}) : parseAsk(text)
  if (!parsed.ok) return parsed
  const ask: ListAsk = { ...parsed.value, sort: parsed.value.sort?.length ? parsed.value.sort : [{ field: 'name', descending: false }] }
  const sees = may(actor, 'see_money')
  const read = await withOrg(db, actor, (tx) => readAll(tx, ask, sees))
  if (!read.ok) return read
  const { rows, organisation, fields, units, publication } = read.value
  const { currency } = organisation
  const asked = columns === undefined ? [...importable, ...fields.map(({ id }) => `custom:${id}`)] : columns.split(',')
  // By its key an import knows an initiative again, whatever it is called by then.
  const all = exportColumns(asked.includes('key') ? asked : ['key', ...asked], { currency, fields })
  const shown = sees ? all : all.map(withoutAmounts)
  const notes = exportNotes({ organisation: organisation.name, view, at: now, ask, rows: rows.length, currency, publication, units, fields })
  const table = { name: 'Initiatives', columns: shown, rows: rows.map((row) => Object.fromEntries(shown.map((column) => [column.key, column.value(row)]))) }
  return ok({ bytes: await writeTable(table, format, notes), contentType: exportFormats[format].mediaType, fileName: `${fileNameOf(view)}${exportFormats[format].ending}` })
}

async function readAll(tx: Tx, ask: ListAsk, sees: boolean) {
  // The order and what is let through are the window's own: a file never says another thing than the screen.
  const { fields: kinds, positions } = await columnsOf(tx)
  const asked = soundAsk(ask, kinds)
  if (!asked.ok) return asked
  if (goesByAmounts(asked.value) && !sees) return refuse({ code: 'amounts_withheld' as const })
  const ids = await orderOf(tx, { ...asked.value, from: 0, limit: everyRow })
  const rows: Exported[] = []
  for (let at = 0; at < ids.length; at += rowsPerRead) {
    const part = ids.slice(at, at + rowsPerRead)
    const facts = await readInitiativesOf(tx, part)
    const printed = new Map(facts.map((one) => [one.id, printedOf(one)]))
    const byId = new Map(presentRows(facts, await readRowContext(tx, part)).map((row) => [row.id, { ...row, printed: printed.get(row.id) ?? {} }]))
    rows.push(...part.flatMap((id) => byId.get(id) ?? []))
  }
  return ok({ rows, organisation: await readOrganisation(tx), fields: await readFields(tx), units: await readUnits(tx), publication: positions.publications.at(-1) })
}

const amounts = ['cost', 'benefits', 'inYearBaseline', 'inYearForecast'] as const

/** What was printed where an amount has no figure, so that an import reads the same reason from it. */
function printedOf(facts: InitiativeFacts): Exported['printed'] {
  return Object.fromEntries(amounts.flatMap((field) => {
    const source = facts.sources[field]
    return facts[field].status !== 'ok' && source?.kind === 'published' && source.asPublished !== '' ? [[field, source.asPublished]] : []
  }))
}

/** The name of the view as a file name on any system. */
const fileNameOf = (view: string | undefined): string => (view ?? '').normalize('NFKD').replace(/[^A-Za-z0-9]+/g, '-').replace(/^-+|-+$/g, '').toLowerCase().slice(0, 60) || 'initiatives'

import type { InitiativesExport, ListAsk } from '@throughline/contract/demand'
import { initialView, visibleColumns, type GridView } from '../../../ui/grid/index.ts'
import type { InitiativeColumn } from './columns.ts'

export type Exporting = { readonly format: 'csv' | 'xlsx'; readonly ask: ListAsk; readonly look: Partial<GridView>; readonly columns: readonly InitiativeColumn[]; readonly view: string | undefined }

/** Asks for what is on screen: the same conditions and order, the columns in sight in their order. */
export function exportRequest({ format, ask, look, columns, view }: Exporting): { readonly query: InitiativesExport } {
  const shown = visibleColumns(columns, initialView(columns, look)).filter((column) => columns.some(({ key, listed }) => listed && key === column.key))
  return { query: { format, ask: JSON.stringify(ask), columns: shown.map(({ key }) => key).join(','), ...(view === undefined ? {} : { view }) } }
}

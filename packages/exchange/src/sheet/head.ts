import type { Cell, Sheet } from './sheet.ts'

/** Above its headings a sheet may have a title and notes, up to so many rows of both together. */
const mostRows = 20

/** The first row that `columnsIn` takes for the headings, with its place from 0 and what it was read as; undefined where none of the first rows is one. */
export function findHead<C>({ rows }: Sheet, columnsIn: (row: readonly Cell[]) => C | undefined): { readonly at: number; readonly columns: C } | undefined {
  for (const [at, row] of rows.slice(0, mostRows).entries()) {
    const columns = columnsIn(row)
    if (columns !== undefined) return { at, columns }
  }
  return undefined
}

/** Place of the first heading of each form in a row; −1 where there is none. */
export const placesIn = <K extends string>(row: readonly Cell[], headings: Readonly<Record<K, RegExp>>): Readonly<Record<K, number>> =>
  Object.fromEntries(Object.entries<RegExp>(headings).map(([name, form]) => [name, row.findIndex(({ text }) => form.test(text.trim()))])) as Record<K, number>

/** What the first row says, for who is told that no headings were found in a sheet. */
export const firstRowSaid = ({ rows }: Sheet): string => rows[0]?.map(({ text }) => text).filter(Boolean).join(', ').slice(0, 200) || 'nothing'

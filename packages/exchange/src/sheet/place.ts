/** Where something stands in a file, counted from 1 as a person counts; without row and column it is the whole sheet. */
export type Place = {
  readonly sheet: string
  readonly row?: number
  readonly column?: number
  /** The heading of the column (of the row, in a sheet that lies on its side). */
  readonly header?: string
}

/** The column's letters: 1 → A, 26 → Z, 27 → AA. */
export function columnLetters(column: number): string {
  const before = Math.floor((column - 1) / 26)
  return (before > 0 ? columnLetters(before) : '') + String.fromCharCode(65 + ((column - 1) % 26))
}

/** The A1 name of a place (`B7`); the row or column alone where only one is known, '' for a whole sheet. */
export function cellName(place: Place): string {
  return (place.column === undefined ? '' : columnLetters(place.column)) + (place.row ?? '')
}

/** What of the selection touches a line; the same text for the same picture, so that a row can tell that nothing changed. */
export type RowSelection = {
  /** Columns of the range, where it holds more than one cell. */
  readonly from: number
  readonly to: number
  readonly top: boolean
  readonly bottom: boolean
  /** Column of the active cell, -1 for none. */
  readonly active: number
  /** Column with the handle that draws out a fill, -1 for none. */
  readonly handle: number
  readonly fillFrom: number
  readonly fillTo: number
  /** Whether the line lies in the selection at all. */
  readonly marked: boolean
}

export const writeSelection = ({ from, to, top, bottom, active, handle, fillFrom, fillTo, marked }: RowSelection): string => `${from} ${to} ${top ? 1 : 0} ${bottom ? 1 : 0} ${active} ${handle} ${fillFrom} ${fillTo} ${marked ? 1 : 0}`

export function readSelection(text: string): RowSelection {
  const [from = -1, to = -1, top = 0, bottom = 0, active = -1, handle = -1, fillFrom = -1, fillTo = -2, marked = 0] = text.split(' ').map(Number)
  return { from, to, top: top === 1, bottom: bottom === 1, active, handle, fillFrom, fillTo, marked: marked === 1 }
}

/** The sides of the selection's border that run along a cell. */
export const edges = (index: number, { from, to, top, bottom }: RowSelection): string => [top ? 't' : '', bottom ? 'b' : '', index === from ? 'l' : '', index === to ? 'r' : ''].filter(Boolean).join(' ')

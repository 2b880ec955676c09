/** Most rows that a sheet may have: a list of every initiative of a large state, with room. */
export const maxRows = 300_000

/** Most columns that a sheet may have; a sheet on its side has one for each initiative. */
export const maxColumns = 4_096

/** Most cells that a file may have, blank ones left of the last in their row included; 10,000 projects with 60 columns have 600,000. */
export const maxCells = 5_000_000

/** A sheet has more of something than is read. Caught by the format's reader, which refuses the file by name. */
export class BeyondLimit extends Error {
  override readonly name = 'BeyondLimit'
  readonly measure: 'rows' | 'columns' | 'cells'
  readonly found: number
  readonly limit: number
  constructor(measure: 'rows' | 'columns' | 'cells', found: number, limit: number) {
    super(`${found} ${measure}, at most ${limit}`)
    this.measure = measure
    this.found = found
    this.limit = limit
  }
}

/** Counts what a file holds as it is read, and stops it with `BeyondLimit` before it is held in memory. */
export function cellCounter(): (row: number, columns: number) => void {
  let cells = 0
  return (row, columns) => {
    if (row > maxRows) throw new BeyondLimit('rows', row, maxRows)
    if (columns > maxColumns) throw new BeyondLimit('columns', columns, maxColumns)
    cells += columns
    if (cells > maxCells) throw new BeyondLimit('cells', cells, maxCells)
  }
}

/** Megabytes of heap within which a file of 250,000 rows and 10 columns is opened: its cells and nothing else are held. */
export const openingHeapMegabytes = 512

/** Megabytes of heap within which the same file becomes a draft of 250,000 initiatives, every reading with its text and place. */
export const draftHeapMegabytes = 1536

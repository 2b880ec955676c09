import type { ArchiveRow } from './canonical.ts'

/** Longest line of a table, in characters: the text of one row. */
export const maxLineLength = 16 * 1024 * 1024

/** A line that is no row. */
export class BrokenLine extends Error {
  override readonly name = 'BrokenLine'
  readonly row: number
  constructor(row: number, reason: string) {
    super(reason)
    this.row = row
  }
}

/** The rows of JSON lines that come in pieces of UTF-8; one row is held at a time. Stops with `BrokenLine` at what is no object. */
export function* rowsOfLines(pieces: Iterable<Uint8Array>): Generator<ArchiveRow, void, undefined> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let rest: string[] = []
  let [waiting, row] = [0, 0]
  const decode = (piece?: Uint8Array): string => {
    try {
      return decoder.decode(piece, { stream: piece !== undefined })
    } catch {
      throw new BrokenLine(row + 1, 'it is not UTF-8')
    }
  }
  for (const piece of pieces) {
    const text = decode(piece)
    let from = 0
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
      yield parseRow(rest.join('') + text.slice(from, end), ++row)
      rest = []
      waiting = 0
      from = end + 1
    }
    rest.push(text.slice(from))
    waiting += text.length - from
    if (waiting > maxLineLength) throw new BrokenLine(row + 1, `it is longer than ${maxLineLength} characters`)
  }
  if (rest.join('') + decode() !== '') throw new BrokenLine(row + 1, 'its end is missing')
}

function parseRow(line: string, row: number): ArchiveRow {
  let json: unknown
  try {
    json = JSON.parse(line)
  } catch {
    throw new BrokenLine(row, 'it is not JSON')
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json)) throw new BrokenLine(row, 'it is not an object')
  return json as ArchiveRow
}

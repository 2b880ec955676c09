import { codeOfRating, numbersUntil, type Amounts, type Columns, type Lines } from '../../../demand/index.ts'

/** The lines of a position, column by column: what the engine calls `PositionLine`s. Line `i` has its figures at place `at[i]`, its initiative is row `row[i]`. */
export type Position = {
  readonly row: Uint32Array
  readonly at: Uint32Array
  /** Codes as `ratingOf` reads them; 0 where there is none. */
  readonly rating: Uint8Array
  readonly endOn: Int32Array
  readonly cost: Amounts
  readonly benefits: Amounts
  readonly forecast: Amounts
  /** What the initiative of a line is called; as it was published where it does not stand any more. */
  nameOf(line: number): string
  /** Null where it does not stand any more. */
  keyOf(line: number): string | null
}

/** The current initiatives as they stand. */
export function positionNow(columns: Columns): Position {
  const { there, seen, size, texts, key, name, rating, endOn, cost, benefits, inYearForecast } = columns
  const row = new Uint32Array(size)
  let count = 0
  for (let at = 0; at < size; at += 1) if (there[at] && seen.current[at]) row[count++] = at
  const rows = row.slice(0, count)
  return { row: rows, at: rows, rating, endOn, cost, benefits, forecast: inYearForecast, nameOf: (line) => texts.of(name[rows[line] ?? 0] ?? 0), keyOf: (line) => texts.of(key[rows[line] ?? 0] ?? 0) }
}

/** The rows of a publication whose initiatives do not stand any more. */
export function gone({ there }: Columns, { row }: Lines): Uint32Array {
  const rows: number[] = []
  for (let line = 0; line < row.length; line += 1) if (!there[row[line] ?? 0]) rows.push(row[line] ?? 0)
  return Uint32Array.from(rows)
}

/** What a publication said, with the names that the initiatives have now; `published` names those that do not stand any more. */
export function positionOf({ there, texts, key, name }: Columns, lines: Lines, published: ReadonlyMap<number, string>): Position {
  const rowOf = (line: number): number => lines.row[line] ?? 0
  return {
    ...lines, at: numbersUntil(lines.row.length),
    nameOf: (line) => (there[rowOf(line)] ? texts.of(name[rowOf(line)] ?? 0) : (published.get(rowOf(line)) ?? '')),
    keyOf: (line) => (there[rowOf(line)] ? texts.of(key[rowOf(line)] ?? 0) : null),
  }
}

/** The line of each row, −1 where the position has none. */
export function lineOfRows({ row }: Position, size: number): Int32Array {
  const lines = new Int32Array(size).fill(-1)
  for (let line = 0; line < row.length; line += 1) lines[row[line] ?? 0] = line
  return lines
}

const levels = codeOfRating({ scale: 'three_point', level: 'green' }) - codeOfRating({ scale: 'five_point', level: 'green' })
/** Place of a rating within its scale, from the best; the code is not 0. */
export const levelOf = (code: number): number => (code - 1) % levels
/** Number of the scale of a rating; the code is not 0. */
export const scaleOf = (code: number): number => Math.floor((code - 1) / levels)

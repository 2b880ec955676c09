/** Where answers go: tables and lines for people, or JSON for programs (`--json`). */
export type Print = {
  readonly json: boolean
  /** The whole answer: `asText` for people, the value itself for programs. */
  readonly answer: (value: unknown, asText: () => readonly string[]) => void
  /** Progress and remarks; never part of the answer. */
  readonly remark: (text: string) => void
}

export function printer(json: boolean, out: (text: string) => void, err: (text: string) => void): Print {
  return {
    json,
    answer: (value, asText) => out(json ? `${JSON.stringify(value, null, 2)}\n` : asText().map((line) => `${line}\n`).join('')),
    remark: (text) => err(`${text}\n`),
  }
}

export type Column<Row> = { readonly head: string; readonly of: (row: Row) => string; readonly right?: boolean; readonly widest?: number }

/** Rows as aligned text with a head line; long cells are cut with an ellipsis, never wrapped. */
export function tableLines<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): readonly string[] {
  if (rows.length === 0) return ['(none)']
  const cells = rows.map((row) => columns.map((column) => cut(column.of(row), column.widest ?? 48)))
  const widths = columns.map((column, index) => Math.max(column.head.length, ...cells.map((line) => line[index]?.length ?? 0)))
  const line = (texts: readonly string[]): string =>
    texts.map((text, index) => (columns[index]?.right ? text.padStart(widths[index] ?? 0) : text.padEnd(widths[index] ?? 0))).join('  ').trimEnd()
  return [line(columns.map(({ head }) => head)), line(widths.map((width) => '─'.repeat(width))), ...cells.map(line)]
}

const cut = (text: string, widest: number): string => {
  const one = text.replace(/\s+/g, ' ').trim()
  return one.length > widest ? `${one.slice(0, widest - 1)}…` : one
}

/** One row of a table: cell by heading. */
export type Row = Readonly<Record<string, string>>
/** One sentence of a scenario with the table beneath it, if any. */
export type Step = { readonly text: string; readonly line: number; readonly table: readonly Row[] | undefined }
export type PartKind = 'given' | 'when' | 'then'
export type Part = { readonly kind: PartKind; readonly steps: readonly Step[] }
/** A situation in a planner's words: why it matters, what is given, what is done, what must follow. */
export type Scenario = { readonly path: string; readonly title: string; readonly story: string; readonly parts: readonly Part[] }

/** Why a scenario cannot be read or does not hold, with its place. */
export const faultAt = (path: string, line: number, words: string): Error => new Error(`${path}:${line}: ${words}`)

/**
 * Reads a scenario: a title, a story, then `## Given`, `## When` and `## Then` with a sentence on each line that begins with a dash and
 * a table beneath those that need one. A line that is neither is a fault: nothing in a scenario is silently passed over.
 */
export function parseScenario(path: string, text: string): Scenario {
  const lines = text.split(/\r?\n/).map((line, index) => ({ text: line.trim(), line: index + 1 }))
  const first = lines.findIndex((line) => line.text.startsWith('## '))
  const head = first < 0 ? lines : lines.slice(0, first)
  const title = head.find((line) => line.text.startsWith('# '))?.text.slice(2).trim()
  if (!title) throw faultAt(path, 1, 'found no title; expected a first line "# …"')
  const story = head.filter((line) => line.text !== '' && !line.text.startsWith('# ')).map((line) => line.text).join(' ')
  if (story === '') throw faultAt(path, 1, 'found no story; expected a sentence on why the situation matters')
  const parts = first < 0 ? [] : partsOf(path, lines.slice(first))
  checkOrder(path, parts, lines.length)
  return { path, title, story, parts: parts.map(({ kind, steps }) => ({ kind, steps })) }
}

type Line = { readonly text: string; readonly line: number }
type OpenPart = { readonly kind: PartKind; readonly line: number; readonly steps: readonly Step[] }

function partsOf(path: string, lines: readonly Line[]): readonly OpenPart[] {
  const starts = lines.flatMap((line, index) => (line.text.startsWith('## ') ? [index] : []))
  return starts.map((start, index) => {
    const [heading, ...body] = lines.slice(start, starts[index + 1])
    const kind = kinds[heading?.text ?? '']
    if (!heading || !kind) throw faultAt(path, heading?.line ?? 1, `found "${heading?.text}"; expected ${Object.keys(kinds).join(', ')}`)
    return { kind, line: heading.line, steps: stepsOf(path, body) }
  })
}

const kinds: Readonly<Record<string, PartKind>> = { '## Given': 'given', '## When': 'when', '## Then': 'then' }

function stepsOf(path: string, lines: readonly Line[]): readonly Step[] {
  const steps: { text: string; line: number; tableLines: Line[] }[] = []
  for (const line of lines) {
    const open = steps.at(-1)
    if (line.text === '') continue
    if (line.text.startsWith('- ')) steps.push({ text: line.text.slice(2).trim(), line: line.line, tableLines: [] })
    else if (line.text.startsWith('|') && open) open.tableLines.push(line)
    else throw faultAt(path, line.line, `found "${line.text}"; expected a sentence that begins with "- ", or a row of the table beneath one`)
  }
  return steps.map(({ text, line, tableLines }) => ({ text, line, table: tableLines.length === 0 ? undefined : tableOf(path, tableLines) }))
}

function tableOf(path: string, lines: readonly Line[]): readonly Row[] {
  const [head, rule, ...rows] = lines.map((line) => ({ line: line.line, cells: cellsOf(line.text) }))
  if (!head || !rule?.cells.every((cell) => /^:?-+:?$/.test(cell))) throw faultAt(path, lines[0]?.line ?? 1, 'found a table without a line of dashes beneath its headings')
  return rows.map(({ line, cells }) => {
    if (cells.length !== head.cells.length) throw faultAt(path, line, `found ${cells.length} cells; expected ${head.cells.length}, as in the headings`)
    return Object.fromEntries(head.cells.map((heading, index) => [heading, cells[index] ?? '']))
  })
}

/** Cells of `| a | b |`; a bar within a cell is written `\|`. */
const cellsOf = (line: string): readonly string[] => line.replace(/^\||\|$/g, '').split(/(?<!\\)\|/).map((cell) => cell.replaceAll('\\|', '|').trim())

/** Given at most once and first; then what is done and what follows, in turns; at the end what follows. */
function checkOrder(path: string, parts: readonly OpenPart[], lastLine: number): void {
  for (const [index, { kind, line, steps }] of parts.entries()) {
    if (steps.length === 0) throw faultAt(path, line, `found no sentence in this part`)
    const before = parts[index - 1]?.kind
    const fits = kind === 'given' ? before === undefined : kind === 'when' ? before !== 'when' : before !== 'then' && before !== undefined
    if (!fits) throw faultAt(path, line, `found ${kind} after ${before ?? 'nothing'}; expected Given, When and Then in turns`)
  }
  if (parts.at(-1)?.kind !== 'then') throw faultAt(path, lastLine, 'found no Then at the end; a scenario says what must follow')
}

/** Cells as text that spreadsheets paste: tabs between, quoted where a cell holds a tab, a quote or a line break. */
export function writeTsv(cells: readonly (readonly string[])[]): string {
  return cells.map((row) => row.map(quote).join('\t')).join('\n')
}

/** Cells from copied text. Reads quoted cells with tabs, doubled quotes and line breaks; one closing line break is no row. */
export function readTsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]]
  let cell = ''
  let quoted = false
  const endCell = () => {
    rows[rows.length - 1]?.push(cell)
    cell = ''
  }
  const plain = text.replace(/\r\n?/g, '\n').replace(/\n$/, '')
  for (let i = 0; i < plain.length; i++) {
    const letter = plain[i] ?? ''
    if (quoted) {
      if (letter !== '"') cell += letter
      else if (plain[i + 1] === '"') cell += plain[++i]
      else quoted = false
    } else if (letter === '"' && cell === '') quoted = true
    else if (letter === '\t') endCell()
    else if (letter === '\n') {
      endCell()
      rows.push([])
    } else cell += letter
  }
  endCell()
  return rows
}

const quote = (cell: string): string => (/[\t\n\r"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

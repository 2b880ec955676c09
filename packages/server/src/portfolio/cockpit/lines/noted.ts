/** Lines and a small number beside each, noted one after another: five bytes for each, however many there are. */
export type Noted = { readonly length: number; lineAt(place: number): number; besideAt(place: number): number; note(line: number, beside?: number): void }

export function noted(): Noted {
  let [lines, besides, length] = [new Uint32Array(64), new Uint8Array(64), 0]
  const grow = (): void => {
    const [moreLines, moreBesides] = [new Uint32Array(length * 2), new Uint8Array(length * 2)]
    moreLines.set(lines)
    moreBesides.set(besides)
    lines = moreLines
    besides = moreBesides
  }
  return {
    get length() {
      return length
    },
    lineAt: (place) => lines[place] ?? 0,
    besideAt: (place) => besides[place] ?? 0,
    note: (line, beside = 0) => {
      if (length === lines.length) grow()
      lines[length] = line
      besides[length] = beside
      length += 1
    },
  }
}

import { scanXml, unreferenced } from '../xml/index.ts'

/** The shared strings of a workbook in their order (ECMA-376, 18.4.9): runs of rich text joined, readings of Asian script left out. */
export function readStrings(pieces: Iterable<Uint8Array>): readonly string[] {
  const strings: string[] = []
  let parts: string[] = []
  let [inText, phonetic] = [false, false]
  scanXml(pieces, {
    open(name) {
      if (name === 'si') parts = []
      else if (name === 't') inText = true
      else if (name === 'rPh') phonetic = true
    },
    close(name) {
      if (name === 'si') strings.push(cellText(parts.join('')))
      else if (name === 't') inText = false
      else if (name === 'rPh') phonetic = false
    },
    text(text) {
      if (inText && !phonetic) parts.push(text)
    },
  })
  return strings
}

/** A text as the cell shows it: references resolved, line ends as one character, escapes such as `_x000D_` taken back (ECMA-376, 22.9.2.19). */
export function cellText(written: string): string {
  const text = unreferenced(written.includes('\r') ? written.replace(/\r\n?/g, '\n') : written)
  return text.includes('_x') ? text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))) : text
}

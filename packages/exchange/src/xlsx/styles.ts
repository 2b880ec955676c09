import { attributeOf, scanXml } from '../xml/index.ts'

/** What a number format makes of a number: a date, a percentage, an amount in a named currency, or just a number. */
export type NumberShow = { readonly kind: 'number' | 'date' | 'percent'; readonly currency?: string }

const plain: NumberShow = { kind: 'number' }

/** How each cell style (the `s` of a cell) shows numbers, from the styles part (ECMA-376, 18.8). */
export function readStyles(pieces: Iterable<Uint8Array>): readonly NumberShow[] {
  const codes = new Map<number, string>()
  const shows: NumberShow[] = []
  let inCellStyles = false
  scanXml(pieces, {
    open(name, attributes) {
      if (name === 'numFmt') codes.set(Number(attributeOf(attributes, 'numFmtId')), (attributeOf(attributes, 'formatCode') ?? '').slice(0, 500))
      if (name === 'cellXfs') inCellStyles = true
      if (name === 'xf' && inCellStyles) shows.push(showOf(Number(attributeOf(attributes, 'numFmtId') ?? 0), codes))
    },
    close(name) {
      if (name === 'cellXfs') inCellStyles = false
    },
  })
  return shows
}

function showOf(id: number, codes: ReadonlyMap<number, string>): NumberShow {
  const code = codes.get(id)
  if (code !== undefined) return showOfCode(code)
  if (id === 9 || id === 10) return { kind: 'percent' }
  return (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58) ? { kind: 'date' } : plain
}

/** What a format code shows: 'yyyy-mm-dd' a date, '0.0%' a percentage, '[$€-407] #,##0' euros; times of day stay numbers. */
export function showOfCode(code: string): NumberShow {
  const [positive = ''] = code.split(';')
  const currency = /\[\$([^\]-]{1,4})(?:-[^\]]*)?\]/.exec(positive)?.[1] ?? /"?([£€¥])"?/.exec(positive)?.[1]
  const letters = positive.replace(/"[^"]*"|\\.|_.|\[[^\]]*\]/g, '')
  if (/[yd]/i.test(letters) || (/m/i.test(letters) && !/[hs]/i.test(letters))) return { kind: 'date' }
  if (letters.includes('%')) return { kind: 'percent' }
  return currency ? { kind: 'number', currency } : plain
}

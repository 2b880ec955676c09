import { isCivilDate } from '@throughline/engine/kernel'
import { percentText, plainNumber, shift } from '../../sheet/index.ts'
import { serialOfDate } from '../dates.ts'
import { markedUp, maxCellText } from './markup.ts'
import { look } from './styles.ts'

/** How a column is typed: money and numbers as numbers, percentages (12.5 for 12.5 %) and dates as such, all else as text that is never a formula. */
export type XlsxKind = 'text' | 'number' | 'money' | 'date' | 'percent'

/** The texts of a workbook, each kept once: the position of a text is what its cells hold. */
export type Strings = { readonly positionOf: (text: string) => number; readonly all: () => readonly string[]; readonly uses: () => number }

export function stringTable(): Strings {
  const positions = new Map<string, number>()
  let uses = 0
  return {
    positionOf: (text) => {
      uses++
      const known = positions.get(text)
      if (known !== undefined) return known
      positions.set(text, positions.size)
      return positions.size - 1
    },
    all: () => [...positions.keys()],
    uses: () => uses,
  }
}

/** A cell as markup; '' for no cell. A text that is no number or date of its column's kind, or a number that a float does not hold, stays text: nothing is lost. */
export function cellMarkup(reference: string, text: string, kind: XlsxKind, strings: Strings): string {
  if (text === '') return ''
  const typed = typedValue(text, kind)
  if (typed === undefined) return textMarkup(reference, text, strings, /^[=+\-@\t\r\n]/.test(text) ? look.formulaLike : look.plain)
  return `<c r="${reference}" s="${look[kind === 'text' ? 'plain' : kind]}"><v>${typed}</v></c>`
}

/** A cell of text in a look. */
export const textMarkup = (reference: string, text: string, strings: Strings, style: number): string => `<c r="${reference}"${style === 0 ? '' : ` s="${style}"`} t="s"><v>${strings.positionOf(withinCell(text))}</v></c>`

/** The shared strings part (ECMA-376, 18.4.9). */
export const stringMarkup = (text: string): string => `<si><t${/^\s|\s$|\n/.test(text) ? ' xml:space="preserve"' : ''}>${markedUp(text)}</t></si>`

/** A longer text than a cell holds ends in an ellipsis; the notes of the workbook say so. */
export const withinCell = (text: string): string => (text.length > maxCellText ? `${text.slice(0, maxCellText - 1).toWellFormed()}…` : text)

/** The number that a cell of the kind stores; undefined where the text is to stay text. */
export function typedValue(text: string, kind: XlsxKind): string | undefined {
  switch (kind) {
    case 'text':
      return undefined
    case 'number':
    case 'money':
      return isExact(text) ? plainNumber(Number(text)) : undefined
    case 'percent': {
      const bare = text.replace(/%$/, '')
      const fraction = isExact(bare) ? Number(`${bare.startsWith('-') ? '-' : ''}${shift(bare.replace('-', ''), -2)}`) : Number.NaN
      return percentText(fraction) === `${shortest(bare)}%` ? plainNumber(fraction) : undefined
    }
    case 'date':
      return isCivilDate(text) ? serialOfDate(text)?.toString() : undefined
  }
}

/** Whether a decimal text is a number that a float gives back digit for digit. */
const isExact = (text: string): boolean => /^-?\d+(\.\d+)?$/.test(text) && plainNumber(Number(text)) === shortest(text)

/** A decimal text without zeros that say nothing: '-0012.50' → '-12.5'. */
function shortest(text: string): string {
  const bare = shift(text.replace(/^-/, ''), 0).replace(/^0+(?=\d)/, '').replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '')
  return text.startsWith('-') && bare !== '0' ? `-${bare}` : bare
}

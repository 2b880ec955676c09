import { formatDecimal, parseDecimal } from '@throughline/engine/kernel'

/** The exact sum of decimal texts, as decimal text; what is no number is left out, as a spreadsheet leaves it out. sumOf(['0.1', '0.2', 'n/a']) → '0.3' */
export function sumOf(texts: readonly string[]): string {
  const numbers = texts.filter((text) => /^-?\d+(\.\d+)?$/.test(text))
  const digits = numbers.reduce((most, text) => Math.max(most, text.length - 1 - (text.includes('.') ? text.indexOf('.') : text.length - 1)), 0)
  return formatDecimal(numbers.reduce((sum, text) => sum + (parseDecimal(text, digits) ?? 0n), 0n), digits)
}

import type { PricedLine } from './spike.ts'

/**
 * Parts of an actual as people write them, one a line: a name, a volume and a price or rate, with tabs, semicolons or `=` and `@` between
 * them (`North=120@4.5`). A decimal point is a point. Lines that are none are named.
 */
export function readParts(text: string): { readonly parts: readonly PricedLine[]; readonly wrong: readonly string[] } {
  const lines = text.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== '')
  const read = lines.map((line) => ({ line, found: /^(.{1,120}?)\s*[\t;=]\s*(-?\d{1,15}(?:\.\d{1,9})?)\s*[\t;@]\s*(-?\d{1,15}(?:\.\d{1,9})?)$/.exec(line) }))
  const parts = read.flatMap(({ found }) => (found ? [{ name: (found[1] ?? '').trim(), volume: Number(found[2]), price: Number(found[3]) }] : []))
  const twice = parts.filter(({ name }, at) => parts.findIndex((one) => one.name === name) < at).map(({ name }) => name)
  return { parts, wrong: [...read.flatMap(({ line, found }) => (found ? [] : [line])), ...twice] }
}

/** A value as decimal text with at most nine digits after the point, as actuals are kept. */
export const decimalText = (value: number): string => {
  const text = value.toFixed(9)
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text
}

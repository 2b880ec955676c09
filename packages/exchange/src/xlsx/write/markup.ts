/** Longest text that a cell of a spreadsheet holds. */
export const maxCellText = 32_767

/** Text as the content of an element: what XML does not allow is escaped as `_xHHHH_` (ECMA-376, 22.9.2.19), and so is what looks like such an escape. */
export function markedUp(text: string): string {
  const whole = text.isWellFormed() ? text : text.toWellFormed()
  if (!special.test(whole)) return whole
  return whole
    .replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
    .replace(/[^\P{Cc}\t\n]|[\ufffe\uffff]/gu, (char) => `_x${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
    .replace(/[&<>]/g, (char) => (char === '&' ? '&amp;' : char === '<' ? '&lt;' : '&gt;'))
}

/** Text as the value of an attribute. */
export const quoted = (text: string): string => markedUp(text).replaceAll('"', '&quot;').replace(/[\t\n]/g, ' ')

const special = /[^\P{Cc}\t\n]|[&<>\ufffe\uffff]|_x[0-9a-f]{4}_/iu

/** The opening of every part. */
export const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

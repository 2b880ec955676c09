/** A float as plain decimal text that reads back as the same float: no exponent, no grouping. 1e21 → '1000000000000000000000'. */
export function plainNumber(value: number): string {
  const text = String(Object.is(value, -0) ? 0 : value)
  const match = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text)
  if (!match) return text
  const [sign = '', digit = '', fraction = '', exponent = '0'] = match.slice(1)
  const digits = digit + fraction
  const point = 1 + Number(exponent)
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`
  return point >= digits.length ? sign + digits.padEnd(point, '0') : `${sign}${digits.slice(0, point)}.${digits.slice(point)}`
}
/** Moves the decimal point: shift('1.25', 3) → '1250'. */
export function shift(decimal: string, places: number): string {
  if (places === 0) return decimal
  const [whole = '', fraction = ''] = decimal.split('.')
  if (places > 0) {
    const filled = fraction.padEnd(places, '0')
    return `${whole}${filled.slice(0, places)}${filled.length > places ? `.${filled.slice(places)}` : ''}`
  }
  const filled = whole.padStart(1 - places, '0')
  return `${filled.slice(0, places)}.${filled.slice(places)}${fraction}`
}

/** A fraction as a percentage in plain text: percentText(-0.125) → '-12.5%'. */
export function percentText(fraction: number): string {
  const text = plainNumber(fraction)
  const moved = shift(text.replace('-', ''), 2).replace(/^0+(?=\d)/, '').replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '')
  return `${text.startsWith('-') && moved !== '0' ? '-' : ''}${moved}%`
}

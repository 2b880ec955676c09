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

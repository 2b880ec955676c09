const code = /^[A-Za-z0-9]{1,12}(\.[A-Za-z0-9]{1,12}){0,19}$/

/** Whether a text is a WBS code: up to twenty levels of letters and digits, parted by dots. */
export const isWbs = (text: string): boolean => code.test(text)

/** The codes above one, the nearest first: 1.2.3 stands below 1.2 and 1. */
export function wbsAbove(wbs: string): readonly string[] {
  const levels = wbs.split('.')
  return levels.slice(1).map((_, at) => levels.slice(0, levels.length - 1 - at).join('.'))
}

/** Codes in the order of a plan: 1.9 before 1.10, a level before what is below it. */
export function compareWbs(a: string, b: string): number {
  const [left, right] = [a.split('.'), b.split('.')]
  for (const [at, level] of left.entries()) {
    const other = right[at]
    if (other === undefined) return 1
    const order = compareKeys(level, other)
    if (order !== 0) return order
  }
  return left.length - right.length
}

/** Texts with their numbers read as numbers: PAY-9 before PAY-10. */
export function compareKeys(a: string, b: string): number {
  const [left, right] = [a.match(/\d+|\D+/g) ?? [], b.match(/\d+|\D+/g) ?? []]
  for (const [at, part] of left.entries()) {
    const other = right[at]
    if (other === undefined) return 1
    const order = /^\d/.test(part) && /^\d/.test(other) ? compareNumbers(part, other) : compareTexts(part, other)
    if (order !== 0) return order
  }
  return left.length - right.length || compareTexts(a, b)
}

const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
function compareNumbers(a: string, b: string): number {
  const [left, right] = [a.replace(/^0+/, ''), b.replace(/^0+/, '')]
  return left.length - right.length || compareTexts(left, right)
}

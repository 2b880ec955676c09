/**
 * The decimal mark that a column's amounts decide: '1.234,56' and '12,5' have a comma, '1,234.56' and '12.5' a point. One amount is
 * enough; undefined where none decides or they disagree, as '1.234' alone may be either.
 */
export function decimalMarkOf(texts: readonly string[]): '.' | ',' | undefined {
  let [point, comma] = [false, false]
  for (const text of texts) {
    const digits = /\d[\d.,]*/.exec(text.length > 60 ? '' : text.replace(/(?<=\d)[\s'’\u00a0\u202f](?=\d{3})/g, ''))?.[0].replace(/[.,]+$/, '') ?? ''
    if (/^\d{1,3}(,\d{3})*\.\d+$|^\d+\.\d+$/.test(digits) && !/^\d{1,3}\.\d{3}$/.test(digits)) point = true
    else if (/^\d{1,3}(,\d{3}){2,}$|^\d{1,2}(,\d{2})+,\d{3}(\.\d+)?$/.test(digits)) point = true
    else if (/^\d{1,3}(\.\d{3})+,\d+$|^\d{1,3}(\.\d{3}){2,}$/.test(digits)) comma = true
    else if (/^\d+,\d+$/.test(digits) && !/^\d{1,3},\d{3}$/.test(digits)) comma = true
  }
  return point === comma ? undefined : point ? '.' : ','
}

/** Whether an amount reads differently with either mark: '1.234' is one and a bit, or more than a thousand. */
export const isUndecided = (text: string): boolean => /^[^\d]*\d{1,3}\.\d{3}[^\d]*$/.test(text)

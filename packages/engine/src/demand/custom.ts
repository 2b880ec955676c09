import { formatDecimal, isCivilDate, ok, parseDecimal, refuse, type Result } from '../kernel/index.ts'

/** What a field that an organisation added holds. Money is whole minor units of the organisation's currency. */
export type CustomKind = 'text' | 'number' | 'money' | 'date' | 'choice' | 'yes_no'
/** What decides whether a text is a value of a field. */
export type CustomForm = { readonly kind: CustomKind; readonly choices: readonly string[] }
/** A text that is no value of its field: what stood there and what may stand there. */
export type CustomRefusal = { readonly code: 'value_wrong'; readonly values: { readonly found: string; readonly expected: string } }

/** Most letters of a value. */
export const customValueLimit = 2000
/** Digits that a number keeps after its point. */
const fractionDigits = 10

/**
 * The value that a text gives a field, in the one form in which it is kept; null where the text is blank.
 * Numbers lose what does not count: 007.50 is 7.5. Choices are found whatever their case. The kind decides, never a guess.
 */
export function readCustomValue({ kind, choices }: CustomForm, text: string | null): Result<string | null, CustomRefusal> {
  const given = (text ?? '').trim()
  if (given === '') return ok(null)
  const wrong = (expected: string) => refuse<CustomRefusal>({ code: 'value_wrong', values: { found: given.slice(0, 200), expected } })
  switch (kind) {
    case 'text':
      return given.length > customValueLimit || given.includes('\u0000') ? wrong(`a text of at most ${customValueLimit} letters`) : ok(given)
    case 'number':
      return /^[+-]?\d{0,20}(\.\d{0,10})?$/.test(given) ? plainNumber(given) ?? wrong(numberWords) : wrong(numberWords)
    case 'money':
      return /^-?\d{1,18}$/.test(given) ? ok(BigInt(given).toString()) : wrong('whole minor units, at most 18 digits')
    case 'date':
      return isCivilDate(given) && given >= '1900' && given < '2300' ? ok(given) : wrong('a date from 1900 to 2299, YYYY-MM-DD')
    case 'choice': {
      const choice = choices.find((one) => one.toLowerCase() === given.toLowerCase())
      return choice === undefined ? wrong(`one of ${choices.join(', ')}`) : ok(choice)
    }
    case 'yes_no':
      return /^(yes|no)$/i.test(given) ? ok(given.toLowerCase()) : wrong('yes or no')
  }
}

const numberWords = `a number of at most 20 digits, and ${fractionDigits} after the point`

function plainNumber(text: string): Result<string, never> | undefined {
  const value = parseDecimal(text, fractionDigits)
  return value === undefined ? undefined : ok(formatDecimal(value, fractionDigits).replace(/\.?0+$/, ''))
}

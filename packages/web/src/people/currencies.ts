/** Currencies offered in lists; any ISO 4217 code works. */
export const currencies = ['AUD', 'BRL', 'CAD', 'CHF', 'CNY', 'CZK', 'DKK', 'EUR', 'GBP', 'HKD', 'HUF', 'INR', 'JPY', 'KRW', 'MXN', 'NOK', 'NZD', 'PLN', 'RON', 'SEK', 'SGD', 'TRY', 'USD', 'ZAR'] as const

/** A currency by code and name: `GBP, British Pound`. */
export function currencyName(code: string, locale = 'en'): string {
  const name = new Intl.DisplayNames([locale], { type: 'currency' }).of(code)
  return name && name !== code ? `${code}, ${name}` : code
}

const made = new Map<string, Intl.NumberFormat>()

/** A number format of the locale, made once: making one takes as long as writing hundreds of numbers with it. */
export function numberFormat(locale: string, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat {
  const key = `${locale} ${JSON.stringify(options)}`
  const kept = made.get(key) ?? new Intl.NumberFormat(locale, options)
  made.set(key, kept)
  return kept
}

import { createContext, useContext, useMemo } from 'react'
import type { ReactNode } from 'react'

/** The tag where it is one that figures can be written in, else British English: some systems report `en-US@posix` or `C`. */
export function usableLocale(tag: string | undefined): string {
  try {
    return Intl.NumberFormat.supportedLocalesOf(tag ?? [])[0] ?? 'en-GB'
  } catch {
    return 'en-GB'
  }
}

/** How figures and dates are written and read: a BCP 47 tag such as `en-GB` or `de-DE`. */
const LocaleContext = createContext<string>(usableLocale(typeof navigator === 'undefined' ? undefined : navigator.language))

/** Sets the locale for everything below it. */
export function LocaleProvider({ locale, children }: { readonly locale: string; readonly children: ReactNode }) {
  return <LocaleContext value={locale}>{children}</LocaleContext>
}

/** The locale in force. */
export const useLocale = (): string => useContext(LocaleContext)

/** A number format of the locale in force, kept while `options` (compared as JSON) stay the same. */
export function useNumberFormat(options?: Intl.NumberFormatOptions): (value: number) => string {
  const locale = useLocale()
  const key = JSON.stringify(options)
  return useMemo(() => {
    const format = new Intl.NumberFormat(locale, key === undefined ? undefined : (JSON.parse(key) as Intl.NumberFormatOptions))
    return (value: number) => withMinus(format.format(value))
  }, [locale, key])
}

/** Hyphens that stand for a minus become U+2212, which is as wide as a plus and lines up. */
export const withMinus = (text: string): string => text.replace(/^-/u, '−')

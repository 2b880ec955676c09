import { createContext, useContext, useMemo } from 'react'
import type { ReactNode } from 'react'

/** How figures and dates are written and read: a BCP 47 tag such as `en-GB` or `de-DE`. */
const LocaleContext = createContext<string>(typeof navigator === 'undefined' ? 'en-GB' : navigator.language)

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

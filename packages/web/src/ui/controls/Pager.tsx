import { formatNumber } from '../format.ts'
import { useLocale } from '../locale.tsx'
import { Button } from './Button.tsx'

export type PagerProps = { readonly what: string; readonly total: number; readonly from: number; /** Rows on this page. */ readonly shown: number; /** Rows on a page at most. */ readonly size: number; onFrom(from: number): void }

/** Which part of a long list is shown, and the way to the others; nothing where all of it is. */
export function Pager({ what, total, from, shown, size, onFrom }: PagerProps) {
  const locale = useLocale()
  const told = (value: number): string => formatNumber(value, locale, 0)
  if (total <= size && from === 0) return null
  return (
    <nav className="no-print flex items-center gap-3" aria-label={`Pages of ${what}`}>
      <span className="quiet figures" role="status">{shown === 0 ? 'None' : `${told(from + 1)} to ${told(from + shown)}`} of {told(total)}</span>
      <Button disabled={from === 0} onClick={() => onFrom(Math.max(0, from - size))}>Earlier</Button>
      <Button disabled={from + shown >= total} onClick={() => onFrom(from + size)}>Further</Button>
    </nav>
  )
}

import { useFormat } from '../../../../format/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import { pageRows } from '../acts.ts'

/** Which part of a long list is shown, and the way to the others. */
export function Pager({ total, from, shown, what, onFrom }: { readonly total: number; readonly from: number; readonly shown: number; readonly what: string; onFrom(from: number): void }) {
  const format = useFormat()
  if (total <= pageRows && from === 0) return null
  return (
    <nav className="flex items-center gap-3" aria-label={`Pages of ${what}`}>
      <span className="quiet figures" role="status">{shown === 0 ? 'None' : `${format.number(from + 1)} to ${format.number(from + shown)}`} of {format.number(total)}</span>
      <Button disabled={from === 0} onClick={() => onFrom(Math.max(0, from - pageRows))}>Earlier</Button>
      <Button disabled={from + shown >= total} onClick={() => onFrom(from + pageRows)}>Further</Button>
    </nav>
  )
}

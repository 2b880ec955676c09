import { useFormat } from '../../../../format/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'

/** The end of a list that goes on: how much more there is, and the way to it. */
export function More({ shown, total, state, onMore }: { readonly shown: number; readonly total: number; readonly state: 'still' | 'loading' | 'failed'; onMore(): void }) {
  const format = useFormat()
  if (state === 'loading') return <li className="quiet px-4 py-2" role="status">Loading…</li>
  if (state === 'failed') return <li className="quiet px-4 py-2">The server did not answer. <Button kind="link" onClick={onMore}>Try again</Button></li>
  if (shown >= total) return null
  return <li className="quiet px-4 py-2 print:hidden"><Button kind="link" onClick={onMore}>Show more</Button> {format.number(shown, 0)} of {format.number(total, 0)}</li>
}

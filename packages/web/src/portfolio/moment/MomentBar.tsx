import { ArrowRight, CalendarClock } from 'lucide-react'
import { useFormat } from '../../format/index.ts'
import { Button } from '../../ui/controls/Button.tsx'
import type { Moment } from '../../wire/index.ts'
import { momentWords, type Position } from './words.ts'

/** Above every page while it shows the past: which moment, another one, what changed since, and the way back. */
export function MomentBar({ moment, positions, changesLink, onChange, onNow }: { readonly moment: Moment; readonly positions: readonly Position[]; readonly changesLink: string; onChange(): void; onNow(): void }) {
  const format = useFormat()
  return (
    <div role="status" className="partial items-center">
      <CalendarClock aria-hidden="true" className="size-4 shrink-0 self-center" />
      <span className="min-w-0 flex-1 self-center">{momentWords(moment, positions, format)} Nothing can be changed here.</span>
      <span className="no-print flex flex-wrap gap-2">
        <a className="button" data-kind="quiet" href={changesLink}>What changed since <ArrowRight aria-hidden="true" /></a>
        <Button onClick={onChange}>Another day</Button>
        <Button kind="primary" onClick={onNow}>Back to now</Button>
      </span>
    </div>
  )
}

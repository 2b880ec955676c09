import type { ImportDraft } from '@throughline/contract/demand'
import { CircleCheck } from 'lucide-react'
import { places, useFormat } from '../../../../format/index.ts'
import { Card } from '../../../../ui/display/Card.tsx'
import { Figure, FigureStrip } from '../../../../ui/display/Figure.tsx'
import { PartialState } from '../../../../ui/states/states.tsx'

/** How the import ended: what applying it did and where to see it, or that it was discarded; nothing while it is open. */
export function Outcome({ draft: { state, applied, asOf, fileName } }: { readonly draft: ImportDraft }) {
  const format = useFormat()
  if (state === 'discarded') return <PartialState message="This import was discarded. Nothing of it was written; upload the file again to use it." />
  if (state !== 'applied') return null
  if (!applied) return <PartialState message="This import was applied." />
  return (
    <Card title="Applied" note={`${applied.title}${asOf === null ? '' : `, position of ${format.date(asOf)}`}, from ${fileName}`} actions={<><a className="button" data-kind="primary" href={places.initiatives}>See the initiatives</a><a className="button" data-kind="secondary" href={places.cockpit}>Open the cockpit</a></>}>
      <div className="grid gap-4" role="status">
        <p className="flex items-center gap-2"><CircleCheck aria-hidden="true" className="size-5 shrink-0 text-good" />The whole file was written in one step. Every change is in the history.</p>
        <FigureStrip label="What applying did">
          <Figure label="Created" value={format.number(applied.created)} comparison={{ words: 'initiatives that are new' }} />
          <Figure label="Updated" value={format.number(applied.updated)} comparison={{ words: 'initiatives with one more report' }} />
          <Figure label="Not taken" value={format.number(applied.refused)} comparison={applied.refused > 0 ? { words: 'rows that repeat an earlier one', tone: 'warn' } : { words: 'no row was left out' }} />
          <Figure label="Issues" value={format.number(applied.issues)} comparison={{ words: 'listed below by cell' }} />
        </FigureStrip>
      </div>
    </Card>
  )
}

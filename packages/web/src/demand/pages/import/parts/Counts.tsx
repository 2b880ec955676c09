import type { ImportDraft } from '@throughline/contract/demand'
import { useFormat } from '../../../../format/index.ts'
import { Figure, FigureStrip } from '../../../../ui/display/Figure.tsx'

/** What the file holds and what applying it would do, in figures. */
export function Counts({ draft }: { readonly draft: ImportDraft }) {
  const format = useFormat()
  const { rows, created, updated, refused, errors, warnings, notes } = draft.counts
  return (
    <FigureStrip label="What the file holds">
      <Figure label="Initiatives read" value={format.number(rows)} comparison={{ words: draft.transposed ? 'one from each column' : 'one from each row' }} />
      <Figure label="New" value={format.number(created)} comparison={{ words: 'begin an initiative' }} />
      <Figure label="Known" value={format.number(updated)} comparison={{ words: 'continue an initiative' }} />
      <Figure label="Not taken" value={format.number(refused)} comparison={refused > 0 ? { words: 'repeat an earlier row', tone: 'warn' } : { words: 'no row is left out' }} />
      <Figure label="Issues" value={format.number(draft.issuesInAll)} comparison={{ words: `${format.count(errors, 'error', 'errors')}, ${format.count(warnings, 'warning', 'warnings')}, ${format.count(notes, 'note', 'notes')}`, ...(errors > 0 ? { tone: 'bad' } : warnings > 0 ? { tone: 'warn' } : {}) }} />
    </FigureStrip>
  )
}

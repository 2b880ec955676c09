import type { ImportDraft } from '@throughline/contract/demand'
import { useFormat } from '../../../../format/index.ts'
import { Figure, FigureStrip } from '../../../../ui/display/Figure.tsx'

/** What the file holds and what applying it would do, in figures. */
export function Counts({ draft }: { readonly draft: ImportDraft }) {
  const format = useFormat()
  const { rows, created, updated, refused, errors, warnings, notes } = draft.counts
  const { changed, unchanged, history } = draft.effect
  const known = [`${format.number(changed)} change`, `${format.number(unchanged)} stay`, ...(history > 0 ? [`${format.number(history)} only add history`] : [])].join(', ')
  return (
    <FigureStrip label="What the file holds">
      <Figure label="Rows read" value={format.number(rows)} comparison={{ words: draft.positions.length > 1 ? `in ${draft.positions.length} positions` : draft.transposed ? 'one from each column' : 'one position' }} />
      <Figure label="New" value={format.number(created)} comparison={{ words: 'begin an initiative' }} />
      <Figure label="Known" value={format.number(updated)} comparison={{ words: updated === 0 ? 'none is continued' : known }} />
      <Figure label="Not taken" value={format.number(refused)} comparison={refused > 0 ? { words: 'repeat an earlier row', tone: 'warn' } : { words: 'no row is left out' }} />
      <Figure label="Issues" value={format.number(draft.issuesInAll)} comparison={{ words: `${format.count(errors, 'error', 'errors')}, ${format.count(warnings, 'warning', 'warnings')}, ${format.count(notes, 'note', 'notes')}`, ...(errors > 0 ? { tone: 'bad' } : warnings > 0 ? { tone: 'warn' } : {}) }} />
    </FigureStrip>
  )
}

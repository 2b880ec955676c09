import type { ImportDraft } from '@throughline/contract/demand'
import { useFormat } from '../../../../format/index.ts'
import { Figure, FigureStrip } from '../../../../ui/display/Figure.tsx'

/** What the file holds and what applying it would do, in figures. */
export function Counts({ draft }: { readonly draft: ImportDraft }) {
  const format = useFormat()
  const { rows, created, updated, refused, errors, warnings, notes } = draft.counts
  return (
    <FigureStrip label="What the file holds">
      <Figure label="Rows read" value={format.number(rows)} comparison={{ words: draft.fileName }} />
      <Figure label="New" value={format.number(created)} comparison={{ words: 'begin an initiative' }} />
      <Figure label="Known" value={format.number(updated)} comparison={{ words: 'continue an initiative' }} />
      <Figure label="Not taken" value={format.number(refused)} comparison={refused > 0 ? { words: 'repeat an earlier row', tone: 'warn' } : { words: 'no row is left out' }} />
      <Figure label="Errors" value={format.number(errors)} comparison={errors > 0 ? { words: 'cells that were not read', tone: 'bad' } : { words: 'none' }} />
      <Figure label="Warnings and notes" value={format.number(warnings + notes)} comparison={{ words: `${format.count(warnings, 'warning', 'warnings')}, ${format.count(notes, 'note', 'notes')}` }} />
    </FigureStrip>
  )
}

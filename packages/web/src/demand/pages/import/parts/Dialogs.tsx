import type { ImportDraft } from '@throughline/contract/demand'
import { useFormat } from '../../../../format/index.ts'
import { FormDialog } from '../../../../wire/index.ts'
import type { ImportActs, Publication } from '../acts.ts'
import { standingOf } from '../draft.ts'

export type ImportDialogsProps = { readonly open: 'apply' | 'discard' | undefined; readonly draft: ImportDraft; readonly publications: readonly Publication[]; readonly acts: ImportActs; onClose(): void }

/** Asks once more before the one write, and before a file is put away. */
export function ImportDialogs({ open, draft, publications, acts, onClose }: ImportDialogsProps) {
  const format = useFormat()
  const { created, updated, refused } = draft.counts
  if (open === 'discard') {
    return (
      <FormDialog title={`Discard ${draft.fileName}?`} act="Discard import" tone="danger" onSubmit={acts.discard} onClose={onClose}>
        <p>The portfolio stays as it is. Your corrections go with the import; the file can be uploaded again.</p>
      </FormDialog>
    )
  }
  if (open === undefined) return null
  return (
    <FormDialog title={`Apply ${draft.title}?`} subtitle={draft.asOf === null ? '' : `Position of ${format.date(draft.asOf)}`} act="Apply import" onSubmit={acts.apply} onClose={onClose}>
      <ul className="grid list-disc gap-1 pl-5">
        <li>{format.count(created, 'new initiative begins', 'new initiatives begin')}.</li>
        <li>{format.count(updated, 'known initiative gets', 'known initiatives get')} one more report.</li>
        {refused > 0 && <li>{format.count(refused, 'row repeats an earlier one and is', 'rows repeat an earlier one and are')} not taken.</li>}
        <li>{consequence[standingOf(draft, publications)]}</li>
      </ul>
      <p>It is one step: all of it is written, or nothing. What was published before stays in the history.</p>
    </FormDialog>
  )
}

const consequence = {
  first: 'It becomes the first publication of this portfolio.',
  again: 'It takes the place of the publication with this title and date.',
  earlier: 'A later position is here already: it adds to the history, newer figures stay in force.',
  newest: 'It becomes the latest publication: current figures move to it.',
} as const

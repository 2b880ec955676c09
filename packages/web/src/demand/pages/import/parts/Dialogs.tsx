import type { ImportDraft } from '@throughline/contract/demand'
import { useFormat } from '../../../../format/index.ts'
import { FormDialog } from '../../../../wire/index.ts'
import type { ImportActs } from '../acts.ts'
import { saysNothingNew } from '../draft.ts'
import { standingWords } from '../words.ts'

export type Asked = 'apply' | 'discard' | 'undo'
export type ImportDialogsProps = { readonly open: Asked | undefined; readonly draft: ImportDraft; readonly acts: ImportActs; onClose(): void }

/** Asks once more before the one write, before it is taken back, and before a file is put away. */
export function ImportDialogs({ open, draft, acts, onClose }: ImportDialogsProps) {
  switch (open) {
    case 'discard':
      return (
        <FormDialog title={`Discard ${draft.fileName}?`} act="Discard import" tone="danger" onSubmit={acts.discard} onClose={onClose}>
          <p>The portfolio stays as it is. Your corrections go with the import; the file can be uploaded again.</p>
        </FormDialog>
      )
    case 'undo':
      return (
        <FormDialog title={`Undo the import of ${draft.fileName}?`} act="Undo import" tone="danger" onSubmit={acts.undo} onClose={onClose}>
          <ul className="grid list-disc gap-1 pl-5">
            <li>What it changed gets back what it had; what it created and nobody touched is removed.</li>
            <li>Publications whose place it took come back.</li>
            <li>What somebody has changed since is kept, and listed for you.</li>
          </ul>
          <p>It is one step, and stays in the history: whoever looks at an earlier day sees the import still.</p>
        </FormDialog>
      )
    case 'apply':
      return <Apply {...{ draft, acts, onClose }} />
    case undefined:
      return null
  }
}

function Apply({ draft, acts, onClose }: Omit<ImportDialogsProps, 'open'>) {
  const format = useFormat()
  const { counts, effect, positions, scope } = draft
  return (
    <FormDialog title={`Apply ${draft.title}?`} subtitle={draft.asOf === null ? '' : positions.length > 1 ? `${positions.length} positions until ${format.date(draft.asOf)}` : `Position of ${format.date(draft.asOf)}`} act="Apply import" onSubmit={acts.apply} onClose={onClose}>
      {saysNothingNew(draft) ? (
        <p>Everything in this file is in force already, word for word. Nothing will be written.</p>
      ) : (
        <ul className="grid list-disc gap-1 pl-5">
          <li>{format.count(counts.created, 'new initiative begins', 'new initiatives begin')}.</li>
          <li>{format.count(effect.changed, 'known initiative changes', 'known initiatives change')}, {format.number(effect.unchanged)} stay as they are.</li>
          {effect.leaving > 0 && <li>{scope === 'part' ? 'Nobody leaves the list: only these are updated.' : `${format.count(effect.leaving, 'initiative leaves', 'initiatives leave')} the current list.`}</li>}
          {effect.units > 0 && <li>{format.count(effect.units, 'unit is', 'units are')} added to the organisation.</li>}
          {counts.refused > 0 && <li>{format.count(counts.refused, 'row repeats an earlier one and is', 'rows repeat an earlier one and are')} not taken.</li>}
          {positions.slice(-3).map(({ asOf, title, standing }) => <li key={asOf}>{title}: {lowerFirst(standingWords[standing])}.</li>)}
        </ul>
      )}
      <p>It is one step: all of it is written, or nothing. It can be undone later as a whole.</p>
    </FormDialog>
  )
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

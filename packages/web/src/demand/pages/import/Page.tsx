import type { ImportDraft } from '@throughline/contract/demand'
import { Check, FileUp, Trash2, Undo2 } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { Button } from '../../../ui/controls/Button.tsx'
import { PageFrame } from '../../../ui/display/PageFrame.tsx'
import { PartialState } from '../../../ui/states/states.tsx'
import { Shown, type Reading } from '../../../wire/index.ts'
import type { Earlier, ImportActs, ImportLists, Upload, Work } from './acts.ts'
import { blockersOf, isAtWork } from './draft.ts'
import { ImportDialogs, type Asked } from './parts/Dialogs.tsx'
import { Preview } from './parts/Preview.tsx'
import { Start } from './parts/Start.tsx'
import { stateNotes } from './words.ts'

export type ImportProps = {
  readonly canEdit: boolean
  /** Undefined until a file has been brought. */
  readonly draft: Reading<ImportDraft> | undefined
  /** The job at work on the draft, where there is one. */
  readonly work: Work | undefined
  readonly lists: ImportLists
  readonly earlier: Earlier
  readonly upload: Upload
  readonly acts: ImportActs
  /** Opens the discussion of the import. */
  readonly discuss?: ReactNode
  /** Back to where a file is brought. */
  onOther(): void
}

/** A portfolio file on its way in: brought, looked at, corrected, written only when it is applied, and taken back if need be. */
export function ImportPage({ canEdit, draft, work, lists, earlier, upload, acts, discuss, onOther }: ImportProps) {
  const [asked, setAsked] = useState<Asked>()
  const read = draft?.state === 'full' ? draft.value : undefined
  const note = read ? stateNotes[read.state](read.fileName) : 'A portfolio file is read and shown first. Nothing is written before you apply it.'
  return (
    <PageFrame title="Import" note={note} actions={draft && <>{read && discuss}<Actions {...{ canEdit, onOther, setAsked }} draft={read} /></>}>
      {draft ? (
        <Shown reading={draft} what="the import" lines={12}>{(value) => <Preview key={value.id} draft={value} onUndo={() => setAsked('undo')} {...{ work, lists, canEdit, acts }} />}</Shown>
      ) : (
        <>
          {!canEdit && <PartialState message="Files are imported by editors, and into the present alone. You see what was imported." />}
          <Start {...{ upload, earlier, canEdit }} />
        </>
      )}
      {read && <ImportDialogs open={asked} draft={read} acts={acts} onClose={() => setAsked(undefined)} />}
    </PageFrame>
  )
}

type ActionsProps = { readonly draft: ImportDraft | undefined; readonly canEdit: boolean; setAsked(asked: Asked): void; onOther(): void }

function Actions({ draft, canEdit, setAsked, onOther }: ActionsProps) {
  const other = <Button icon={<FileUp aria-hidden="true" />} onClick={onOther}>{canEdit ? (draft?.state === 'applied' ? 'Import another file' : 'Choose another file') : 'All imports'}</Button>
  if (!canEdit || !draft || isAtWork(draft)) return other
  const [blocker] = blockersOf(draft)
  const canDiscard = draft.state === 'preview' || draft.state === 'refused' || draft.state === 'cancelled'
  return (
    <>
      {other}
      {canDiscard && <Button icon={<Trash2 aria-hidden="true" />} onClick={() => setAsked('discard')}>Discard</Button>}
      {draft.state === 'preview' && <Button kind="primary" icon={<Check aria-hidden="true" />} disabled={blocker !== undefined} title={blocker} onClick={() => setAsked('apply')}>Apply</Button>}
      {draft.state === 'applied' && draft.applied?.nothingNew === false && <Button icon={<Undo2 aria-hidden="true" />} onClick={() => setAsked('undo')}>Undo</Button>}
    </>
  )
}

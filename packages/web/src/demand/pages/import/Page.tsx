import type { ImportDraft } from '@throughline/contract/demand'
import { Check, FileUp, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../../ui/controls/Button.tsx'
import { PageFrame } from '../../../ui/display/PageFrame.tsx'
import { RefusedState } from '../../../ui/states/states.tsx'
import { Shown, type Reading } from '../../../wire/index.ts'
import type { ImportActs, Publication, Upload } from './acts.ts'
import { blockersOf } from './draft.ts'
import { ImportDialogs } from './parts/Dialogs.tsx'
import { Preview } from './parts/Preview.tsx'
import { Start } from './parts/Start.tsx'

export type ImportProps = {
  readonly canEdit: boolean
  /** Undefined until a file has been brought. */
  readonly draft: Reading<ImportDraft> | undefined
  readonly publications: Reading<readonly Publication[]>
  readonly upload: Upload
  readonly acts: ImportActs
  /** Back to where a file is brought. */
  onOther(): void
}

/** A portfolio file on its way in: brought, looked at, corrected, and written only when it is applied. */
export function ImportPage({ canEdit, draft, publications, upload, acts, onOther }: ImportProps) {
  const read = draft?.state === 'full' ? draft.value : undefined
  const known = publications.state === 'full' ? publications.value : []
  return (
    <PageFrame title="Import" note={read ? noteOf(read) : 'A portfolio file is read and shown first. Nothing is written before you apply it.'} actions={draft && <Actions {...{ canEdit, acts, onOther }} draft={read} publications={known} />}>
      {draft ? (
        <Shown reading={draft} what="the import" lines={12}>{(value) => <Preview key={value.id} draft={value} publications={known} {...{ canEdit, acts }} />}</Shown>
      ) : canEdit ? (
        <Start upload={upload} publications={publications} />
      ) : (
        <RefusedState title="Your role does not allow this" reason="Importing a file needs the role editor." tryNext="Ask an owner of the organisation for a role that may." />
      )}
    </PageFrame>
  )
}

const noteOf = ({ fileName, state }: ImportDraft): string => ({ preview: `${fileName} as it was read. Nothing is written before you apply it.`, applied: `${fileName} was applied.`, discarded: `${fileName} was discarded.` })[state]

type ActionsProps = { readonly draft: ImportDraft | undefined; readonly publications: readonly Publication[]; readonly canEdit: boolean; readonly acts: ImportActs; onOther(): void }

function Actions({ draft, publications, canEdit, acts, onOther }: ActionsProps) {
  const [asked, setAsked] = useState<'apply' | 'discard'>()
  const other = canEdit && <Button icon={<FileUp aria-hidden="true" />} onClick={onOther}>{draft?.state === 'applied' ? 'Import another file' : 'Choose another file'}</Button>
  if (!canEdit || draft?.state !== 'preview') return other
  const [blocker] = blockersOf(draft)
  return (
    <>
      {other}
      <Button icon={<Trash2 aria-hidden="true" />} onClick={() => setAsked('discard')}>Discard</Button>
      <Button kind="primary" icon={<Check aria-hidden="true" />} disabled={blocker !== undefined} title={blocker} onClick={() => setAsked('apply')}>Apply</Button>
      <ImportDialogs open={asked} {...{ draft, publications, acts }} onClose={() => setAsked(undefined)} />
    </>
  )
}

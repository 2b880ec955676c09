import { useState } from 'react'
import { AttachFiles, type AttachedFile } from '../../ui/controls/AttachFiles.tsx'
import { FormDialog } from '../../wire/index.ts'
import { attachEvidence, evidenceTaken, referencesTo } from '../evidence/index.ts'
import { missingIn, naming, blank, type ActForm, type Setting, type Subject } from './form.ts'
import { FieldOf } from './FieldOf.tsx'
import type { LedgerActs } from './use-ledger-acts.ts'

export type ActDialogProps = { readonly form: ActForm; readonly setting: Setting; readonly subject: Subject; readonly acts: LedgerActs; onClose(): void }

/** An act of the ledger: its fields, and where it is refused the rule with its figures beside what was entered. */
export function ActDialog({ form, setting, subject, acts, onClose }: ActDialogProps) {
  const [entered, setEntered] = useState(() => form.start?.(setting, subject) ?? blank)
  const [files, setFiles] = useState<readonly AttachedFile[]>([])
  const fields = form.fields(setting, subject)
  const said = naming(entered, referencesTo(files))
  const { benefit } = subject
  const named = subject.benefit ?? subject.measure
  const closed = setting.register.periods.find(({ code, state }) => code === entered.text['period'] && state === 'closed')
  const drawn = (field: (typeof fields)[number]) => <FieldOf key={field.key} {...{ field, entered, setting }} onChange={setEntered} />
  return (
    <FormDialog title={named ? `${form.label}: ${named.name}` : form.label} subtitle={form.about} act={form.label} size="wide" notYet={missingIn(fields, said)} {...(form.tone ? { tone: form.tone } : {})} onSubmit={() => form.send(acts, said, setting, subject)} onClose={onClose}>
      {fields.filter(({ rare }) => !rare).map(drawn)}
      {form.files && benefit && <AttachFiles label={`Files that show it: ${benefit.name}`} {...evidenceTaken} files={files} onAttach={(file) => attachEvidence('benefit', benefit.id, file)} onChange={setFiles} />}
      {fields.some(({ rare }) => rare) && <details><summary className="leading-6">Seldom needed</summary><div className="grid gap-4 pt-2">{fields.filter(({ rare }) => rare).map(drawn)}</div></details>}
      {closed && <p className="quiet">{`${closed.name} is closed: this is posted as a prior-period adjustment.`}</p>}
    </FormDialog>
  )
}

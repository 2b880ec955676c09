import type { TaskPreview, TaskRow } from '@throughline/contract/delivery'
import type { Problem } from '@throughline/contract/wire'
import type { Result } from '@throughline/engine/kernel'
import { useState } from 'react'
import { useFormat } from '../../format/index.ts'
import { FilePicker } from '../../ui/controls/FilePicker.tsx'
import { TextArea } from '../../ui/controls/TextField.tsx'
import { StatusMark } from '../../ui/display/Status.tsx'
import { FormDialog, ProblemNote } from '../../wire/index.ts'

export type LoadActs = { preview(bytes: Uint8Array, fileName: string): Promise<Result<TaskPreview, Problem>>; keep(rows: readonly TaskRow[]): Promise<Result<unknown, Problem>> }

/** A list of work from a tracker, a plan or Excel: first what it would add and change and what cannot be taken, then all of it in one act. */
export function LoadWork({ acts, onClose }: { readonly acts: LoadActs; onClose(): void }) {
  const [pasted, setPasted] = useState('')
  const [preview, setPreview] = useState<TaskPreview>()
  const [problem, setProblem] = useState<Problem>()
  const look = async (bytes: Uint8Array, name: string): Promise<void> => {
    const found = await acts.preview(bytes, name)
    setProblem(found.ok ? undefined : found.refusal)
    setPreview(found.ok ? found.value : undefined)
  }
  const paste = (text: string): void => {
    setPasted(text)
    if (text.trim() === '') setPreview(undefined)
    else void look(new TextEncoder().encode(text), 'Pasted rows')
  }
  const notYet = !preview ? 'Paste rows or choose a file' : preview.added + preview.changed === 0 ? 'It would change nothing' : undefined
  return (
    <FormDialog size="wide" title="Paste or load a list" subtitle="A line for each task. The same key is the same task: it is changed and never added twice." act="Take the list" notYet={notYet} onSubmit={() => acts.keep(preview?.rows ?? [])} onClose={onClose}>
      <TextArea label="Paste from Excel" hint="With a heading for the key and one for the name; also WBS, Kind, Parent, Owner, State, Start, Finish, Actual finish, Enables and Link, as trackers and planning tools call them." rows={5} data-focus-first="" value={pasted} onChange={paste} />
      <FilePicker label="Or drop a file here" hint="CSV or XLSX" accept=".csv,.tsv,.txt,.xlsx,.xlsm" onPick={([file]) => void file?.arrayBuffer().then((buffer) => look(new Uint8Array(buffer), file.name))} />
      <ProblemNote problem={problem} />
      {preview && <Found preview={preview} />}
    </FormDialog>
  )
}

/** What a list would come to. */
export function Found({ preview: { recognised, added, changed, same, fields, issues } }: { readonly preview: TaskPreview }) {
  const format = useFormat()
  const [read, unread] = [fields.filter(({ field }) => field !== null), fields.filter(({ field }) => field === null)]
  return (
    <>
      <p role="status">{recognised}: adds {format.count(added, 'task', 'tasks')}, changes {format.count(changed, 'task', 'tasks')}, leaves {format.number(same, 0)} as they are.</p>
      {fields.length > 0 && <p className="quiet">Read: {read.map(({ heading, field }) => (heading.toLowerCase() === field ? heading : `${heading} as ${field ?? ''}`)).join(', ')}.{unread.length > 0 && ` Not read: ${unread.map(({ heading }) => heading).join(', ')}.`}</p>}
      {issues.length > 0 && (
        <ul className="grid max-h-64 gap-1 overflow-auto" aria-label="Left out" tabIndex={0}>
          {issues.map(({ line, found, expected }, at) => <li key={at} className="flex flex-wrap items-baseline gap-2"><StatusMark quiet tone="warn" word={line === null ? 'Left out' : `Line ${line}`} /><span>Found {found}; expected {expected}.</span></li>)}
        </ul>
      )}
    </>
  )
}

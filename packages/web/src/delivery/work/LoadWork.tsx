import type { TaskPreview, TaskRow } from '@throughline/contract/delivery'
import type { Problem } from '@throughline/contract/wire'
import type { Result } from '@throughline/engine/kernel'
import { useFormat } from '../../format/index.ts'
import { FormDialog } from '../../wire/index.ts'
import { LeftOut, ListSource, notYetOf } from '../../wire/list/ListSource.tsx'
import { useList } from '../../wire/list/use-list.ts'

export type LoadActs = { preview(bytes: Uint8Array, fileName: string): Promise<Result<TaskPreview, Problem>>; keep(rows: readonly TaskRow[]): Promise<Result<unknown, Problem>> }

/** A list of work from a tracker, a plan or Excel: first what it would add and change and what cannot be taken, then all of it in one act. */
export function LoadWork({ acts, onClose }: { readonly acts: LoadActs; onClose(): void }) {
  const list = useList(acts.preview)
  const preview = list.looked?.preview
  return (
    <FormDialog size="wide" title="Paste or load a list" subtitle="A line for each task. The same key is the same task: it is changed and never added twice." act="Take the list" notYet={notYetOf(list, (preview?.added ?? 0) + (preview?.changed ?? 0), 'It would change nothing')} onSubmit={() => acts.keep(preview?.rows ?? [])} onClose={onClose}>
      <ListSource list={list} hint="With a heading for the key and one for the name; also WBS, Kind, Parent, Owner, State, Start, Finish, Actual finish, Enables and Link, as trackers and planning tools call them." />
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
      <LeftOut issues={issues.map(({ line, found, expected }) => ({ line, words: `Found ${found}; expected ${expected}.` }))} />
    </>
  )
}

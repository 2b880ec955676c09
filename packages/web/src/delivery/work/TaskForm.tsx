import type { Enabled, NewTask, Task } from '@throughline/contract/delivery'
import type { Problem } from '@throughline/contract/wire'
import type { Result } from '@throughline/engine/kernel'
import { taskKinds, taskStates } from '@throughline/engine/delivery'
import { useState } from 'react'
import { Select } from '../../ui/controls/Select.tsx'
import { TextField } from '../../ui/controls/TextField.tsx'
import { fieldError, FormDialog } from '../../wire/index.ts'
import { kindWords, stateWords } from './words.ts'

export type TaskFormProps = { readonly task: Task | undefined; readonly tasks: readonly Task[]; readonly enabled: readonly Enabled[]; onSubmit(given: NewTask): Promise<Result<unknown, Problem>>; onClose(): void }

/** A task of an initiative: new where none is given. */
export function TaskForm({ task, tasks, enabled, onSubmit, onClose }: TaskFormProps) {
  const [entry, setEntry] = useState(() => entryOf(task))
  const set = <K extends keyof typeof entry>(field: K) => (value: (typeof entry)[K]): void => setEntry((all) => ({ ...all, [field]: value }))
  const above = tasks.filter(({ id, kind }) => id !== task?.id && kind !== 'milestone' && kind !== 'planning_package')
  return (
    <FormDialog title={task ? task.name : 'Add work'} size="wide" act={task ? 'Save' : 'Add'} notYet={entry.name.trim() === '' ? 'It needs a name.' : undefined} onSubmit={() => onSubmit(givenOf(entry, task !== undefined))} onClose={onClose}>
      {(problem) => (
        <>
          <TextField label="Name" required maxLength={300} data-focus-first="" value={entry.name} onChange={set('name')} error={fieldError(problem, 'name')} />
          <div className="grid gap-3 sm:grid-cols-3">
            <TextField label="Key" maxLength={120} hint={task ? undefined : 'What its source calls it; empty for the next free one'} value={entry.key} onChange={set('key')} error={problem?.code === 'task_key_taken' ? problem.detail : fieldError(problem, 'key')} />
            <Select label="Kind" value={entry.kind} options={taskKinds.map((value) => ({ value, label: kindWords[value] }))} onChange={set('kind')} />
            <Select label="State" value={entry.state} options={taskStates.map((value) => ({ value, label: stateWords[value] }))} onChange={set('state')} />
          </div>
          <div className="grid gap-3 sm:grid-cols-3">
            <TextField label="WBS code" maxLength={260} hint="Such as 1.2.3: it says what it stands below" value={entry.wbs} onChange={set('wbs')} />
            <Select label="Below" disabled={entry.wbs.trim() !== ''} value={entry.wbs.trim() === '' ? entry.parentId : ''} options={[{ value: '', label: entry.wbs.trim() === '' ? 'Nothing: at the top' : 'As its code says' }, ...above.map(({ id, key, name }) => ({ value: id, label: `${key} ${name}` }))]} onChange={set('parentId')} />
            <TextField label="Owner" maxLength={200} value={entry.owner} onChange={set('owner')} />
          </div>
          <div className="grid gap-3 sm:grid-cols-3">
            <TextField type="date" label="Planned start" value={entry.startOn} onChange={set('startOn')} />
            <TextField type="date" label="Planned finish" value={entry.finishOn} onChange={set('finishOn')} />
            <TextField type="date" label="Actual finish" disabled={entry.state !== 'done'} hint={entry.state === 'done' ? undefined : 'Of what is done'} value={entry.state === 'done' ? entry.finishedOn : ''} onChange={set('finishedOn')} />
          </div>
          <Select label="Enables" hint="The benefit or the change that comes about by it" value={entry.enables} options={[{ value: '', label: 'Nothing named' }, ...enabled.map(({ kind, id, name }) => ({ value: `${kind} ${id}`, label: `${name} (${kind})` }))]} onChange={set('enables')} />
          <TextField label="Link" maxLength={1010} hint="Where its source shows it: https://…" value={entry.link} onChange={set('link')} error={fieldError(problem, 'link')} />
        </>
      )}
    </FormDialog>
  )
}

type Entry = { readonly key: string; readonly name: string; readonly wbs: string; readonly parentId: string; readonly kind: Task['kind']; readonly owner: string; readonly state: Task['state']; readonly startOn: string; readonly finishOn: string; readonly finishedOn: string; readonly link: string; readonly enables: string }

/** A task as the form shows it. */
export const entryOf = (task: Task | undefined): Entry => ({
  key: task?.key ?? '', name: task?.name ?? '', wbs: task?.wbs ?? '', parentId: task && task.wbs === null ? (task.parent?.id ?? '') : '', kind: task?.kind ?? 'task', owner: task?.owner ?? '', state: task?.state ?? 'not_started',
  startOn: task?.startOn ?? '', finishOn: task?.finishOn ?? '', finishedOn: task?.finishedOn ?? '', link: task?.link ?? '', enables: task?.enables ? `${task.enables.kind} ${task.enables.id}` : '',
})

/** The task as it travels; a new one without a key gets one. */
export function givenOf(entry: Entry, keepsKey: boolean): NewTask {
  const text = (value: string): string | null => value.trim() || null
  const [kind = '', id = ''] = entry.enables.split(' ')
  const wbs = text(entry.wbs)
  return {
    ...(entry.key.trim() !== '' || keepsKey ? { key: entry.key.trim() } : {}), name: entry.name.trim(), wbs, ...(wbs === null ? { parentId: entry.parentId || null } : {}), kind: entry.kind, owner: text(entry.owner), state: entry.state,
    startOn: entry.startOn || null, finishOn: entry.finishOn || null, finishedOn: entry.state === 'done' ? entry.finishedOn || null : null, link: text(entry.link), enables: kind === 'benefit' || kind === 'change' ? { kind, id } : null,
  }
}

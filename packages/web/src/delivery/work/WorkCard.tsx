import type { Enabled, NewTask, Task, TaskList } from '@throughline/contract/delivery'
import type { Problem } from '@throughline/contract/wire'
import type { Result } from '@throughline/engine/kernel'
import { taskKinds, taskStates } from '@throughline/engine/delivery'
import { Plus } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useFormat, type Format } from '../../format/index.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { Checkbox } from '../../ui/controls/Check.tsx'
import { Pager } from '../../ui/controls/Pager.tsx'
import { Select } from '../../ui/controls/Select.tsx'
import { TextField } from '../../ui/controls/TextField.tsx'
import { Card } from '../../ui/display/Card.tsx'
import { FormDialog } from '../../wire/index.ts'
import { LoadWork, type LoadActs } from './LoadWork.tsx'
import { TaskForm } from './TaskForm.tsx'
import { kindWords, stateWords, workWords as words, type WorkFilter } from './words.ts'
import { WorkTable } from './WorkTable.tsx'

/** Tasks on one page. */
export const pageRows = 50

type Done = Promise<Result<unknown, Problem>>
export type WorkActs = LoadActs & { add(given: NewTask): Done; change(task: Task, given: NewTask): Done; withdraw(task: Task): Done; save(format: 'csv' | 'xlsx'): void }
export type WorkCardProps = {
  readonly list: TaskList
  readonly filter: WorkFilter
  readonly canEdit: boolean
  readonly acts: WorkActs
  readonly enabled: readonly Enabled[]
  onFilter(filter: WorkFilter): void
  onFrom(from: number): void
  /** Told when a form opens: what it offers is read then. */
  onOpen(): void
}
type Asking = { readonly what: 'add' | 'load' } | { readonly what: 'change' | 'withdraw'; readonly task: Task }

/** The work of an initiative: how much of it is done, and the tasks themselves, page by page. */
export function WorkCard({ list, filter, canEdit, acts, enabled, onFilter, onFrom, onOpen }: WorkCardProps) {
  const format = useFormat()
  const [asking, setAsking] = useState<Asking>()
  const open = (next: Asking): void => {
    onOpen()
    setAsking(next)
  }
  const close = (): void => setAsking(undefined)
  const any = hasWork(list)
  return (
    <Card
      title={words.title} note={any ? countWords(list, format) : undefined}
      actions={<>{any && <Button onClick={() => acts.save('xlsx')}>Excel</Button>}{canEdit && <><Button onClick={() => open({ what: 'load' })}>Load a list</Button><Button icon={<Plus />} onClick={() => open({ what: 'add' })}>Add work</Button></>}</>}
    >
      {!any ? <p className="quiet">{words.emptyTitle}. {words.emptyWhy}</p> : (
        <div className="grid gap-3">
          <Narrow {...{ filter, onFilter }} />
          <WorkTable tasks={list.tasks} canEdit={canEdit} onChange={(task) => open({ what: 'change', task })} onWithdraw={(task) => open({ what: 'withdraw', task })} />
          <Pager what="the work" total={list.total} from={list.from} shown={list.tasks.length} size={pageRows} onFrom={onFrom} />
        </div>
      )}
      {asking?.what === 'add' && <TaskForm task={undefined} tasks={list.tasks} enabled={enabled} onSubmit={acts.add} onClose={close} />}
      {asking?.what === 'change' && <TaskForm key={asking.task.id} task={asking.task} tasks={withParent(list.tasks, asking.task)} enabled={enabled} onSubmit={(given) => acts.change(asking.task, given)} onClose={close} />}
      {asking?.what === 'load' && <LoadWork acts={acts} onClose={close} />}
      {asking?.what === 'withdraw' && <FormDialog title={`Withdraw: ${asking.task.name}`} act="Withdraw" tone="danger" onSubmit={() => acts.withdraw(asking.task)} onClose={close}><p>It is not counted any more and stands on no line of sight; the history keeps it.</p></FormDialog>}
    </Card>
  )
}

/** Whether there is any work at all, whatever is asked for. */
export const hasWork = ({ counts: { work, milestones }, total }: Pick<TaskList, 'counts' | 'total'>): boolean => total > 0 || [...Object.values(work), ...Object.values(milestones)].some((count) => count > 0)

/** The parent of a task may stand on another page. */
const withParent = (tasks: readonly Task[], { parent, ...task }: Task): readonly Task[] => (parent === null || tasks.some(({ id }) => id === parent.id) ? tasks : [...tasks, { ...task, ...parent, key: '', kind: 'summary', parent: null }])

function countWords({ counts: { work, milestones, overdue } }: TaskList, format: Format): ReactNode {
  const [all, events] = [work.not_started + work.in_progress + work.done, milestones.not_started + milestones.in_progress + milestones.done]
  const told = [`${format.number(work.done, 0)} of ${format.count(all, 'task', 'tasks')} done`, `${format.number(work.in_progress, 0)} in progress`, ...(events > 0 ? [`${format.number(milestones.done, 0)} of ${format.count(events, 'milestone', 'milestones')} reached`] : []), ...(overdue > 0 ? [`${format.number(overdue, 0)} overdue`] : []), ...(work.cancelled + milestones.cancelled > 0 ? [`${format.number(work.cancelled + milestones.cancelled, 0)} cancelled`] : [])]
  return <span className="figures">{told.join(' · ')}</span>
}

function Narrow({ filter, onFilter }: Pick<WorkCardProps, 'filter' | 'onFilter'>) {
  const { state, kind, search, overdue } = filter
  return (
    <div className="no-print flex flex-wrap items-end gap-3" role="search" aria-label="Narrow the work down">
      <TextField label="Find" type="search" placeholder="Key, name, code or owner" value={search} onChange={(text) => onFilter({ ...filter, search: text })} />
      <Select label="State" value={state ?? ''} options={[{ value: '', label: 'Any' }, ...taskStates.map((value) => ({ value, label: stateWords[value] }))]} onChange={(value) => onFilter({ ...filter, state: taskStates.find((one) => one === value) })} />
      <Select label="Kind" value={kind ?? ''} options={[{ value: '', label: 'Any' }, ...taskKinds.map((value) => ({ value, label: kindWords[value] }))]} onChange={(value) => onFilter({ ...filter, kind: taskKinds.find((one) => one === value) })} />
      <Checkbox label={words.overdue} checked={overdue} onChange={(on) => onFilter({ ...filter, overdue: on })} />
    </div>
  )
}

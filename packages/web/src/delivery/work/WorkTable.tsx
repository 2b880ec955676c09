import type { Task } from '@throughline/contract/delivery'
import { ExternalLink } from 'lucide-react'
import { places, useFormat, type Format } from '../../format/index.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { StatusMark } from '../../ui/display/Status.tsx'
import { Table } from '../../ui/display/Table.tsx'
import { useRoving } from './roving.ts'
import { kindWords, stateWords, workWords } from './words.ts'

export type WorkTableProps = { readonly tasks: readonly Task[]; readonly canEdit: boolean; onChange(task: Task): void; onWithdraw(task: Task): void }

/** Work in the order of its plan, each task above its parts; its name opens its line of sight. One stop for the keyboard: arrow keys go through the rows. */
export function WorkTable({ tasks, canEdit, onChange, onWithdraw }: WorkTableProps) {
  const format = useFormat()
  const { box, onKeyDown, stopAt } = useRoving({ rows: tasks.length, stops: canEdit ? 3 : 1 })
  const rowOf = new Map(tasks.map(({ id }, row) => [id, row]))
  const stop = (task: Task, at: number) => stopAt(rowOf.get(task.id) ?? 0, at)
  return (
    <div ref={box} onKeyDown={onKeyDown}>
      <Table<Task>
        caption={`${workWords.title}. ${workWords.keys}`} rows={tasks} rowKey={({ id }) => id} empty={workWords.none}
        columns={[
          { key: 'name', label: 'Task', cell: (task) => <Name task={task} stop={stop(task, 0)} /> },
          { key: 'state', label: 'State', cell: (task) => <State task={task} format={format} /> },
          { key: 'owner', label: 'Owner', cell: ({ owner }) => <span className="whitespace-nowrap">{owner ?? '–'}</span> },
          { key: 'planned', label: 'Planned', cell: ({ startOn, finishOn }) => <span className="figures whitespace-nowrap">{plannedWords(startOn, finishOn, format)}</span> },
          { key: 'finished', label: 'Finished', cell: ({ finishedOn }) => <span className="figures whitespace-nowrap">{finishedOn ? format.date(finishedOn) : '–'}</span> },
          { key: 'enables', label: 'Enables', cell: ({ enables }) => (enables ? <a className="underline" href={places.sight(enables.kind, enables.id)}>{enables.name}</a> : <span className="quiet">–</span>) },
          ...(canEdit ? [{ key: 'acts', label: 'Acts', cell: (task: Task) => <span className="flex"><Button kind="quiet" aria-label={`Change: ${task.name}`} {...stop(task, 1)} onClick={() => onChange(task)}>Change</Button><Button kind="quiet" aria-label={`Withdraw: ${task.name}`} {...stop(task, 2)} onClick={() => onWithdraw(task)}>Withdraw</Button></span> }] : []),
        ]}
      />
    </div>
  )
}

/** How far one level stands in, in px; beyond eight levels no further. */
const indentPx = 16

function Name({ task: { id, key, name, wbs, kind, depth, link }, stop }: { readonly task: Task; readonly stop: object }) {
  return (
    <span className="grid" style={{ paddingLeft: Math.min(depth, 8) * indentPx }}>
      <a className="font-medium text-ink no-underline hover:underline" href={places.sight('task', id)} {...stop}>{name}</a>
      <span className="quiet text-meta">{wbs !== null && <span className="figures">{wbs} · </span>}{link === null ? key : <a className="inline-flex items-center gap-1 underline" href={link} target="_blank" rel="noreferrer">{key}<ExternalLink className="size-3" aria-label="at its source" /></a>}{kind !== 'task' && ` · ${kindWords[kind]}`}</span>
    </span>
  )
}

/** The state as it was recorded; of one with parts, how many of these are done. */
function State({ task: { state, overdue, parts }, format }: { readonly task: Task; readonly format: Format }) {
  const all = parts ? parts.not_started + parts.in_progress + parts.done : 0
  return (
    <span className="grid">
      {overdue ? <StatusMark quiet tone="warn" word={`${stateWords[state]}, overdue`} /> : state === 'done' ? <StatusMark quiet tone="done" word={stateWords[state]} /> : <span className={state === 'cancelled' ? 'quiet' : ''}>{stateWords[state]}</span>}
      {parts && <span className="quiet figures text-meta">{format.number(parts.done, 0)} of {format.number(all, 0)} parts done</span>}
    </span>
  )
}

const plannedWords = (start: string | null, finish: string | null, format: Format): string => (start && finish && start !== finish ? `${format.date(start)} – ${format.date(finish)}` : finish ? format.date(finish) : start ? `from ${format.date(start)}` : '–')

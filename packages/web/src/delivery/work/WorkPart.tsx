import { deliveryRoutes as routes, type TaskList } from '@throughline/contract/delivery'
import { useDeferredValue, useState } from 'react'
import { allows, useSignedIn } from '../../people/index.ts'
import { Card } from '../../ui/display/Card.tsx'
import { useToast } from '../../ui/overlays/Toast.tsx'
import { download, isPast, problemOf, Shown, useAct, useMoment, useRead } from '../../wire/index.ts'
import { everything, workWords, type WorkFilter } from './words.ts'
import { pageRows, WorkCard, type WorkActs } from './WorkCard.tsx'

/** The work of one initiative, read by page and changed. `readOnly` leaves the acts out, where it is looked at from elsewhere. */
export default function WorkPart({ initiativeId: id, readOnly = false }: { readonly initiativeId: string; readonly readOnly?: boolean }) {
  const session = useSignedIn()
  const [past, [opened, setOpened]] = [isPast(useMoment()), useState(false)]
  const [{ filter, from }, setAsked] = useState<{ readonly filter: WorkFilter; readonly from: number }>({ filter: everything, from: 0 })
  const { search, state, kind, overdue } = useDeferredValue(filter)
  const words = search.trim()
  const reading = useRead(routes.listTasks, { params: { id }, query: { from, limit: pageRows, ...(words === '' ? {} : { search: words }), ...(state ? { state } : {}), ...(kind ? { kind } : {}), ...(overdue ? { overdue } : {}) } })
  const enabled = useRead(routes.listEnabled, {}, { enabled: opened })
  const acts = useWorkActs(id)
  const list = useLast(reading.state === 'full' ? reading.value : undefined, id)
  if (reading.state === 'refused' || !list) return <Card title={workWords.title}><Shown reading={reading} what={workWords.what} lines={3}>{() => null}</Shown></Card>
  const canEdit = !readOnly && !past && allows(session, 'edit_initiative') && list.may.includes('edit_initiative')
  return (
    <WorkCard
      {...{ list, filter, canEdit, acts }} enabled={enabled.state === 'full' ? enabled.value : []}
      onFilter={(next) => setAsked({ filter: next, from: 0 })} onFrom={(next) => setAsked({ filter, from: next })} onOpen={() => setOpened(true)}
    />
  )
}

/** What was read last of an initiative, so that the page stands still while the next answer comes. */
function useLast(value: TaskList | undefined, id: string): TaskList | undefined {
  const [last, setLast] = useState(value)
  if (value && value !== last) setLast(value)
  return value ?? (last?.initiative.id === id ? last : undefined)
}

function useWorkActs(id: string): WorkActs {
  const toast = useToast()
  const [add, change, withdraw, keep] = [useAct(routes.addTask), useAct(routes.changeTask), useAct(routes.withdrawTask), useAct(routes.keepTaskList)]
  const preview = useAct(routes.previewTaskList, { staleRoom: 'nothing' })
  return {
    add: (body) => add.run({ params: { id }, body }),
    change: (task, given) => change.run({ params: { id: task.id }, body: { version: task.version, ...given } }),
    withdraw: (task) => withdraw.run({ params: { id: task.id }, query: { version: task.version } }),
    preview: (body, fileName) => preview.run({ params: { id }, query: { fileName: fileName.slice(0, 200) }, body }),
    keep: async (rows) => {
      const kept = await keep.run({ params: { id }, body: { rows: [...rows] } })
      if (kept.ok) toast({ message: `Added ${kept.value.added}, changed ${kept.value.changed}${kept.value.issues.length > 0 ? `, left out ${kept.value.issues.length}` : ''}`, tone: kept.value.issues.length > 0 ? 'warn' : 'good' })
      return kept
    },
    save: (format) => void download(routes.exportTasks, { params: { id }, query: { format } }, `work.${format}`).catch((error: unknown) => toast({ message: problemOf(error).detail, tone: 'bad' })),
  }
}

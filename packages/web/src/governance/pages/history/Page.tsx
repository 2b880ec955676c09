import type { ActDone, ActivityEntry, PersonName } from '@throughline/contract/governance'
import type { ReactNode } from 'react'
import { Button } from '../../../ui/controls/Button.tsx'
import { Select } from '../../../ui/controls/Select.tsx'
import { TextField } from '../../../ui/controls/TextField.tsx'
import { Card } from '../../../ui/display/Card.tsx'
import { PageFrame } from '../../../ui/display/PageFrame.tsx'
import { EmptyState } from '../../../ui/states/states.tsx'
import { Shown, type Reading } from '../../../wire/index.ts'
import { Happenings } from '../../discussion/Happenings.tsx'
import { actWords } from '../../words.ts'
import { historyRooms, kindsOfRoom, type HistoryFilter } from './filter.ts'

export type HistoryProps = {
  /** Each act once. */
  readonly done: Reading<readonly ActDone[]>
  /** What else an act changed; `asWhole`: all that it changed. */
  others(entry: ActivityEntry, asWhole: boolean): ReactNode
  readonly currency: string
  /** Names of departments by id. */
  nameOf(id: string): string | undefined
  readonly filter: HistoryFilter
  /** The acts that have ever been done, and the people of the organisation. */
  readonly acts: readonly string[]
  readonly people: readonly PersonName[]
  readonly more: { readonly left: boolean; readonly busy: boolean; onMore(): void }
  onFilter(change: { readonly [Key in keyof HistoryFilter]?: string | undefined }): void
}

/** Everything that was changed, by whom and why, newest first. Nothing here can be changed or removed. */
export function HistoryPage({ done, others, currency, nameOf, filter, acts, people, more, onFilter }: HistoryProps) {
  const filtered = Object.values(filter).some((value) => value !== undefined)
  const showAll = () => onFilter({ of: undefined, room: undefined, kind: undefined, act: undefined, by: undefined, from: undefined, to: undefined })
  return (
    <PageFrame
      title="History"
      note={filter.of === undefined ? 'Every change in this organisation, newest first. Entries are kept for good.' : 'Every change of one entry, newest first'}
      actions={filtered ? <Button onClick={showAll}>Show every change</Button> : <a className="button" data-kind="secondary" href="/governance/evidence">Verify</a>}
    >
      <Card title="Changes" flush={false}>
        <Filters {...{ filter, acts, people, onFilter }} />
        <Shown reading={done} what="the history" lines={12}>
          {(list) =>
            list.length > 0 ? (
              <Happenings happened={list} {...{ currency, nameOf, others, more }} />
            ) : filtered ? (
              <EmptyState title="Nothing of this kind" actions={<Button onClick={showAll}>Show every change</Button>}>No change fits what you asked for.</EmptyState>
            ) : (
              <EmptyState title="Nothing has been changed yet">Every change is noted here with who made it, when, why, and what stood there before.</EmptyState>
            )
          }
        </Shown>
      </Card>
    </PageFrame>
  )
}

const all = (label: string) => ({ value: '', label })
const words = (text: string): string => `${text[0]?.toUpperCase() ?? ''}${text.slice(1).replaceAll('_', ' ')}`

function Filters({ filter, acts, people, onFilter }: Pick<HistoryProps, 'filter' | 'acts' | 'people' | 'onFilter'>) {
  const chosen = (value: string) => (value === '' ? undefined : value)
  const ofRoom = acts.filter((act) => filter.room === undefined || act.startsWith(`${filter.room}.`))
  return (
    <div role="search" aria-label="Narrow down" className="flex flex-wrap items-end gap-3">
      <Select label="Room" value={filter.room ?? ''} options={[all('All rooms'), ...historyRooms.map((room) => ({ value: room, label: words(room) }))]} onChange={(room) => onFilter({ room: chosen(room), kind: undefined, act: undefined })} />
      <Select label="What" value={filter.kind ?? ''} options={[all('Everything'), ...kindsOfRoom(filter.room).map((kind) => ({ value: kind, label: words(kind) }))]} onChange={(kind) => onFilter({ kind: chosen(kind) })} />
      <Select label="Act" value={filter.act ?? ''} options={[all('All acts'), ...ofRoom.map((act) => ({ value: act, label: actWords(act) }))]} onChange={(act) => onFilter({ act: chosen(act) })} />
      <Select label="By" value={filter.by ?? ''} options={[all('Everybody'), ...people.map(({ id, name }) => ({ value: id, label: name }))]} onChange={(by) => onFilter({ by: chosen(by) })} />
      <TextField label="From" type="date" value={filter.from ?? ''} onChange={(from) => onFilter({ from: chosen(from) })} />
      <TextField label="To" type="date" value={filter.to ?? ''} onChange={(to) => onFilter({ to: chosen(to) })} />
    </div>
  )
}

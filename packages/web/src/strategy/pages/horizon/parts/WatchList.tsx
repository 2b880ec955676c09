import type { HorizonScan, WatchItem } from '@throughline/contract/strategy'
import { useState, type ReactNode } from 'react'
import { useFormat } from '../../../../format/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import { NumberField } from '../../../../ui/controls/NumberField.tsx'
import { TextArea, TextField } from '../../../../ui/controls/TextField.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import { StatusMark } from '../../../../ui/display/Status.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { EmptyState } from '../../../../ui/states/states.tsx'
import { FormDialog, fieldError } from '../../../../wire/index.ts'
import type { HorizonActs } from '../acts.ts'
import { horizonWords as words } from '../words.ts'

/** Themes that somebody looks at again and again; what is due first. */
export function WatchList({ horizon: { watch }, begin, onLooked, onUnwatch }: { readonly horizon: HorizonScan; readonly begin: ReactNode; readonly onLooked: ((item: WatchItem) => void) | undefined; readonly onUnwatch: ((item: WatchItem) => void) | undefined }) {
  const format = useFormat()
  if (watch.length === 0) return <EmptyState title="The watch list is empty" actions={begin}>{words.noWatch}</EmptyState>
  return (
    <Card flush title="Watch list" note="What is to be looked at next first">
      <Table<WatchItem>
        caption="Themes that are watched" rows={watch} rowKey={({ id }) => id}
        columns={[
          { key: 'theme', label: 'Theme', cell: ({ theme, looksFor }) => <span className="grid min-w-48"><span>{theme}</span>{looksFor && <span className="quiet whitespace-pre-line">{looksFor}</span>}</span> },
          { key: 'owner', label: 'Who looks', cell: ({ owner, everyDays }) => <span className="grid"><span>{owner}</span><span className="quiet">{`every ${format.count(everyDays, 'day', 'days')}`}</span></span> },
          { key: 'again', label: 'Look again', cell: ({ againOn, overdue, lookedOn }) => <span className="grid"><StatusMark quiet tone={overdue ? 'bad' : 'good'} word={overdue ? `Overdue since ${format.date(againOn)}` : format.date(againOn)} /><span className="quiet">{`looked at ${format.date(lookedOn)}`}</span></span> },
          { key: 'signals', label: 'Signals', numeric: true, cell: ({ signals }) => format.number(signals, 0) },
          { key: 'act', label: '', cell: (item) => <span className="flex flex-wrap justify-end gap-1">{onLooked && <Button kind={item.overdue ? 'secondary' : 'quiet'} aria-label={`Looked at ${item.theme} today`} onClick={() => onLooked(item)}>Looked today</Button>}{onUnwatch && <Button kind="quiet" aria-label={`Watch ${item.theme} no longer`} onClick={() => onUnwatch(item)}>Remove</Button>}</span> },
        ]}
      />
    </Card>
  )
}

/** Puts a theme on the watch list. */
export function WatchDialog({ acts, onClose }: { readonly acts: HorizonActs; onClose(): void }) {
  const [[theme, setTheme], [looksFor, setLooksFor], [owner, setOwner], [days, setDays]] = [useState(''), useState(''), useState(''), useState<string | null>('90')]
  const every = Number(days)
  const notYet = theme.trim() === '' ? 'Name the theme' : owner.trim() === '' ? 'Say who looks' : days === null || !Number.isInteger(every) || every < 1 || every > 1000 ? 'Every how many days, from 1 to 1,000' : undefined
  return (
    <FormDialog title="Watch a theme" act="Watch it" notYet={notYet} onSubmit={() => acts.watch({ theme: theme.trim(), looksFor: looksFor.trim(), owner: owner.trim(), everyDays: every })} onClose={onClose}>
      {(problem) => (
        <>
          <TextField label="Theme" required maxLength={100} data-focus-first="" value={theme} onChange={setTheme} error={fieldError(problem, 'theme')} />
          <TextArea label="What to look for, and where" rows={2} maxLength={1000} value={looksFor} onChange={setLooksFor} />
          <div className="grid gap-3 sm:grid-cols-2"><TextField label="Who looks" required maxLength={200} value={owner} onChange={setOwner} /><NumberField label="Every" unit="days" value={days} onChange={setDays} /></div>
        </>
      )}
    </FormDialog>
  )
}

/** Asks before a theme is watched no longer. */
export const Unwatch = ({ item, acts, onClose }: { readonly item: WatchItem; readonly acts: HorizonActs; onClose(): void }) => (
  <FormDialog title={`Watch ${item.theme} no longer?`} act="Remove" tone="danger" onSubmit={() => acts.unwatch(item)} onClose={onClose}><p>Signals of the theme stay where they are.</p></FormDialog>
)

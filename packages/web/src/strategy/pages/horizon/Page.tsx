import type { Assumption, ChangeSignal, HorizonScan, WatchItem } from '@throughline/contract/strategy'
import { useState, type ReactNode } from 'react'
import { Button } from '../../../ui/controls/Button.tsx'
import { Tabs } from '../../../ui/controls/Tabs.tsx'
import { PageFrame } from '../../../ui/display/PageFrame.tsx'
import { Shown, type Reading } from '../../../wire/index.ts'
import type { HorizonActs } from './acts.ts'
import { AssumptionDialog, ReviewDialog } from './parts/assumption-forms.tsx'
import { Assumptions } from './parts/Assumptions.tsx'
import { LinkDialog, SignalDialog, TriageDialog, type HorizonSetting } from './parts/signal-forms.tsx'
import { Signals } from './parts/Signals.tsx'
import { Unwatch, WatchDialog, WatchList } from './parts/WatchList.tsx'
import { horizonWords as words } from './words.ts'

export const horizonViews = ['signals', 'assumptions', 'watch'] as const
export type HorizonView = (typeof horizonViews)[number]
export type HorizonProps = HorizonSetting & {
  readonly reading: Reading<HorizonScan>
  readonly view: HorizonView
  onView(view: HorizonView): void
  readonly may: { readonly note: boolean; readonly edit: boolean }
  readonly acts: HorizonActs
  readonly discuss?: (kind: 'change_signal' | 'assumption', thing: { readonly id: string }, name: string) => ReactNode
}
type Open = { readonly form: 'note' | 'assume' | 'watch' } | { readonly form: 'change' | 'triage' | 'link'; readonly signal: ChangeSignal } | { readonly form: 'reword' | 'review'; readonly assumption: Assumption } | { readonly form: 'unwatch'; readonly item: WatchItem }

/** Signals of change on a board, the assumptions that they bear on, and what is watched. */
export function HorizonPage({ reading, view, onView, may, acts, discuss, ...setting }: HorizonProps) {
  const [open, setOpen] = useState<Open>()
  const close = () => setOpen(undefined)
  const horizon = reading.state === 'full' ? reading.value : undefined
  const begin = { signals: may.note && <Button kind="primary" onClick={() => setOpen({ form: 'note' })}>Note a signal</Button>, assumptions: may.edit && <Button kind="primary" onClick={() => setOpen({ form: 'assume' })}>Write down an assumption</Button>, watch: may.edit && <Button kind="primary" onClick={() => setOpen({ form: 'watch' })}>Watch a theme</Button> }
  return (
    <PageFrame title={words.title} note={words.note} actions={begin[view]}>
      <Shown reading={reading} what="the horizon" lines={8}>
        {(value) => (
          <Tabs label="What is looked at" tabs={tabsOf(value)} selected={view} onSelect={onView}>
            {view === 'signals' ? <Signals horizon={value} {...{ discuss, begin: begin.signals }} onOpen={may.edit ? (form, signal) => setOpen({ form, signal }) : undefined} />
              : view === 'assumptions' ? <Assumptions horizon={value} {...{ discuss, begin: begin.assumptions }} onOpen={may.edit ? (form, assumption) => setOpen({ form, assumption }) : undefined} />
                : <WatchList horizon={value} begin={begin.watch} onLooked={may.edit ? (item) => acts.looked(item, value.today) : undefined} onUnwatch={may.edit ? (item) => setOpen({ form: 'unwatch', item }) : undefined} />}
          </Tabs>
        )}
      </Shown>
      {horizon && open && <Forms {...{ open, horizon, acts }} setting={setting} onClose={close} />}
    </PageFrame>
  )
}

function Forms({ open, horizon, acts, setting, onClose }: { readonly open: Open; readonly horizon: HorizonScan; readonly acts: HorizonActs; readonly setting: HorizonSetting; onClose(): void }) {
  const form = { acts, onClose }
  switch (open.form) {
    case 'note': return <SignalDialog {...form} {...setting} signal={undefined} horizon={horizon} />
    case 'change': return <SignalDialog {...form} {...setting} signal={open.signal} horizon={horizon} />
    case 'triage': return <TriageDialog {...form} signal={open.signal} />
    case 'link': return <LinkDialog {...form} signal={open.signal} assumptions={horizon.assumptions.filter(({ standing }) => standing !== 'given_up')} />
    case 'assume': return <AssumptionDialog {...form} {...setting} assumption={undefined} today={horizon.today} />
    case 'reword': return <AssumptionDialog {...form} {...setting} assumption={open.assumption} today={horizon.today} />
    case 'review': return <ReviewDialog {...form} assumption={open.assumption} today={horizon.today} />
    case 'watch': return <WatchDialog {...form} />
    case 'unwatch': return <Unwatch {...form} item={open.item} />
  }
}

function tabsOf({ signals, assumptions, watch }: HorizonScan): readonly { readonly key: HorizonView; readonly label: string }[] {
  const counted = (label: string, count: number): string => (count === 0 ? label : `${label} (${count})`)
  return [
    { key: 'signals', label: counted('Signals', signals.filter(({ standing }) => standing !== 'archived').length) },
    { key: 'assumptions', label: counted('Assumptions', assumptions.filter(({ standing }) => standing !== 'given_up').length) },
    { key: 'watch', label: counted('Watch list', watch.length) },
  ]
}

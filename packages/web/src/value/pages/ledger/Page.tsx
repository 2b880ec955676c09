import type { Attention, Backlog, Benefit, LedgerEntries, LedgerEntry, LedgerMeasure, Reconciliation, Register } from '@throughline/contract/value'
import type { ReactNode } from 'react'
import { Button } from '../../../ui/controls/Button.tsx'
import { Select } from '../../../ui/controls/Select.tsx'
import { Tabs } from '../../../ui/controls/Tabs.tsx'
import { PageFrame } from '../../../ui/display/PageFrame.tsx'
import { EmptyState } from '../../../ui/states/states.tsx'
import { Shown, type Reading } from '../../../wire/index.ts'
import type { EntriesLooked } from '../../ledger-address.ts'
import { AttentionView } from '../../oversight/Attention.tsx'
import { BacklogView } from '../../oversight/Backlog.tsx'
import { Benefits } from './parts/Benefits.tsx'
import { Entries } from './parts/Entries.tsx'
import { EntriesFilter } from './parts/EntriesFilter.tsx'
import { Measures } from './parts/Measures.tsx'
import { Pool } from './parts/Pool.tsx'

export const ledgerViews = ['pools', 'entries', 'backlog', 'attention', 'benefits', 'measures'] as const
export type LedgerView = (typeof ledgerViews)[number]
export type LedgerProps = {
  readonly register: Reading<Register>
  readonly pools: Reading<readonly Reconciliation[]>
  /** There may be more pools than are shown: the way to them. */
  readonly onMorePools?: (() => void) | undefined
  readonly entries: Reading<LedgerEntries>
  readonly backlog: Reading<Backlog>
  readonly attention: Reading<Attention>
  readonly view: LedgerView
  readonly looked: EntriesLooked
  onShow(change: EntriesLooked & { readonly view?: LedgerView; readonly before?: string | undefined }): void
  /** The way to reverse an entry, for who may. */
  onReverse?: ((entry: LedgerEntry) => void) | undefined
  /** The acts on a benefit or a measure, and those of the register, for who may. */
  readonly menus?: { ofBenefit(benefit: Benefit): ReactNode; ofMeasure(measure: LedgerMeasure): ReactNode; readonly register: ReactNode }
  readonly dialog?: ReactNode
}

/** What measures moved and whose it is, and every entry behind it. */
export function LedgerPage({ register, pools, onMorePools, entries, backlog, attention, view, looked, onShow, onReverse, menus, dialog }: LedgerProps) {
  const known = register.state === 'full' ? register.value : undefined
  const periods = known?.periods ?? []
  return (
    <PageFrame
      title="Value ledger"
      note="A benefit is what a measure moved, recorded once; initiatives claim from it until it is used up"
      actions={(view === 'pools' || view === 'entries') && <Select label="Period" labelHidden value={looked.period ?? ''} options={[{ value: '', label: 'All periods' }, ...periods.map(({ code, name, state }) => ({ value: code, label: state === 'closed' ? `${name}, closed` : state === 'soft' ? `${name}, plans closed` : name }))]} onChange={(code) => onShow({ period: code === '' ? undefined : code })} />}
    >
      <Tabs label="Views of the ledger" selected={view} onSelect={(key) => onShow({ view: key })} tabs={[{ key: 'pools', label: 'Reconciliation' }, { key: 'entries', label: 'Entries' }, { key: 'backlog', label: 'Waiting' }, { key: 'attention', label: 'To look at' }, { key: 'benefits', label: 'Benefits' }, { key: 'measures', label: 'Measures' }]}>
        {view === 'entries' ? (
          <Entries entries={entries} filter={known && <EntriesFilter register={known} looked={looked} onLook={(change) => onShow({ ...change, before: undefined })} />} onReverse={onReverse} onMore={(before) => onShow({ before })} />
        ) : view === 'backlog' ? (
          <Shown reading={backlog} what="what waits" lines={6}>{(whole) => <BacklogView backlog={whole} />}</Shown>
        ) : view === 'attention' ? (
          <Shown reading={attention} what="what to look at" lines={6}>{(whole) => <AttentionView attention={whole} />}</Shown>
        ) : view === 'benefits' ? (
          <Shown reading={register} what="the benefits" lines={6}>{(whole) => <Benefits register={whole} actions={menus?.register} menuOf={(benefit) => menus?.ofBenefit(benefit)} />}</Shown>
        ) : view === 'measures' ? (
          <Shown reading={register} what="the measures" lines={6}>{(whole) => <Measures register={whole} actions={menus?.register} menuOf={(measure) => menus?.ofMeasure(measure)} />}</Shown>
        ) : (
          <Shown reading={pools} what="the reconciliation" lines={6}>{(all) => (all.length === 0 ? <Nothing /> : <div className="grid gap-4">{all.map((pool) => <Pool key={`${pool.poolId} ${pool.period} ${pool.unit}`} pool={pool} />)}{onMorePools && <div><Button kind="link" onClick={onMorePools}>Show more measures and periods</Button></div>}</div>)}</Shown>
        )}
      </Tabs>
      {dialog}
    </PageFrame>
  )
}

const Nothing = () => (
  <EmptyState title="Nothing has been measured" actions={<a className="button" data-kind="secondary" href="/value/ledger?view=measures">Measures of the ledger</a>}>
    Once a measure is registered with its unit, and what it moved in a period is posted, this page shows who has a part in it and what is left.
  </EmptyState>
)

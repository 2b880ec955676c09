import type { ApprovalPreview, RebasePreview, Scenario, ScenarioItem, ScenarioRows } from '@throughline/contract/portfolio'
import type { CustomField, InitiativeRow } from '@throughline/contract/demand'
import type { Problem } from '@throughline/contract/wire'
import type { Result } from '@throughline/engine/kernel'
import type { ReactNode } from 'react'
import { places, useFormat } from '../../../format/index.ts'
import { Breadcrumb } from '../../../ui/controls/Breadcrumb.tsx'
import { Tabs } from '../../../ui/controls/Tabs.tsx'
import { Card } from '../../../ui/display/Card.tsx'
import { PageFrame } from '../../../ui/display/PageFrame.tsx'
import { PartialState } from '../../../ui/states/states.tsx'
import { Shown, type Reading } from '../../../wire/index.ts'
import { Differences } from '../../parts/plans/Differences.tsx'
import { MovedMark, Standing } from '../../parts/plans/Standing.tsx'
import { sharingWords } from '../../parts/plans/words.ts'
import { Actions, type Asking } from './parts/Actions.tsx'
import { ChangeList } from './parts/ChangeList.tsx'
import { ChangesGrid } from './parts/ChangesGrid.tsx'
import { Dialogs, type PersonChoice } from './parts/Dialogs.tsx'
import { Objectives } from './parts/Objectives.tsx'
import type { OverlayActs } from './parts/overlay-acts.ts'
import { Overview } from './parts/Overview.tsx'
import { Rebase, type Settled } from './parts/Rebase.tsx'
import { SelectionPart } from './parts/SelectionPart.tsx'
import { Ties } from './parts/Ties.tsx'

export type Sent = Promise<Result<unknown, Problem>>
export type Tab = 'overview' | 'changes' | 'differences' | 'selection' | 'rebase'
/** What an owner says of a decision; `options` are the other scenarios it was between. */
export type Decided = { readonly rationale: string; readonly expected: string; readonly options: readonly string[] }
export type ScenarioActs = OverlayActs & {
  onRename(entered: { readonly name: string; readonly note: string }, version: number): Sent
  onShare(sharing: Scenario['sharing'], people: readonly string[]): Sent
  onFork(name: string, note: string): Sent
  onRemove(): Sent
  onPropose(remark: string): Sent
  onWithdraw(remark: string): Sent
  onReject(given: Decided): Sent
  onApprove(given: Decided & { readonly seen: string }): Sent
  onRebase(seen: string, resolutions: readonly Settled[]): Sent
  onSelectionDecides(on: boolean): Sent
}
export type ScenarioProps = {
  readonly scenario: Reading<Scenario>
  /** Read when its tab or dialog is open. */
  readonly rows: Reading<ScenarioRows>
  readonly rebase: Reading<RebasePreview>
  readonly approval: Reading<ApprovalPreview>
  readonly list: readonly InitiativeRow[] | undefined
  readonly people: readonly PersonChoice[]
  /** The organisation's own fields. */
  readonly fields: readonly CustomField[]
  /** Other open scenarios, between which a decision may be. */
  readonly others: readonly ScenarioItem[]
  /** Initiatives to show in the grid; all where undefined. */
  readonly only: readonly string[] | undefined
  onShowAll(): void
  readonly unitName: (id: string) => string
  readonly tab: Tab
  onTab(tab: Tab): void
  readonly asking: Asking | undefined
  onAsk(asking: Asking | undefined): void
  readonly acts: ScenarioActs
  /** Whether the person may begin a scenario of their own from it. */
  readonly mayFork: boolean
  /** The pages show the past, in which nothing is changed. */
  readonly past: boolean
  /** Opens the discussion of the scenario. */
  readonly discuss?: ReactNode
}

/** One scenario: what it comes to beside the plan, what it changes, and its way to becoming the plan. */
export function ScenarioPage(props: ScenarioProps) {
  const { scenario } = props
  const value = scenario.state === 'full' ? scenario.value : undefined
  const format = useFormat()
  return (
    <PageFrame
      title={value?.name ?? 'Scenario'}
      note={value && `By ${value.author.name}, changed ${format.instant(value.changedAt)}. ${value.state === 'approved' ? 'It has become the plan.' : `It changes the plan as it was known on ${format.instant(value.baseAt)}.`}`}
      actions={value && <>{props.discuss}<Actions scenario={value} mayFork={props.mayFork} ask={props.onAsk} /></>}
    >
      <Breadcrumb crumbs={[{ label: 'Scenarios', link: <a href={places.scenarios}>Scenarios</a> }, { label: value?.name ?? 'Scenario' }]} />
      <Shown reading={scenario} what="the scenario" lines={8}>{(found) => <Whole {...props} found={found} />}</Shown>
      {value && <Dialogs {...props} found={value} />}
    </PageFrame>
  )
}

function Whole(props: ScenarioProps & { readonly found: Scenario }) {
  const { found, tab, onTab } = props
  const format = useFormat()
  return (
    <>
      <Marks {...props} />
      <Tabs
        label="Parts of the scenario"
        selected={tab}
        onSelect={onTab}
        tabs={[
          { key: 'overview', label: 'Overview' },
          { key: 'changes', label: 'Change it' },
          { key: 'differences', label: 'What differs', count: found.differences.items.length },
          ...(found.selection ? [{ key: 'selection' as const, label: 'Selection' }] : []),
          ...(found.moved ? [{ key: 'rebase' as const, label: 'Bring up to date', ...(found.conflicts > 0 ? { count: found.conflicts } : {}) }] : []),
        ]}
      >
        <div className="grid gap-4 pt-4">
          {tab === 'overview' && <Overview scenario={found} />}
          {tab === 'changes' && <Change {...props} />}
          {tab === 'differences' && (
            <Card title={found.state === 'approved' ? 'What it changed in the plan' : 'What differs from the plan it began from'} note={format.count(found.differences.items.length, 'thing', 'things')} flush>
              <Differences list={found.differences} currency={currencyOf(found)} unitName={props.unitName} caption="What differs" />
            </Card>
          )}
          {tab === 'selection' && found.selection && <SelectionPart selection={found.selection} currency={found.currency} list={props.list} canEdit={found.may.edit} onDecides={props.acts.onSelectionDecides} />}
          {tab === 'rebase' && found.moved && <Shown reading={props.rebase} what="what moved" lines={6}>{(preview) => <Rebase key={preview.seen} preview={preview} currency={currencyOf(found)} unitName={props.unitName} canEdit={found.may.edit} onRebase={props.acts.onRebase} />}</Shown>}
        </div>
      </Tabs>
    </>
  )
}

/** Why nothing can be changed while the past is shown. */
export const pastWords = 'The pages show the past, in which nothing is changed. Go back to now to change the scenario.'

export const currencyOf = ({ currency }: Pick<Scenario, 'currency'>): string => currency

function Marks({ found, onTab }: ScenarioProps & { readonly found: Scenario }) {
  const format = useFormat()
  return (
    <>
      {found.moved && (
        <PartialState
          message={`Something that this scenario touches, or that counts in its figures, has changed in the plan since. ${found.conflicts > 0 ? `${format.count(found.conflicts, 'change conflicts', 'changes conflict')} with it.` : 'Nothing in this scenario conflicts with it.'}`}
          actions={<button type="button" className="button" data-kind="link" onClick={() => onTab('rebase')}>See what moved</button>}
        />
      )}
      <div className="flex flex-wrap items-center gap-3">
        <Standing state={found.state} />
        {found.state !== 'approved' && <MovedMark moved={found.moved} />}
        <span className="quiet">Seen by {sharingWords[found.sharing].toLowerCase()}{found.sharedWith.length > 0 ? `: ${found.sharedWith.map(({ name }) => name).join(', ')}` : ''}</span>
        {found.forkOf && <span className="quiet">Begun from <a href={places.scenario(found.forkOf.id)}>{found.forkOf.name}</a></span>}
        {found.decisionId && <a href={places.decision(found.decisionId)}>{found.state === 'approved' || found.state === 'rejected' ? 'Read the decision' : 'Read the earlier decision on it'}</a>}
      </div>
      {(found.note !== '' || found.remark !== '') && (
        <Card title="Note">
          {found.note && <p className="max-w-3xl whitespace-pre-wrap">{found.note}</p>}
          {found.remark && <p className="max-w-3xl whitespace-pre-wrap"><strong className="font-semibold">{found.state === 'rejected' ? 'Rejected: ' : found.state === 'withdrawn' ? 'Withdrawn: ' : `Proposed by ${found.proposedBy?.name ?? 'someone'}: `}</strong>{found.remark}</p>}
        </Card>
      )}
    </>
  )
}

function Change({ found, past, rows, fields, acts, only, onShowAll, unitName }: ScenarioProps & { readonly found: Scenario }) {
  return (
    <Shown reading={rows} what="the initiatives" lines={10}>
      {(read) => (
        <>
          {!found.may.edit && <PartialState message={past ? pastWords : found.state === 'approved' || found.state === 'proposed' ? `It is ${found.state}, so it stands as it is. Fork it to go on from here.` : 'Your role reads scenarios; editors change them.'} />}
          {read.amounts === 'withheld' && <PartialState message="Amounts are withheld from you: their cells are empty whether there are any or not." />}
          <ChangesGrid read={read} fields={fields} canEdit={found.may.edit} acts={acts} only={only} onShowAll={onShowAll} />
          <Objectives read={read} canEdit={found.may.edit} onSet={acts.onSet} />
          <Ties scenario={found} read={read} canEdit={found.may.edit} acts={acts} />
          <ChangeList scenario={found} currency={read.currency} unitName={unitName} canEdit={found.may.edit} onReset={acts.onReset} />
        </>
      )}
    </Shown>
  )
}

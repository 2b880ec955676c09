import type { AdoptionPreview, DraftRebase, RecalibrationCase, RecalibrationList, StrategyVersionDetail, VersionItem } from '@throughline/contract/strategy'
import type { PreparedRecalibration } from '@throughline/engine/portfolio'
import { lazy, Suspense, useState, type ReactNode } from 'react'
import { useFormat } from '../../../format/index.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { Card } from '../../../ui/display/Card.tsx'
import { PageFrame } from '../../../ui/display/PageFrame.tsx'
import { StatusMark } from '../../../ui/display/Status.tsx'
import { Drawer } from '../../../ui/overlays/Dialog.tsx'
import { EmptyState, ErrorState, LoadingState, PartialState } from '../../../ui/states/states.tsx'
import { ProblemNote, Shown, type Reading } from '../../../wire/index.ts'
import type { Outcome as Sent } from '../../acts.ts'
import { DraftMeasures, type DraftMeasureActs } from '../../parts/DraftMeasures.tsx'
import { useHandIn } from '../workshop/use-hand-in.ts'
import { isMoved, leversOf, type Levers } from './levers.ts'
import { Clock } from './parts/Clock.tsx'
import { Coverage } from './parts/Coverage.tsx'
import type { Begun, DecidedVersion, ObjectiveGiven } from './parts/Dialogs.tsx'
import { NextVersion, type EditingKind } from './parts/NextVersion.tsx'
import { Consequences, Outcome } from './parts/Outcome.tsx'
import { Rebase, type Taken } from './parts/Rebase.tsx'
import { Roadmap } from './parts/Roadmap.tsx'
import { WithRemark } from './parts/WithRemark.tsx'
import type { Ranking } from './use-ranks.ts'
import type { Roadmapping } from './use-roadmap.ts'
import { Proposals } from './parts/Proposals.tsx'
import { Ranks } from './parts/Ranks.tsx'
import type { Recalibrating } from './use-recalibration.ts'
import { refusalWords } from './words.ts'

// What opens on demand comes on demand: the page itself brings a worker with it.
const dialogs = () => import('./parts/Dialogs.tsx')
const Begin = lazy(() => dialogs().then((all) => ({ default: all.Begin })))
const DecideVersion = lazy(() => dialogs().then((all) => ({ default: all.DecideVersion })))
const EditNext = lazy(() => dialogs().then((all) => ({ default: all.EditNext })))

export type RecalibrateActs = {
  onBegin(begun: Begun): Sent
  onSave(): Sent
  onAdd(given: ObjectiveGiven): Sent
  onChange(key: string, given: ObjectiveGiven): Sent
  onRetire(key: string, to: string): Sent
  /** Measures of an objective of the draft. */
  measures(key: string): DraftMeasureActs
  /** Which proposals go with the draft. */
  onChoose(ids: readonly string[]): Sent
  onSend(remark: string): Sent
  onRecall(remark: string): Sent
  onDiscard(): Sent
  onApprove(given: DecidedVersion, seen: string): Sent
  onReject(given: DecidedVersion): Sent
  onRebase(seen: string, take: Taken): Sent
}
export type Asking = 'rebase' | 'begin' | 'send' | 'recall' | 'discard' | 'approve' | 'reject'
export type RecalibrateProps = {
  readonly versions: Reading<readonly VersionItem[]>
  /** The draft or what was sent; undefined where there is none. */
  readonly next: Reading<StrategyVersionDetail> | undefined
  readonly reading: Reading<RecalibrationCase> | undefined
  readonly prepared: PreparedRecalibration | undefined
  readonly levers: Levers | undefined
  /** What was moved went, for somebody else changed the weights or the settings of the draft. */
  readonly lost: boolean
  readonly known: Recalibrating
  /** Whether what is known answers the levers as they stand. */
  readonly current: boolean
  readonly clock: Reading<RecalibrationList>
  /** What may ask for another strategy. */
  readonly hint?: ReactNode
  readonly approval: Reading<AdoptionPreview>
  readonly rebase: Reading<DraftRebase>
  readonly roadmap: Roadmapping
  readonly ranking: Ranking
  readonly canEdit: boolean
  readonly past: boolean
  readonly today: string
  readonly asking: Asking | undefined
  onAsk(asking: Asking | undefined): void
  onLevers(levers: Levers): void
  readonly acts: RecalibrateActs
  unitName(id: string): string
}

/** The next version of the strategy beside the one in force, and what the portfolio would do about it. */
export function RecalibratePage(props: RecalibrateProps) {
  const { versions, next, canEdit, past, onAsk, clock, hint } = props
  const version = next?.state === 'full' ? next.value : undefined
  const may = past ? undefined : version?.may
  const format = useFormat()
  return (
    <PageFrame
      title="Recalibrate"
      note={version ? `${version.title}: ${version.reason}${version.signalOn ? ` Known since ${format.date(version.signalOn)}.` : ''}` : 'When the strategy changes: what should change in the portfolio, why, who decides, and what it costs.'}
      actions={version && (
        <>
          {version.status === 'draft' && may?.edit && <Button onClick={() => onAsk('discard')}>Discard</Button>}
          {may?.send && <Button kind="primary" onClick={() => onAsk('send')} disabled={version.problems.length > 0}>Send for approval</Button>}
          {version.moved && (may?.edit || may?.recall) && <Button onClick={() => onAsk('rebase')}>Bring up to date</Button>}
          {may?.recall && <Button onClick={() => onAsk('recall')}>Take back</Button>}
          {may?.decide && <><Button onClick={() => onAsk('reject')}>Reject</Button><Button kind="primary" onClick={() => onAsk('approve')}>Approve</Button></>}
        </>
      )}
    >
      {hint}
      <Shown reading={versions} what="versions of the strategy" lines={8}>
        {(all) => (next === undefined ? (
          <EmptyState title="Nothing is about to change" actions={canEdit && !past && <Button kind="primary" onClick={() => onAsk('begin')}>Begin the next version</Button>}>
            {all.length > 1 ? `Version ${all.find(({ status }) => status === 'in_force')?.no ?? 1} is in force. ` : ''}A next version stands beside the one in force. As you move its weights, this page shows what should stop, pause, start or be reshaped, and the few moves that matter.
          </EmptyState>
        ) : (
          <Shown reading={next} what="the next version" lines={8}>{(detail) => <Whole {...props} version={detail} />}</Shown>
        ))}
      </Shown>
      <Shown reading={clock} what="the clock" lines={3}>{(list) => (list.items.length > 0 ? <Clock list={list} /> : null)}</Shown>
      <Suspense><Asked {...props} version={version} all={versions.state === 'full' ? versions.value : []} /></Suspense>
    </PageFrame>
  )
}

function Whole(props: RecalibrateProps & { readonly version: StrategyVersionDetail }) {
  const { version, reading, past } = props
  return (
    <>
      {version.status === 'sent' && <div className="flex flex-wrap items-center gap-3"><StatusMark tone="warn" word="Waits for a decision" />{version.remark && <span>{version.remark}</span>}{!past && !version.may.decide && version.may.whyNotDecide && <span className="quiet">{version.may.whyNotDecide}</span>}</div>}
      {version.moved && <PartialState message="The strategy in force, or work that has an action, was changed since this version began. It has to be brought up to date before it is approved." />}
      {props.lost && <PartialState message="Weights or settings of this version were changed meanwhile. What you had moved and not saved was put back; move it again if it still holds." />}
      {version.problems.length > 0 && <PartialState message={`${version.problems.map(({ words }) => words).join(' ')} Until then it cannot be sent.`} />}
      {reading && <Shown reading={reading} what="what the portfolio has to go" lines={10}>{(of) => <Working {...props} of={of} />}</Shown>}
    </>
  )
}

function Working(props: RecalibrateProps & { readonly version: StrategyVersionDetail; readonly of: RecalibrationCase }) {
  const { version, of, levers, prepared, known, current, past, acts, roadmap, ranking, onLevers } = props
  const [editing, setEditing] = useState<EditingKind>()
  if (!levers || !prepared) return null
  const canEdit = version.may.edit && !past
  const named = new Map([of.before, of.after].flatMap(({ objectives, below = [] }) => [...objectives, ...below]).map(({ key, statement }) => [key, statement]))
  const name = (key: string): string => named.get(key) ?? key
  if (known.broken !== undefined) return <ErrorState title="The worker stopped" detail={known.broken} onRetry={() => onLevers({ ...levers })} />
  const refused = known.refused && current ? refusalWords(known.refused.refusal, name) : undefined
  const shared = known.found && { of, prepared, recalibration: known.found.recalibration, known, current, name }
  return (
    <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] items-start gap-4 xl:grid-cols-[400px_minmax(0,1fr)]">
      <div className="grid gap-4">
        {canEdit && isMoved(of, levers) && <Unsaved onSave={acts.onSave} onReset={() => onLevers(leversOf(of))} />}
        <NextVersion {...{ version, of, levers, canEdit, onLevers }} onEdit={setEditing} />
      </div>
      <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-4" aria-busy={!current}>
        {refused ? <Card title={refused.title}><p>{refused.words}</p></Card> : shared ? (
          <>
            <Outcome {...shared} />
            <Proposals of={of} recalibration={shared.recalibration} stability={known.stability?.of === known.found?.of ? known.stability?.stability : undefined} name={name} chosen={canEdit || version.status === 'sent' ? new Set(version.actions.map(({ initiativeId }) => initiativeId)) : undefined} onChoose={(ids) => void (canEdit && acts.onChoose(ids))} />
            <Ranks of={of} left={prepared.left.length} ranking={ranking} stability={known.stability?.of === known.found?.of ? known.stability?.stability : undefined} />
            <Coverage of={of} recalibration={shared.recalibration} />
            <Consequences {...shared} />
            <Roadmap roadmap={roadmap} of={`${version.id} ${version.version}`} unsaved={isMoved(of, levers)} />
          </>
        ) : <LoadingState what="what follows" lines={8} />}
      </div>
      {editing?.kind === 'measure' && <MeasuresOf version={version} of={editing.key} acts={canEdit ? acts.measures(editing.key) : undefined} onClose={() => setEditing(undefined)} />}
      {editing && editing.kind !== 'measure' && <Suspense><EditNext version={version} editing={editing} onAdd={acts.onAdd} onChange={acts.onChange} onRetire={acts.onRetire} onClose={() => setEditing(undefined)} /></Suspense>}
    </div>
  )
}

/** What an objective of the next version is measured by. */
function MeasuresOf({ version, of, acts, onClose }: { readonly version: StrategyVersionDetail; readonly of: string; readonly acts: DraftMeasureActs | undefined; onClose(): void }) {
  const objective = version.content.objectives.find(({ key }) => key === of)
  return <Drawer open title={objective?.statement ?? ''} subtitle={`Version ${version.no}`} onClose={onClose}><DraftMeasures measures={objective?.measures ?? []} acts={acts} /></Drawer>
}

/** What was moved and is not in the draft yet. */
function Unsaved({ onSave, onReset }: { onSave(): Sent; onReset(): void }) {
  const { busy, problem, handIn } = useHandIn(onSave)
  return (
    <div className="card grid gap-2 p-4">
      <p className="flex flex-wrap items-center gap-3"><StatusMark tone="warn" word="Not saved yet" /><Button kind="primary" busy={busy} onClick={handIn}>Save in the draft</Button><Button kind="link" onClick={onReset}>Put back</Button></p>
      <ProblemNote problem={problem} />
    </div>
  )
}

function Asked({ asking, onAsk, acts, today, version, all, approval, rebase, reading, levers, unitName }: RecalibrateProps & { readonly version: StrategyVersionDetail | undefined; readonly all: readonly VersionItem[] }) {
  const onClose = () => onAsk(undefined)
  if (asking === 'begin') return <Begin versions={all} today={today} onBegin={acts.onBegin} onClose={onClose} />
  if (!version || asking === undefined) return null
  const currency = reading?.state === 'full' ? reading.value.currency : ''
  switch (asking) {
    case 'send':
      return <WithRemark title={`Send version ${version.no} for approval?`} act="Send" subtitle={`It goes with ${version.actions.length === 0 ? 'no action' : version.actions.length === 1 ? '1 chosen action' : `${version.actions.length} chosen actions`}. Nobody changes it from then on, until it is decided or taken back.`} notYet={reading?.state === 'full' && levers && isMoved(reading.value, levers) ? 'Save what you moved in the draft first, or put it back' : undefined} onSend={acts.onSend} onClose={onClose} />
    case 'recall':
      return <WithRemark title="Take it back?" act="Take back" subtitle="It is a draft again, and nobody decides on it." onSend={acts.onRecall} onClose={onClose} />
    case 'discard':
      return <WithRemark title="Discard the draft?" act="Discard" subtitle="The version in force stays as it is. The history keeps that there was a draft." onSend={acts.onDiscard} onClose={onClose} />
    case 'approve':
      return <DecideVersion {...{ version, currency, unitName }} preview={approval} onDecide={acts.onApprove} onClose={onClose} />
    case 'rebase':
      return <Rebase reading={rebase} sent={version.status === 'sent'} onRebase={acts.onRebase} onClose={onClose} />
    case 'reject':
      return <DecideVersion {...{ version, currency, unitName }} preview={undefined} onDecide={(given) => acts.onReject(given)} onClose={onClose} />
  }
}

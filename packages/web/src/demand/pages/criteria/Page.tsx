import type { CriteriaGate, CriteriaModel, CriteriaStudio, CriteriaVersion, Criterion } from '@throughline/contract/demand'
import { useState } from 'react'
import { explanationFromWire, metricText, useFormat } from '../../../format/index.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { Tabs } from '../../../ui/controls/Tabs.tsx'
import { Figure, FigureStrip } from '../../../ui/display/Figure.tsx'
import { PageFrame } from '../../../ui/display/PageFrame.tsx'
import { StatusMark } from '../../../ui/display/Status.tsx'
import { EmptyState } from '../../../ui/states/states.tsx'
import { Shown, type Reading } from '../../../wire/index.ts'
import type { InitiativeChoices } from '../../find-initiatives.ts'
import type { CriteriaActs } from './acts.ts'
import { EditCriterion } from './parts/EditCriterion.tsx'
import { EditGate } from './parts/EditGate.tsx'
import { ApproveCriteria, BeginDraft, JudgeInitiative, PutAway } from './parts/forms.tsx'
import { ChecksCard, CriteriaTable, GatesTable } from './parts/model.tsx'
import { ScoresTable } from './parts/scores.tsx'
import { BackTestCard, SensitivityTable, VersionsTable } from './parts/robustness.tsx'
import { Weigh } from './parts/Weigh.tsx'
import { criteriaWords as words, stateLooks } from './words.ts'

export type CriteriaProps = { readonly reading: Reading<CriteriaStudio>; readonly past: boolean; readonly initiatives: InitiativeChoices; readonly view: string | undefined; onView(view: string): void; onModel(id: string): void; onFrom(from: number): void; readonly acts: CriteriaActs }
type Open = { readonly kind: 'draft'; readonly from?: CriteriaVersion } | { readonly kind: 'weigh' | 'approve' | 'remove' | 'judge' } | { readonly kind: 'criterion'; readonly criterion?: Criterion } | { readonly kind: 'gate'; readonly gate?: CriteriaGate }
const views = ['model', 'scores', 'robustness', 'versions'] as const

/** By what initiatives are judged, how that orders them, and how far the order holds. */
export function CriteriaPage({ reading, past, initiatives, view, onView, onModel, onFrom, acts }: CriteriaProps) {
  const [open, setOpen] = useState<Open>()
  const close = () => setOpen(undefined)
  const studio = reading.state === 'full' ? reading.value : undefined
  const shown = studio?.shown ?? undefined
  return (
    <PageFrame title={words.title} note={words.note} actions={studio && !past && <Actions {...{ studio }} onOpen={setOpen} />}>
      <Shown reading={reading} what="criteria" lines={8}>
        {(found) => (found.shown === null ? <EmptyState title={words.emptyTitle}>{words.emptyWhy}</EmptyState> : <ShownModel studio={found} model={found.shown} {...{ past, view, onView, onModel, onFrom }} onOpen={setOpen} />)}
      </Shown>
      {studio && open?.kind === 'draft' && <BeginDraft {...{ studio, acts }} from={open.from} onClose={close} />}
      {studio && shown && open && open.kind !== 'draft' && <Dialogs {...{ studio, open, acts, initiatives }} model={shown} onClose={close} />}
    </PageFrame>
  )
}

function Actions({ studio: { shown, versions, may }, onOpen }: { readonly studio: CriteriaStudio; onOpen(open: Open): void }) {
  const drafted = versions.some(({ state }) => state === 'draft')
  const draft = shown?.state === 'draft' ? shown : undefined
  const judged = shown && shown.state !== 'superseded' && shown.criteria.some(({ source }) => source.kind === 'judged')
  return (
    <>
      {judged && may.score && <Button onClick={() => onOpen({ kind: 'judge' })}>Judge an initiative</Button>}
      {draft && may.edit && <Button onClick={() => onOpen({ kind: 'remove' })}>Put away</Button>}
      {draft && may.edit && draft.criteria.length > 0 && <Button onClick={() => onOpen({ kind: 'weigh' })}>Weigh</Button>}
      {draft && may.approve && draft.notReady.length === 0 && <Button kind="primary" onClick={() => onOpen({ kind: 'approve' })}>Approve</Button>}
      {!drafted && may.edit && <Button kind="primary" onClick={() => onOpen({ kind: 'draft' })}>Begin a draft</Button>}
    </>
  )
}

type ModelProps = Pick<CriteriaProps, 'past' | 'view' | 'onView' | 'onModel' | 'onFrom'> & { readonly studio: CriteriaStudio; readonly model: CriteriaModel; onOpen(open: Open): void }

function ShownModel({ studio, model, past, view, onView, onModel, onFrom, onOpen }: ModelProps) {
  const format = useFormat()
  const edits = model.state === 'draft' && studio.may.edit && !past
  const selected = views.find((one) => one === view) ?? 'model'
  const look = stateLooks[model.state]
  const counted = [['Scored in full', 'of initiatives that compete', model.inUse.scored], ['Meet their gate', 'of those that passed one', model.inUse.sound], ['Ordered as was decided', 'of pairs told apart', model.inUse.followed]] as const
  return (
    <>
      <div className="flex flex-wrap items-center gap-3">
        <strong className="font-semibold">{model.name}</strong>
        <StatusMark tone={look.tone} word={look.words} />
        <span className="quiet">{model.approvedBy ? `Version ${model.no}, approved by ${model.approvedBy}: ${model.reason}` : `Version ${model.no}, begun by ${model.draftedBy}`}</span>
      </div>
      <FigureStrip label="What the model contributes">
        {counted.map(([label, of, { metric, why }]) => <Figure key={label} label={label} value={metric.status === 'ok' ? format.percent(metric.value, 0) : null} absent={metric.status === 'undefined' && metric.reason === 'DIV_BY_ZERO' ? words.nothingYet : metricText(metric, String)} why={explanationFromWire(why)} comparison={{ words: of }} />)}
      </FigureStrip>
      <Tabs label="What is shown of the criteria" selected={selected} onSelect={onView} tabs={[{ key: 'model', label: 'Criteria', count: model.criteria.length }, { key: 'scores', label: 'Scores', count: model.total }, { key: 'robustness', label: 'How far it holds' }, { key: 'versions', label: 'Versions', count: studio.versions.length }]}>
        <div className="grid gap-4">
          {selected === 'model' && <>
            <CriteriaTable {...{ studio, model }} {...(edits ? { onAdd: () => onOpen({ kind: 'criterion' }), onEdit: (criterion: Criterion) => onOpen({ kind: 'criterion', criterion }) } : {})} />
            <ChecksCard {...{ studio, model }} />
            <GatesTable model={model} {...(edits && model.criteria.length > 0 ? { onAdd: () => onOpen({ kind: 'gate' }), onEdit: (gate: CriteriaGate) => onOpen({ kind: 'gate', gate }) } : {})} />
          </>}
          {selected === 'scores' && <ScoresTable model={model} onFrom={onFrom} />}
          {selected === 'robustness' && <><SensitivityTable model={model} /><BackTestCard model={model} /></>}
          {selected === 'versions' && <VersionsTable versions={studio.versions} shown={model.id} onShow={onModel} {...(studio.may.edit && !past && !studio.versions.some(({ state }) => state === 'draft') ? { onDraft: (from: CriteriaVersion) => onOpen({ kind: 'draft', from }) } : {})} />}
        </div>
      </Tabs>
    </>
  )
}

type DialogProps = { readonly studio: CriteriaStudio; readonly model: CriteriaModel; readonly open: Exclude<Open, { readonly kind: 'draft' }>; readonly acts: CriteriaActs; readonly initiatives: InitiativeChoices; onClose(): void }

function Dialogs({ studio, model, open, acts, initiatives, onClose }: DialogProps) {
  switch (open.kind) {
    case 'criterion': return <EditCriterion {...{ studio, model, acts, onClose }} criterion={open.criterion} />
    case 'gate': return <EditGate {...{ model, acts, onClose }} gate={open.gate} />
    case 'weigh': return <Weigh {...{ model, acts, onClose }} />
    case 'approve': return <ApproveCriteria {...{ model, acts, onClose }} />
    case 'remove': return <PutAway {...{ model, acts, onClose }} />
    case 'judge': return <JudgeInitiative {...{ model, acts, initiatives, onClose }} />
  }
}

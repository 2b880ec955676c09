import type { BusinessCase, CaseOption, CasePart, CaseWorkbench, RealisedOffer } from '@throughline/contract/demand'
import { useState, type ReactNode } from 'react'
import { explanationFromWire, metricCell, places, useFormat } from '../../../format/index.ts'
import { Breadcrumb } from '../../../ui/controls/Breadcrumb.tsx'
import { Button } from '../../../ui/controls/Button.tsx'
import { Tabs } from '../../../ui/controls/Tabs.tsx'
import { Figure, FigureStrip } from '../../../ui/display/Figure.tsx'
import { PageFrame } from '../../../ui/display/PageFrame.tsx'
import { StatusMark } from '../../../ui/display/Status.tsx'
import { EmptyState, PartialState } from '../../../ui/states/states.tsx'
import { Shown, type Reading } from '../../../wire/index.ts'
import { caseLooks, frameworkWords, stageWords } from '../../case-words.ts'
import type { CaseActs } from './acts.ts'
import { CashFlow } from './parts/CashFlow.tsx'
import { Dialogs, type Open } from './parts/Dialogs.tsx'
import { FiveCases, MissingCard } from './parts/FiveCases.tsx'
import { BasisCard, OptionsTable } from './parts/Options.tsx'
import { ScenariosTable, SensitivityCard } from './parts/Sensitivity.tsx'
import { VersionsTable } from './parts/Versions.tsx'
import { caseWords as words } from './words.ts'

export type CaseProps = { readonly reading: Reading<CaseWorkbench>; readonly past: boolean; readonly view: string | undefined; /** Which option is looked at, by its id. */ readonly chosen: string | undefined; onView(view: string): void; onChoose(optionId: string): void; onVersion(no: number): void; readonly discuss?: ReactNode; /** What the ledger offers as a class of past benefits, once it is read. */ readonly offered?: RealisedOffer | undefined; readonly acts: CaseActs }
const views = ['options', 'flows', 'doubt', 'cases', 'versions'] as const

/** The business case of an initiative: options against each other, how far that holds, and what the five cases lack. */
export function BusinessCasePage({ reading, past, view, chosen, onView, onChoose, onVersion, discuss, offered, acts }: CaseProps) {
  const bench = reading.state === 'full' ? reading.value : undefined
  // A form acts on the version that it was opened with: what somebody else saves meanwhile is answered by a refusal and never overwritten.
  const [opened, setOpened] = useState<{ readonly open: Open; readonly bench: CaseWorkbench; readonly acts: CaseActs }>()
  const setOpen = (open: Open): void => setOpened(bench && { open, bench, acts })
  return (
    <PageFrame title={bench ? `Business case: ${bench.initiative.name}` : 'Business case'} note={words.note} actions={bench && <Actions {...{ bench, past, acts, discuss }} onOpen={setOpen} />}>
      <Breadcrumb crumbs={[{ label: 'Business cases', link: <a href={places.businessCases}>Business cases</a> }, ...(bench ? [{ label: bench.initiative.key, link: <a href={places.initiative(bench.initiative.id)}>{bench.initiative.key}</a> }] : []), { label: bench?.shown ? `Version ${bench.shown.no}` : 'Business case' }]} />
      <Shown reading={reading} what="the business case" lines={10}>
        {(found) => (found.shown === null ? <EmptyState title={words.emptyTitle} actions={found.may.edit && !past && <Button kind="primary" onClick={() => setOpen({ kind: 'draft' })}>Begin a draft</Button>}>{words.emptyWhy}</EmptyState>
          : <ShownCase bench={found} shown={found.shown} {...{ past, view, chosen, onView, onChoose, onVersion }} onOpen={setOpen} />)}
      </Shown>
      {opened && <Dialogs {...opened} offered={offered} onClose={() => setOpened(undefined)} />}
    </PageFrame>
  )
}

function Actions({ bench: { shown, versions, may }, past, acts, discuss, onOpen }: Pick<CaseProps, 'past' | 'acts' | 'discuss'> & { readonly bench: CaseWorkbench; onOpen(open: Open): void }) {
  const drafted = versions.some(({ state }) => state === 'draft')
  const draft = shown?.state === 'draft'
  return (
    <>
      {discuss}
      {shown && <Button onClick={() => acts.download('document')}>Document</Button>}
      {shown && <Button onClick={() => acts.download('word')}>Word</Button>}
      {shown && shown.appraisal && <Button onClick={() => acts.download('export')}>Excel</Button>}
      {!past && draft && may.edit && <Button onClick={() => onOpen({ kind: 'put-away' })}>Put away</Button>}
      {!past && draft && may.edit && <Button kind="primary" disabled={shown.missing.length > 0} title={shown.missing.length > 0 ? 'Not ready: something is missing' : undefined} onClick={() => onOpen({ kind: 'submit' })}>Submit</Button>}
      {!past && shown?.state === 'submitted' && may.decide && <Button kind="primary" onClick={() => onOpen({ kind: 'decide' })}>Decide</Button>}
      {!past && shown && !drafted && may.edit && <Button onClick={() => onOpen({ kind: 'draft', from: shown.no })}>Begin a draft from it</Button>}
    </>
  )
}

type ShownProps = Pick<CaseProps, 'past' | 'view' | 'chosen' | 'onView' | 'onChoose' | 'onVersion'> & { readonly bench: CaseWorkbench; readonly shown: BusinessCase; onOpen(open: Open): void }

function ShownCase({ bench, shown, past, view, chosen, onView, onChoose, onVersion, onOpen }: ShownProps) {
  const [edits, gives] = [shown.state === 'draft' && bench.may.edit && !past, shown.state === 'draft' && bench.may.money && !past]
  const selected = views.find((one) => one === view) ?? 'options'
  const look = caseLooks[shown.state]
  const option = shown.options.find(({ id }) => id === chosen) ?? shown.options.find(({ id }) => id === shown.preferred.optionId) ?? shown.options.find(({ kind }) => kind === 'do_something') ?? shown.options[0]
  return (
    <>
      <div className="flex flex-wrap items-center gap-3">
        <strong className="font-semibold">{stageWords[shown.stage]}</strong>
        <StatusMark tone={look.tone} word={look.words} />
        <span className="quiet">{frameworkWords[shown.framework]} · version {shown.no}, {shown.submittedBy ? `submitted by ${shown.submittedBy}` : `drafted by ${shown.draftedBy}`}{shown.decided && `, decided by ${shown.decided.by}: ${shown.decided.reason}`}</span>
        {shown.state === 'submitted' && bench.deciders.length > 0 && <span className="quiet">{words.waits(bench.deciders)}</span>}
        {shown.decided?.decisionId && <a href={places.decision(shown.decided.decisionId)}>The decision</a>}
      </div>
      {bench.amounts === 'withheld' && <PartialState message={words.withheld} />}
      <Headline shown={shown} />
      <p>{shown.objectives.length > 0 ? <><span className="quiet">Contributes to </span>{shown.objectives.map(({ id, name }, at) => <span key={id}>{at > 0 && '; '}<a href={places.sight('objective', id)}>{name}</a></span>)}</> : <span className="quiet">It is linked to no objective.</span>} · <a href={places.sight('initiative', bench.initiative.id)}>Benefits and evidence below it</a></p>
      <Tabs label="What is shown of the business case" selected={selected} onSelect={onView} tabs={[{ key: 'options', label: 'Options', count: shown.options.length }, { key: 'flows', label: 'Cash flow' }, { key: 'doubt', label: 'Sensitivity' }, { key: 'cases', label: 'Five cases', count: shown.missing.length }, { key: 'versions', label: 'Versions', count: bench.versions.length }]}>
        <div className="grid gap-4">
          {selected === 'options' && <>
            <OptionsTable shown={shown} {...(edits ? { onAdd: () => onOpen({ kind: 'option' }), onEdit: (one: CaseOption) => onOpen({ kind: 'option', option: one }), onPrefer: () => onOpen({ kind: 'prefer' }) } : {})} />
            <BasisCard shown={shown} {...(edits ? { onEdit: () => onOpen({ kind: 'basis' }) } : {})} />
          </>}
          {selected === 'flows' && <CashFlow {...{ shown, option, currency: bench.currency, onChoose }} {...(gives && option ? { onOpen: (more) => onOpen({ ...more, option }) } : {})} />}
          {selected === 'doubt' && <>
            <SensitivityCard {...{ shown, option, currency: bench.currency, onChoose }} />
            <ScenariosTable shown={shown} {...(edits ? { onEdit: () => onOpen({ kind: 'scenarios' }) } : {})} />
          </>}
          {selected === 'cases' && <><MissingCard shown={shown} /><FiveCases shown={shown} {...(edits ? { onEdit: (part: CasePart) => onOpen({ kind: 'part', part }) } : {})} /></>}
          {selected === 'versions' && <VersionsTable versions={bench.versions} shown={shown.id} onShow={onVersion} />}
        </div>
      </Tabs>
    </>
  )
}

/** What the preferred option, or else the best, is worth, and whether the case is ready. */
function Headline({ shown: { appraisal, options, preferred, missing } }: { readonly shown: BusinessCase }) {
  const format = useFormat()
  const id = preferred.optionId ?? appraisal?.bestId
  const found = appraisal?.options.find(({ optionId }) => optionId === id)
  const name = options.find((one) => one.id === id)?.name ?? 'no option'
  const [worth, ratio, payback, rate] = found ? [(found.against ?? found.figures).net_present_value, (found.against ?? found.figures).ratio, (found.against ?? found.figures).payback, (found.against ?? found.figures).internal_rate] : []
  const of = preferred.optionId ? `of ${name}, preferred` : `of ${name}, the best so far`
  return (
    <FigureStrip label="What it comes to">
      {worth && <Figure label="Net present value" value={worth.metric.status === 'ok' ? format.moneyCell(worth.metric) : null} absent={format.moneyCell(worth.metric)} why={explanationFromWire(worth.why)} comparison={{ words: of }} />}
      {ratio && <Figure label="Benefit-cost ratio" value={ratio.metric.status === 'ok' ? format.ratio(ratio.metric.value) : null} absent={metricCell(ratio.metric, String)} why={explanationFromWire(ratio.why)} comparison={{ words: 'against doing nothing' }} />}
      {payback && <Figure label="Payback" value={payback.metric.status === 'ok' ? format.number(payback.metric.value, 1) : null} unit="years" absent={metricCell(payback.metric, String)} why={explanationFromWire(payback.why)} comparison={{ words: 'not discounted' }} />}
      {rate && <Figure label="Internal rate of return" value={rate.metric.status === 'ok' ? format.percent(rate.metric.value, 1) : null} absent={(found?.againstRoots.length ?? 0) > 1 ? `${found?.againstRoots.length ?? 0} rates` : metricCell(rate.metric, String)} why={explanationFromWire(rate.why)} comparison={{ words: 'a year' }} />}
      <Figure label="Missing before the gate" value={format.number(missing.length, 0)} comparison={{ words: missing.length === 0 ? 'Ready' : 'Not ready', tone: missing.length === 0 ? 'good' : 'warn' }} />
    </FigureStrip>
  )
}

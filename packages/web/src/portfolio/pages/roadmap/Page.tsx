import type { RoadmapStand } from '@throughline/contract/portfolio'
import type { RoadmapCase } from '@throughline/engine/portfolio'
import { FileDown, Server } from 'lucide-react'
import { useState } from 'react'
import { places } from '../../../format/index.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { PageFrame } from '../../../ui/display/PageFrame.tsx'
import { ProgressBar } from '../../../ui/display/Progress.tsx'
import { Table } from '../../../ui/display/Table.tsx'
import { WhyFigure } from '../../../ui/display/WhyFigure.tsx'
import { Menu } from '../../../ui/overlays/Menu.tsx'
import { EmptyState, ErrorState, LoadingState, PartialState } from '../../../ui/states/states.tsx'
import { isOver, ProblemNote, shareDone, Shown, type Reading } from '../../../wire/index.ts'
import type { ValueChoice } from '../../words.ts'
import type { ServerRun } from './index.tsx'
import { unitUnder, type RoadmapLevers } from './levers.ts'
import type { Comparing } from './parts/CompareCard.tsx'
import { DemandsCard, type Demanding } from './parts/DemandsCard.tsx'
import { LeverCards } from './parts/LeverCards.tsx'
import type { Dated } from './parts/PeriodLevers.tsx'
import { NothingFits } from './parts/NothingFits.tsx'
import { Results } from './parts/Results.tsx'
import type { AskRoadmap, Roadmapping } from './use-roadmap.ts'
import { explainAtMost, useRoadmapWords, type RoadmapWords } from './words.ts'

export type RoadmapPageProps = {
  readonly reading: Reading<RoadmapStand>
  readonly value: ValueChoice
  /** The case under the levers; undefined until there is one. */
  readonly given: RoadmapCase | undefined
  readonly levers: RoadmapLevers
  readonly known: Roadmapping
  readonly ask: AskRoadmap
  readonly server: ServerRun
  readonly comparing: Comparing
  readonly demanding: Demanding
  readonly past: boolean
  /** Saves the roadmap as a workbook. */
  onExport(stand: RoadmapStand): void
  /** Saves case, plan and prices, from which anybody checks the bound again. */
  onCertificate(): void
  onLevers(levers: RoadmapLevers): void
  /** Takes the last lever or pin back; undefined where nothing was moved. */
  readonly onUndo: (() => void) | undefined
  onValue(value: ValueChoice): void
  onDated(dated: Dated): void
  onCancel(): void
}

/** What goes ahead, in which variant, from when: solved as the levers and the bars move. */
export function RoadmapPage(props: RoadmapPageProps) {
  const { reading, given, known, server, past, onExport, onCertificate } = props
  const stand = reading.state === 'full' ? reading.value : undefined
  const publication = stand?.publication ?? null
  const running = server.job !== undefined && !isOver(server.job)
  return (
    <PageFrame title="Roadmap" note={publication ? `What goes ahead and from when, as of ${publication.title}, with its proof.` : 'What goes ahead and from when, with its proof.'} actions={
        <>
          <Menu label="Export" items={[{ key: 'xlsx', label: 'Excel workbook (.xlsx)', onSelect: () => stand && onExport(stand) }, { key: 'json', label: 'Certificate, for check-roadmap (.json)', onSelect: onCertificate }]} trigger={(trigger) => <Button icon={<FileDown aria-hidden="true" />} disabled={!stand || !known.plan} {...trigger}>Export</Button>} />
          {!past && <Button icon={<Server aria-hidden="true" />} disabled={!given} busy={running} onClick={server.onStart}>Run on the server</Button>}
        </>
      }>
      {server.problem && <ProblemNote problem={server.problem} />}
      {server.job && running && <ProgressBar label={`The run on the server: ${server.job.progress?.words || 'waiting for the server'}`} done={shareDone(server.job) ?? null} onCancel={server.onCancel} />}
      {server.job?.state === 'failed' && <PartialState message={`The run on the server failed. ${server.job.problem?.detail ?? ''}`} />}
      <Shown reading={reading} what="what could go ahead" lines={12}>{(found) => (found.case.candidates.length === 0 ? <NoCandidates stand={found} /> : <Deciding {...props} stand={found} />)}</Shown>
    </PageFrame>
  )
}

function Deciding({ stand, given, levers, known, value, ask, comparing, demanding, onLevers, onUndo, onValue, onDated, onCancel }: RoadmapPageProps & { readonly stand: RoadmapStand }) {
  const words = useRoadmapWords(stand, unitUnder(levers, stand.valueUnit), demanding.units)
  const [openId, setOpenId] = useState<string>()
  if (known.broken !== undefined) return <ErrorState title="The solver stopped" detail={known.broken} onRetry={() => onLevers({ ...levers })} />
  const bound = known.progress?.of === given ? known.progress?.progress.bound : undefined
  const atMost = bound !== undefined && Number.isFinite(bound) ? bound : undefined
  const refused = given !== undefined && known.refused?.of === given ? known.refused.refusal : undefined
  return (
    <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] items-start gap-4 xl:grid-cols-[360px_minmax(0,1fr)]">
      <LeverCards {...{ stand, levers, words, value, known, demanding, onLevers, onUndo, onValue, onDated }} nothingFits={refused !== undefined} prices={known.pins?.of === given ? known.pins?.prices : undefined} />
      <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-4">
        {known.deepening && <ProgressBar label={known.deepening} done={null} onCancel={onCancel} />}
        {refused ? <NothingFits refusal={refused} conflict={known.conflict?.of === given ? known.conflict : undefined} {...{ words, stand, levers, onLevers }} /> : known.plan ? <Results {...{ stand, levers, words, known, ask, comparing, openId, onLevers }} plan={known.plan} current={known.plan.of === given} atMost={atMost} onOpen={setOpenId} /> : <NoPlanYet {...{ atMost, words }} />}
        <DemandsCard {...{ stand, words, demanding }} prices={known.pins?.of === given ? known.pins?.prices : undefined} />
        <Assumed stand={stand} />
      </div>
    </div>
  )
}

/** Before the first plan: what it could come to at most, once that is known. */
const NoPlanYet = ({ atMost, words }: { readonly atMost: number | undefined; readonly words: RoadmapWords }) => (
  <>
    {atMost !== undefined && <p role="status">No roadmap is worth more than <WhyFigure why={explainAtMost(atMost, words)}>{words.value(atMost)}</WhyFigure>; the best one is being looked for.</p>}
    <LoadingState what="the best roadmap" lines={8} />
  </>
)

/** What the case assumes, and who is no candidate and why. */
function Assumed({ stand: { notes, left }, open = false }: { readonly stand: RoadmapStand; /** Where nobody is left to decide on, it is the first that is asked. */ readonly open?: boolean }) {
  return (
    <details className="card p-4" open={open}>
      <summary className="cursor-pointer font-medium">What is assumed, and who is left out ({left.length})</summary>
      <ul className="my-3 list-disc pl-5 text-ink-2">{notes.map((note) => <li key={note}>{note}</li>)}</ul>
      {left.length > 0 && <Table caption="Left out" maxHeight={360} rows={left} rowKey={({ initiative }) => initiative.id} columns={[{ key: 'name', label: 'Initiative', cell: ({ initiative }) => <a href={places.initiative(initiative.id)}>{initiative.name}</a> }, { key: 'because', label: 'Because', cell: ({ because }) => because }]} />}
    </details>
  )
}

const NoCandidates = ({ stand }: { readonly stand: RoadmapStand }) => (
  <>
    <EmptyState title="There is nothing to decide on yet" actions={<a className="button" data-kind="primary" href={stand.left.length > 0 ? '/portfolio' : places.import}>{stand.left.length > 0 ? 'Look at the initiatives' : 'Import a portfolio'}</a>}>
      A candidate needs a cost, a start, an end and a value. {stand.left.length > 0 ? 'Each initiative that lacks one is listed below.' : ''}
    </EmptyState>
    {stand.left.length > 0 && <Assumed stand={stand} open />}
  </>
)

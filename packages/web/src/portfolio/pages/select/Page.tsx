import type { Rating, Ties } from '@throughline/contract/demand'
import type { Job } from '@throughline/contract/governance'
import type { SelectionCase } from '@throughline/contract/portfolio'
import type { Problem } from '@throughline/contract/wire'
import type { Result } from '@throughline/engine/kernel'
import type { SelectionInput } from '@throughline/engine/portfolio'
import { Bookmark, GitFork, Server } from 'lucide-react'
import { useState } from 'react'
import { places } from '../../../format/index.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { Select } from '../../../ui/controls/Select.tsx'
import { PageFrame } from '../../../ui/display/PageFrame.tsx'
import { ProgressBar } from '../../../ui/display/Progress.tsx'
import { EmptyState, PartialState } from '../../../ui/states/states.tsx'
import { isOver, ProblemNote, shareDone, Shown, type Reading } from '../../../wire/index.ts'
import { ForkDialog } from '../../parts/plans/ForkDialog.tsx'
import type { ValueChoice } from '../../words.ts'
import type { Levers } from './levers.ts'
import { LeverCards } from './parts/LeverCards.tsx'
import { Results, Assumptions } from './parts/Results.tsx'
import { SaveScenario } from './parts/SaveScenario.tsx'
import type { TieActs } from './parts/TiesLever.tsx'
import type { Solving } from './use-solving.ts'
import { useCaseWords } from './words.tsx'

/** A run of the same selection on the server. */
export type ServerRun = { readonly job: Job | undefined; readonly problem: Problem | undefined; onStart(): void; onCancel(): void }

/** A scenario that the server is saving in a job. */
export type Saving = Omit<ServerRun, 'onStart'> & { readonly name: string }

export type SelectProps = {
  readonly reading: Reading<SelectionCase>
  /** Undefined until the case is there. */
  readonly input: SelectionInput | undefined
  readonly levers: Levers | undefined
  readonly ratings: ReadonlyMap<string, Rating | null>
  readonly ties: Reading<Ties>
  readonly tieActs: TieActs | undefined
  readonly solving: Solving
  readonly server: ServerRun
  readonly canSave: boolean
  /** The candidates are those of a moment in the past: the server selects among those of now. */
  readonly past: boolean
  /** Undefined while nothing is being saved in a job. */
  readonly saving: Saving | undefined
  /** Departments and teams to which the candidates can be narrowed, and the one that they are. */
  readonly units: readonly { readonly id: string; readonly name: string }[]
  readonly unit: string | undefined
  /** Narrows the candidates to a unit and those below it; undefined: all. */
  onUnit(unit: string | undefined): void
  onLevers(levers: Levers): void
  onValue(value: ValueChoice): void
  onExplain(): void
  onCancel(): void
  onSave(name: string, note: string): Promise<Result<unknown, Problem>>
  /** Begins a scenario from the plan, without the selection. */
  onFork(name: string, note: string): Promise<Result<unknown, Problem>>
}

/** The best portfolio under the levers, solved as they move. */
export function SelectPage(props: SelectProps) {
  const [saving, setSaving] = useState(false)
  const [forking, setForking] = useState(false)
  const { reading, solving, input, canSave, server, onSave, onFork } = props
  const settled = input !== undefined && solving.plan?.input === input
  const publication = reading.state === 'full' ? reading.value.publication : null
  return (
    <PageFrame
      title="Select"
      note={publication ? `Candidates as of ${publication.title}. The best portfolio under the levers, with its proof.` : 'The best portfolio under the levers, with its proof.'}
      actions={
        <>
          {!props.past && <Button icon={<Server aria-hidden="true" />} disabled={!input} busy={atWork(server.job)} onClick={server.onStart}>Run on the server</Button>}
          {canSave && <Button icon={<GitFork aria-hidden="true" />} onClick={() => setForking(true)}>Fork the plan</Button>}
          {canSave && <Button kind="primary" icon={<Bookmark aria-hidden="true" />} disabled={!settled} busy={atWork(props.saving?.job)} onClick={() => setSaving(true)}>Save scenario</Button>}
        </>
      }
    >
      {props.past && <PartialState message="These are the candidates of the moment shown. They can be weighed here; scenarios are saved, and the server selects, from now alone." />}
      {props.saving && <JobProgress {...props.saving} of={`Saving “${props.saving.name}”`} />}
      {props.units.length > 0 && <FromUnit {...props} />}
      <Shown reading={reading} what="the candidates" lines={12}>{(of) => <Selecting {...props} of={of} />}</Shown>
      {forking && <ForkDialog from="the plan of record" opens="It holds no selection." onFork={onFork} onClose={() => setForking(false)} />}
      {saving && solving.plan && <SaveScenario summary={`${solving.plan.selection.chosen.length} initiatives${solving.plan.selection.proved ? ', proved best' : ', not proved best'}`} onSave={onSave} onClose={() => setSaving(false)} />}
    </PageFrame>
  )
}

/** Stands above the case: it is what helps where there are too many candidates. */
function FromUnit({ units, unit, onUnit }: Pick<SelectProps, 'units' | 'unit' | 'onUnit'>) {
  const options = [{ value: '', label: 'Every unit' }, ...units.map(({ id, name }) => ({ value: id, label: name }))]
  return <Select label="Candidates from" className="max-w-sm" value={unit ?? ''} options={options} onChange={(id) => onUnit(id === '' ? undefined : id)} />
}

function Selecting({ of, levers, input, solving, server, ties, tieActs, ratings, onLevers, onValue, onExplain, onCancel }: SelectProps & { readonly of: SelectionCase }) {
  const words = useCaseWords(of)
  if (of.totals.candidates === 0) return <NoCandidates of={of} />
  if (!levers || !input) return null
  return (
    <>
      {of.left.length > 0 && <PartialState message={`${words.format.count(of.left.length, 'initiative is no candidate', 'initiatives are no candidates')} because a figure is missing or not above zero. They are listed with the reason under Left out and assumed.`} />}
      <JobProgress {...server} of="The run on the server" />
      <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] items-start gap-4 xl:grid-cols-[380px_minmax(0,1fr)]">
        <LeverCards {...{ of, levers, words, ties, tieActs, onLevers, onValue }} prices={solving.pins?.input === input ? solving.pins.prices : undefined} chosen={solving.plan?.selection.chosen ?? []} />
        <Results {...{ of, input, ratings, levers, solving, words, onLevers, onExplain, onCancel }} />
      </div>
    </>
  )
}

const atWork = (job: Job | undefined): boolean => job !== undefined && !isOver(job)

/** How far a job is, with a way to stop it, or how it ended; nothing once it is done. */
function JobProgress({ of, job, problem, onCancel }: Omit<ServerRun, 'onStart'> & { readonly of: string }) {
  if (problem) return <ProblemNote problem={problem} />
  if (!job || job.state === 'done') return null
  if (job.state === 'failed') return <PartialState message={`${of} failed. ${job.problem?.detail ?? ''}`} />
  if (job.state === 'cancelled') return <PartialState message={`${of} was stopped.`} />
  return <ProgressBar label={`${of}: ${job.progress?.words || 'waiting for the server'}`} done={shareDone(job) ?? null} onCancel={onCancel} />
}

const NoCandidates = ({ of }: { readonly of: SelectionCase }) => (
  <>
    <EmptyState title="There is nothing to select from yet" actions={<><a className="button" data-kind="primary" href={places.import}>Import a portfolio</a><a className="button" data-kind="secondary" href="/portfolio">Add initiatives</a></>}>
      A candidate needs a whole-life cost above zero and a value. {of.left.length > 0 ? 'Each initiative that lacks one is listed below.' : ''}
    </EmptyState>
    {of.left.length > 0 && <Assumptions of={of} />}
  </>
)

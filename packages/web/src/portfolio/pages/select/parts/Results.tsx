import type { Rating } from '@throughline/contract/demand'
import type { SelectionCase } from '@throughline/contract/portfolio'
import type { SelectionInput, Verdict } from '@throughline/engine/portfolio'
import { lazy, Suspense, useState } from 'react'
import { places } from '../../../../format/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import { Tabs } from '../../../../ui/controls/Tabs.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import { ProgressBar } from '../../../../ui/display/Progress.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { ErrorState, LoadingState } from '../../../../ui/states/states.tsx'
import type { Levers } from '../levers.ts'
import { frontierKey, type Deepening, type Solving } from '../use-solving.ts'
import type { CaseWords } from '../words.tsx'
import { Conflict } from './Conflict.tsx'
import { Outcome } from './Outcome.tsx'
import { CandidatePicture, Frontier } from './Pictures.tsx'
import { Uses } from './Uses.tsx'

const Verdicts = lazy(() => import('./reasons.ts').then((part) => ({ default: part.Verdicts })))
const VerdictDrawer = lazy(() => import('./reasons.ts').then((part) => ({ default: part.VerdictDrawer })))

export type ResultsProps = {
  readonly of: SelectionCase
  readonly input: SelectionInput
  readonly ratings: ReadonlyMap<string, Rating | null>
  readonly levers: Levers
  readonly solving: Solving
  readonly words: CaseWords
  onLevers(levers: Levers): void
  onExplain(): void
  onCancel(): void
}

/** Everything the levers lead to: the plan and its proof, the pictures, and why each candidate is in or out. */
export function Results({ of, input, ratings, levers, solving, words, onLevers, onExplain, onCancel }: ResultsProps) {
  const { plan, refused, broken, explained, frontier, deepening } = solving
  const [tab, setTab] = useState<'why' | 'constraints' | 'assumptions'>('why')
  const [differsOnly, setDiffersOnly] = useState(false)
  const [openId, setOpenId] = useState<string>()
  if (broken !== undefined) return <ErrorState title="The solver stopped" detail={broken} onRetry={onExplain} />
  const whole = explained?.input === input ? explained.selection : plan?.selection
  const conflict = refused?.input === input
  const open = whole?.verdicts.find(({ candidateId }) => candidateId === openId)
  return (
    <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] content-start gap-4">
      {conflict ? (
        <Card title="Nothing fits"><Conflict input={input} refusal={refused.refusal} {...{ levers, words, onLevers }} /></Card>
      ) : plan && whole ? (
        <Outcome of={of} input={plan.input} selection={whole} final={plan.input === input && plan.final} words={words} onDiffers={() => { setTab('why'); setDiffersOnly(true) }} />
      ) : (
        <LoadingState what="the best portfolio" lines={3} />
      )}
      {deepening && <ProgressBar label={deepeningWords[deepening]} done={null} onCancel={onCancel} />}
      <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-4 2xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <CandidatePicture {...{ of, ratings, words }} selection={conflict ? undefined : whole} selected={openId} onSelect={setOpenId} />
        <Frontier {...{ of, words }} points={frontier?.key === frontierKey(input) ? frontier.points : undefined} selection={conflict ? undefined : whole} onBudget={(limit) => onLevers({ ...levers, totalBudget: limit })} />
      </div>
      {whole && !conflict && (
        <Card title="Why" flush actions={explained?.input !== input && deepening !== 'explain' && <Button onClick={onExplain}>Work out every opposite</Button>}>
          <div className="px-4">
          <Tabs label="Reasons" selected={tab} onSelect={setTab} tabs={[{ key: 'why', label: 'Initiatives', count: whole.verdicts.length }, { key: 'constraints', label: 'Constraints', count: whole.constraints.filter(({ binding }) => binding).length }, { key: 'assumptions', label: 'Left out and assumed', count: of.left.length }]}>
            {tab === 'why' && (
              <Suspense fallback={<LoadingState what="the reasons" lines={8} />}>
                <Verdicts of={of} selection={whole} {...{ words, differsOnly }} onDiffersOnly={setDiffersOnly} onOpen={(verdict: Verdict) => setOpenId(verdict.candidateId)} />
              </Suspense>
            )}
            {tab === 'constraints' && <Uses of={of} selection={whole} words={words} />}
            {tab === 'assumptions' && <Assumptions of={of} />}
          </Tabs>
          </div>
        </Card>
      )}
      {open && (
        <Suspense>
          <VerdictDrawer {...{ of, levers, words, onLevers }} verdict={open} onClose={() => setOpenId(undefined)} />
        </Suspense>
      )}
    </div>
  )
}

const deepeningWords: Readonly<Record<Deepening, string>> = { frontier: 'Computing the efficient frontier', pins: 'Pricing the pins', explain: 'Working out what would change each verdict' }

/** What the case assumes, and who is no candidate and why. */
export function Assumptions({ of }: { readonly of: SelectionCase }) {
  return (
    <div className="grid gap-4 pb-4">
      <ul className="list-disc pl-5 text-ink-2">{of.derived.map((note) => <li key={note}>{note}</li>)}</ul>
      <Table
        caption="Initiatives that are no candidates"
        captionShown
        maxHeight={380}
        rows={of.left}
        rowKey={({ initiative }) => initiative.id}
        empty="Every current initiative is a candidate."
        columns={[
          { key: 'name', label: 'Initiative', cell: ({ initiative }) => <a className="text-ink" href={places.initiative(initiative.id)}>{initiative.name}</a> },
          { key: 'because', label: 'Left out because', cell: ({ because }) => because },
        ]}
      />
    </div>
  )
}

import type { Experiment, Innovation } from '@throughline/contract/demand'
import { betStages } from '@throughline/engine/demand'
import { places, useFormat } from '../../../../format/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import { StatusMark } from '../../../../ui/display/Status.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { experimentLooks, stageWords } from '../../../innovation-words.ts'
import { innovationWords as words } from '../words.ts'

type Tried = Innovation['tried'][number]
/** Ideas that are tried out, with what is proved and what comes next. */
export function TriedTable({ tried, onDesign }: { readonly tried: readonly Tried[]; readonly onDesign: ((ideaId: string) => void) | undefined }) {
  const format = useFormat()
  if (tried.length === 0) return null
  return (
    <Card title="Tried out now" note="Problem and solution are proved before an idea becomes an initiative" flush>
      <Table<Tried>
        caption="Ideas that are tried out with the stages that are proved" rows={tried} rowKey={({ idea }) => idea.id}
        columns={[
          { key: 'idea', label: 'Idea', cell: ({ idea }) => <span className="block min-w-56"><a href={places.idea(idea.id)}>{idea.name}</a></span> },
          ...betStages.map((stage) => ({ key: stage, label: stageWords[stage].name, cell: ({ proved, next }: Tried) => <span className="whitespace-nowrap">{proved.includes(stage) ? <StatusMark quiet tone="good" word="Proved" /> : stage === next ? <StatusMark quiet tone="warn" word="Next" /> : <span className="quiet">not yet</span>}</span> })),
          { key: 'running', label: 'Running', numeric: true, cell: ({ running }) => format.number(running, 0) },
          { key: 'act', label: '', cell: ({ idea, next }) => onDesign && next && <Button aria-label={`Design an experiment on ${idea.name}`} onClick={() => onDesign(idea.id)}>Design an experiment</Button> },
        ]}
      />
    </Card>
  )
}

/** Experiments, running ones first, with what each showed. */
export function ExperimentsTable({ innovation: { experiments, omitted }, onRaise, onEnd }: { readonly innovation: Innovation; readonly onRaise: ((experiment: Experiment) => void) | undefined; readonly onEnd: ((experiment: Experiment) => void) | undefined }) {
  const format = useFormat()
  return (
    <Card title="Experiments" note={omitted > 0 ? `${format.count(omitted, 'older one is', 'older ones are')} not listed.` : undefined} flush>
      <Table<Experiment>
        caption="Experiments with what they showed" rows={experiments} rowKey={({ id }) => id} maxHeight={640} empty={words.noExperiments}
        columns={[
          { key: 'hypothesis', label: 'Hypothesis', cell: ({ hypothesis, design, idea }) => <span className="block min-w-64 py-1">{hypothesis}<span className="quiet block">{design}</span><a href={places.idea(idea.id)}>{idea.name}</a></span> },
          { key: 'stage', label: 'Proves', cell: ({ stage }) => stageWords[stage].name },
          { key: 'threshold', label: 'Holds where', cell: ({ threshold }) => <span className="block min-w-40">{threshold}</span> },
          { key: 'state', label: 'State', cell: ({ state, dueOn, overdue }) => <span className="whitespace-nowrap"><StatusMark quiet tone={overdue ? 'bad' : experimentLooks[state].tone} word={experimentLooks[state].words} />{state === 'running' && <span className="quiet block">{overdue ? 'overdue since' : 'due'} {format.date(dueOn)}</span>}</span> },
          { key: 'cost', label: 'Cost of cap', numeric: true, cell: ({ cost, cap, state }) => <span className="whitespace-nowrap">{state !== 'running' && `${format.moneyCell(cost)} of `}{format.moneyCell(cap)}</span> },
          { key: 'evidence', label: 'Evidence', cell: ({ evidence }) => <span className="block min-w-48">{evidence ? <>{evidence.words}<span className="quiet block">{evidence.by}, {format.instant(evidence.at)}</span></> : <span className="quiet">none yet</span>}</span> },
          { key: 'act', label: '', cell: (one) => one.state === 'running' && <span className="flex gap-1">{onEnd && <Button aria-label={`End ${one.hypothesis}`} onClick={() => onEnd(one)}>End</Button>}{onRaise && <Button kind="quiet" aria-label={`Change the cap of ${one.hypothesis}`} onClick={() => onRaise(one)}>Change the cap</Button>}</span> },
        ]}
      />
    </Card>
  )
}

type AdoptedOne = Innovation['adopted'][number]
/** Ideas that were tried out and became initiatives. */
export function Adopted({ adopted }: Pick<Innovation, 'adopted'>) {
  const format = useFormat()
  return (
    <Card title="Adopted" note="Ideas that were tried out and became initiatives" flush>
      <Table<AdoptedOne>
        caption="Adopted innovations" rows={adopted} rowKey={({ idea }) => idea.id} empty={words.noAdopted}
        columns={[
          { key: 'idea', label: 'Idea', cell: ({ idea }) => <a href={places.idea(idea.id)}>{idea.name}</a> },
          { key: 'initiative', label: 'Initiative', cell: ({ initiative }) => <a href={places.initiative(initiative.id)}>{initiative.name}</a> },
          { key: 'on', label: 'Since', cell: ({ on }) => <span className="whitespace-nowrap">{format.date(on)}</span> },
          { key: 'experiments', label: 'Experiments', numeric: true, cell: ({ experiments }) => format.number(experiments, 0) },
        ]}
      />
    </Card>
  )
}

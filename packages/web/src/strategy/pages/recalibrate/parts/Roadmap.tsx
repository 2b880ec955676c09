import type { RecalibratedRoadmapOutcome } from '@throughline/contract/strategy'
import { places, useFormat, type Format } from '../../../../format/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import { ProgressBar } from '../../../../ui/display/Progress.tsx'
import { StatusMark } from '../../../../ui/display/Status.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { ProblemNote } from '../../../../wire/index.ts'
import type { Roadmapping } from '../use-roadmap.ts'
import { shiftLooks } from '../words.ts'

/** What starts earlier or later, comes, goes or is left, where the roadmap is solved again under the version as it is kept; with how far the best can be. */
export function Roadmap({ roadmap: { run, problem, onStart, onCancel }, of, unsaved }: { readonly roadmap: Roadmapping; readonly of: string; readonly unsaved: boolean }) {
  const working = run !== undefined && run.share !== undefined && run.problem === undefined
  return (
    <Card title="The roadmap, solved again" note="Budgets, pools of people and demands by period as they stand, under the version as it is kept and with the actions that were chosen." actions={!working && <Button onClick={onStart}>{run ? 'Work it out again' : 'Work it out'}</Button>}>
      <ProblemNote problem={problem} />
      {unsaved && <p className="quiet">What was moved and is not saved is not in it.</p>}
      {working && run && <ProgressBar label={run.words || 'The roadmap is worked out'} done={run.share ?? null} onCancel={onCancel} />}
      {run?.problem && <StatusMark tone="bad" word={run.problem} />}
      {run?.outcome && run.of !== of && <p><StatusMark tone="warn" word="The version was changed since this was worked out" /></p>}
      {run?.outcome && <Outcome outcome={run.outcome} />}
    </Card>
  )
}

type Shift = RecalibratedRoadmapOutcome['shifts'][number]

function Outcome({ outcome: { periods, before, after, shifts, objectives, late, left } }: { readonly outcome: RecalibratedRoadmapOutcome }) {
  const format = useFormat()
  const period = (at: number | null): string => (at === null ? '' : (periods[at] ?? `after ${periods.at(-1) ?? ''}`))
  const count = (kind: Shift['what']): number => shifts.filter(({ what }) => what === kind).length
  const said = (['earlier', 'later', 'comes', 'goes', 'exit', 'variant'] as const).flatMap((what) => (count(what) === 0 ? [] : [format.count(count(what), ...shiftLooks[what].counted)]))
  return (
    <>
      <p className="text-section">{said.length === 0 ? 'Nothing shifts: what was the best order still is.' : `${said.join(', ')}.`}</p>
      <p className="quiet">{format.number(after.goAhead, 0)} go ahead, {format.number(before.goAhead, 0)} under the strategy in force. {boundWords(after, format)}{left > 0 && ` ${format.count(left, 'initiative is', 'initiatives are')} no candidate for want of a figure.`}</p>
      {shifts.length > 0 && (
        <Table<Shift>
          caption="What shifts in the roadmap" rows={shifts} rowKey={({ initiativeId }) => initiativeId} maxHeight={360}
          columns={[
            { key: 'initiative', label: 'Initiative', cell: ({ initiativeId, name }) => <a href={places.initiative(initiativeId)}>{name}</a> },
            { key: 'what', label: 'What shifts', cell: ({ what }) => <StatusMark quiet tone={shiftLooks[what].tone} word={shiftLooks[what].words} /> },
            { key: 'from', label: 'Started', cell: ({ from }) => period(from) || <span className="quiet">not at all</span> }, { key: 'to', label: 'Starts', cell: ({ to }) => period(to) || <span className="quiet">not at all</span> }, { key: 'ends', label: 'Ends in', cell: ({ endsIn }) => period(endsIn) },
          ]}
        />
      )}
      {objectives.some((one) => one.before !== one.after) && (
        <Table
          caption="What objectives get from the roadmap" captionShown rows={objectives.filter((one) => one.before !== one.after)} rowKey={({ statement }) => statement} maxHeight={240}
          columns={[{ key: 'objective', label: 'Objective', cell: ({ statement }) => statement }, { key: 'before', label: 'Before', numeric: true, cell: (one) => format.number(one.before, 0) }, { key: 'after', label: 'After', numeric: true, cell: (one) => format.number(one.after, 0) }]}
        />
      )}
      {late.length > 0 && <details><summary className="cursor-pointer">{format.count(late.length, 'piece of work ends', 'pieces of work end')} after its objective is due, or after the roadmap does</summary><ul className="list-disc pl-5">{late.slice(0, 100).map(({ initiativeId, name, statement, deadline, finishOn }) => <li key={`${initiativeId} ${statement}`}>{name} {finishOn === null ? 'ends with the roadmap or after it' : `ends on ${format.date(finishOn)}`}; “{statement}” is due on {format.date(deadline)}.</li>)}</ul></details>}
    </>
  )
}

function boundWords({ value, bound, gap, proved }: RecalibratedRoadmapOutcome['after'], format: Format): string {
  if (proved) return `Worth ${format.number(value, 0)} points, and proved the best.`
  return gap === null ? `Worth ${format.number(value, 0)} points; no roadmap is worth more than ${format.number(bound, 0)}.` : `Worth ${format.number(value, 0)} points, at most ${format.percent(gap, 2)} from the best: no roadmap is worth more than ${format.number(bound, 0)}.`
}

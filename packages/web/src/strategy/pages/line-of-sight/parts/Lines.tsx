import type { GapThing, SightGap, SightLine, SightRef } from '@throughline/contract/strategy'
import { useState } from 'react'
import { useFormat } from '../../../../format/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import { addressOf } from '../address.ts'
import { gapWords, sightWords } from '../words.ts'

const steps = [
  { key: 'initiatives', one: 'initiative', many: 'initiatives' }, { key: 'benefits', one: 'benefit', many: 'benefits' }, { key: 'measures', one: 'measure', many: 'measures' }, { key: 'evidence', one: 'record', many: 'records' },
] as const

/** Each objective with its line drawn as far as it reaches: a dot for each step that is there, a break where nothing is. */
export function Lines({ lines }: { readonly lines: readonly SightLine[] }) {
  const format = useFormat()
  return (
    <table className="w-full border-collapse">
      <caption className="visually-hidden">How far the line from each objective reaches</caption>
      <thead>
        <tr className="text-left text-label text-ink-3 [&_th]:pb-1 [&_th]:font-normal"><th scope="col">Objective</th><th scope="col" className="w-16 pr-4 text-right">Weight</th>{steps.map(({ key, many }) => <th key={key} scope="col" className="w-[16%]">{many.charAt(0).toUpperCase() + many.slice(1)}</th>)}</tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.objectiveId} className="border-t border-border hover:bg-hover">
            <th scope="row" className="py-1.5 pr-4 text-left font-normal"><a className="text-ink no-underline hover:underline" href={addressOf({ kind: 'objective', id: line.objectiveId })}>{line.statement}</a><span className="quiet block text-meta">{line.perspective}{line.unitObjectives > 0 && ` · ${format.count(line.unitObjectives, 'objective of a unit', 'objectives of units')}`}{line.tasks > 0 && ` · ${format.count(line.tasks, 'task', 'tasks')}`}</span></th>
            <td className="figures pr-4 text-right text-ink-2">{format.weight(line.weight)}</td>
            {steps.map(({ key, one, many }, at) => <Dot key={key} count={line[key]} before={countAt(line, at - 1) ?? 1} after={countAt(line, at + 1)} words={format.count(line[key], one, many)} />)}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** How many there are at a step; null beyond both ends. */
const countAt = (line: SightLine, at: number): number | null => {
  const step = steps[at]
  return step ? line[step.key] : null
}

/** A step: joined to its neighbours where both are there; after the last one there is no line. */
function Dot({ count, before, after, words }: { readonly count: number; readonly before: number; readonly after: number | null; readonly words: string }) {
  const there = count > 0
  return (
    <td className="p-0">
      <span className="flex h-11 items-center" title={words}>
        <i aria-hidden="true" className={`w-8 ${there && before > 0 ? 'border-t-2 border-accent' : 'border-t border-dashed border-border-strong'}`} />
        <i aria-hidden="true" className={`size-3 shrink-0 rounded-full border-2 ${there ? 'border-accent bg-accent' : 'border-dashed border-border-strong'}`} />
        <span className={`figures px-2 ${there ? 'font-semibold' : 'text-ink-3'}`}>{there ? count : 'none'}</span>
        <i aria-hidden="true" className={after === null ? 'grow' : `grow ${there && after > 0 ? 'border-t-2 border-accent' : 'border-t border-dashed border-border-strong'}`} />
      </span>
    </td>
  )
}

/** What hangs on no line, kind by kind: how many of how many, and the first of them. */
export function Gaps({ gaps }: { readonly gaps: readonly SightGap[] }) {
  return <ul className="grid gap-x-8 gap-y-5 md:grid-cols-2">{gaps.filter(({ of }) => of > 0).map((gap) => <Gap key={gap.code} gap={gap} />)}</ul>
}

/** The work of an initiative that serves nothing, which serves nothing either. */
function Orphans({ count, first }: NonNullable<GapThing['tasks']>) {
  const format = useFormat()
  return (
    <ul className="pl-4" aria-label={sightWords.orphans}>
      {first.map((task) => <li key={task.id} className="truncate"><a className="underline" href={addressOf(task)} title={task.name}>{task.name}</a><span className="quiet"> {task.note}</span></li>)}
      {count > first.length && <li className="quiet">and {format.count(count - first.length, 'more task', 'more tasks')}</li>}
    </ul>
  )
}

/** Things named before somebody asks for more. */
const few = 5

function Gap({ gap: { code, count, of, things } }: { readonly gap: SightGap }) {
  const format = useFormat()
  const [all, setAll] = useState(false)
  const words = gapWords[code]
  if (count === 0) return <li className="border-l-2 border-good pl-3"><h3>{words.none}</h3><p className="quiet figures">{format.number(of, 0)} looked at</p></li>
  return (
    <li className="border-l-2 border-warn pl-3">
      <h3>{words.title} <span className="figures font-normal text-ink-2">{format.number(count, 0)} of {format.number(of, 0)}</span></h3>
      <p className="quiet">{words.why}</p>
      <ul className="mt-1">
        {(all ? things : things.slice(0, few)).map((thing) => <li key={thing.id} className="truncate"><a className="underline" href={addressOf(thing satisfies SightRef)} title={thing.name}>{thing.name}</a>{thing.note && <span className="quiet"> {thing.note}</span>}{thing.tasks && <Orphans {...thing.tasks} />}</li>)}
      </ul>
      {!all && things.length > few && <Button kind="link" onClick={() => setAll(true)}>Show {things.length === count ? 'all' : `the first ${things.length}`}</Button>}
    </li>
  )
}

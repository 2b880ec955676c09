import type { RecalibrationCase } from '@throughline/contract/strategy'
import type { PreparedRecalibration, Recalibration } from '@throughline/engine/portfolio'
import { places, useFormat } from '../../../../format/index.ts'
import { Card } from '../../../../ui/display/Card.tsx'
import { Figure, FigureStrip } from '../../../../ui/display/Figure.tsx'
import type { Recalibrating } from '../use-recalibration.ts'
import { changeWords, fewWords, treeChangeWords } from '../words.ts'

export type OutcomeProps = { readonly of: RecalibrationCase; readonly prepared: PreparedRecalibration; readonly recalibration: Recalibration; readonly known: Recalibrating; readonly current: boolean; readonly name: (key: string) => string }

/** The answer in a line, and the few moves that bring most of it. */
export function Outcome({ of, recalibration, known, current, name: _ }: OutcomeProps) {
  const format = useFormat()
  const { actions, worthAfter, worthBefore, proved, gap, selected, running } = recalibration
  const count = (kind: string): number => actions.filter((action) => action.kind === kind).length
  const few = current && known.few?.of === known.found?.of ? known.few?.moves : undefined
  const sure = known.stability?.of === known.found?.of ? known.stability?.stability : undefined
  const gained = worthAfter - worthBefore
  const amount = of.settings.worth.kind === 'strategic' ? `${format.number(gained, 0)} points` : format.moneyShort({ minor: String(gained), currency: of.currency })
  const ended = running.filter((id) => !selected.includes(id)).length
  return (
    <>
      <FigureStrip label="What follows from the next version">
        <Figure label="End or pause" value={format.number(count('stop') + count('pause'), 0)} comparison={{ words: `of ${format.number(running.length, 0)} that run` }} />
        <Figure label="Start" value={format.number(count('start'), 0)} comparison={{ words: `${format.number(selected.length, 0)} selected` }} />
        <Figure label="Reshape or accelerate" value={format.number(count('reshape') + count('accelerate'), 0)} comparison={{ words: 'serve it noticeably less or more' }} />
        <Figure label="Gain over what runs" value={ended + count('start') === 0 ? '0' : amount} comparison={{ words: proved ? 'proved best' : gap === null ? 'not proved' : `within ${format.percent(gap, 2)} of the best` }} />
        <Figure label="Stand firm" value={sure ? format.number(sure.initiatives.filter(({ standing }) => standing === 'core').length, 0) : null} absent="Being worked out" comparison={{ words: sure ? `core in ${format.number(sure.samples, 0)} samples; ${format.number(sure.initiatives.filter(({ standing }) => standing === 'borderline').length, 0)} borderline` : 'if weights and benefits are doubted' }} />
      </FigureStrip>
      <Card title="The few that matter">
        {few ? (
          <>
            <p className="text-section">{fewWords(few, format)}</p>
            {few.kind !== 'nothing' && <FewList few={few} of={of} />}
          </>
        ) : <p className="quiet" aria-live="polite">Being worked out.</p>}
      </Card>
    </>
  )
}

function FewList({ few, of }: { readonly few: Exclude<NonNullable<Recalibrating['few']>['moves'], { readonly kind: 'nothing' }>; readonly of: RecalibrationCase }) {
  const named = new Map(of.initiatives.map(({ id, name }) => [id, name]))
  const item = (id: string, act: string) => <li key={id}>{act} <a href={places.initiative(id)}>{named.get(id) ?? 'an initiative'}</a></li>
  return <ul className="mt-2 list-disc pl-5">{few.least.end.map((id) => item(id, 'End or pause'))}{few.least.start.map((id) => item(id, 'Start'))}</ul>
}

/** What changes in the strategy itself, and what a change leaves behind. */
export function Consequences({ of, prepared, recalibration, name }: OutcomeProps) {
  const format = useFormat()
  const { difference, consequences } = recalibration
  const named = new Map(of.initiatives.map((one) => [one.id, one.name]))
  const served = (contributes: 'before' | 'after', ids: readonly string[]) => {
    const chosen = new Set(ids)
    return (key: string): number => prepared.input.initiatives.filter((one) => chosen.has(one.id) && (one[contributes].get(key) ?? 0) > 0).length
  }
  const [were, are] = [served('before', recalibration.running), served('after', recalibration.selected)]
  const said = [...difference.map((change) => changeWords(change, name, format)), ...of.unitStrategies.flatMap((change) => treeChangeWords(change, format))]
  const unserved = of.after.objectives.filter(({ key }) => are(key) === 0)
  return (
    <div className="grid gap-4 xl:grid-cols-2">
      <Card title="What changes in the strategy" note={format.count(said.length, 'change', 'changes')}>
        {said.length === 0 ? <p className="quiet">Nothing yet.</p> : <ul tabIndex={0} aria-label="Changes of the strategy" className="grid max-h-96 list-disc gap-1 overflow-auto pl-5">{said.map((words) => <li key={words}>{words}</li>)}</ul>}
      </Card>
      <Card title="What it leaves behind">
        <ul tabIndex={0} aria-label="What it leaves behind" className="grid max-h-96 list-disc gap-1 overflow-auto pl-5">
          {unserved.map(({ key, statement }) => <li key={key}>Nothing that would run serves “{statement}”{were(key) > 0 ? `; ${format.count(were(key), 'initiative does', 'initiatives do')} now` : ''}.</li>)}
          {consequences.orphanedMeasures.map(({ identity, name: measure, key }) => <li key={identity}>The measure “{measure}” of {name(key)} is used by no objective any more.</li>)}
          {consequences.benefitsWithoutObjective.map(({ id, name: benefit }) => <li key={id}>The benefit “{benefit}” serves no objective any more; its value stays.</li>)}
          {consequences.late.map(({ initiativeId, key, finishOn, deadline }) => <li key={`${initiativeId} ${key}`}>{named.get(initiativeId)} finishes on {format.date(finishOn)}, after {name(key)} is due on {format.date(deadline)}.</li>)}
          {prepared.left.length > 0 && <li>{format.count(prepared.left.length, 'initiative is', 'initiatives are')} left out for want of a figure and {prepared.left.length === 1 ? 'keeps its' : 'keep their'} place until a person decides: <details className="inline"><summary className="inline cursor-pointer underline">which</summary> {prepared.left.map(({ name: called, because }) => `${called} (${because})`).join(' · ')}</details></li>}
          {[...of.notes, ...prepared.notes].map((note) => <li key={note}>{note}</li>)}
        </ul>
      </Card>
    </div>
  )
}

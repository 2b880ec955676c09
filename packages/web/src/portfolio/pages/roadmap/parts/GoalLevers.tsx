import type { RoadmapStand } from '@throughline/contract/portfolio'
import { Select } from '../../../../ui/controls/Select.tsx'
import { Slider } from '../../../../ui/controls/Slider.tsx'
import { valueChoices, valueWords, type ValueChoice } from '../../../words.ts'
import type { Goal, RoadmapLevers } from '../levers.ts'
import type { RoadmapWords } from '../words.ts'

export type GoalLeversProps = {
  readonly stand: RoadmapStand
  readonly value: ValueChoice
  readonly levers: RoadmapLevers
  readonly words: RoadmapWords
  onLevers(levers: RoadmapLevers): void
  onValue(value: ValueChoice): void
}

const goalWords: Readonly<Record<Goal['kind'], string>> = { all: 'All of it, later counts less', benefitIn: 'Benefits in some periods', inTurn: 'This first, then another', robust: 'What is reached for sure' }

/** What is maximised, and how it is counted. */
export function GoalLevers({ stand, value, levers, words, onLevers, onValue }: GoalLeversProps) {
  const { goal } = levers
  const last = stand.case.periods.length - 1
  const setGoal = (next: Goal) => onLevers({ ...levers, goal: next })
  const first: Readonly<Record<Goal['kind'], Goal>> = {
    all: { kind: 'all' }, benefitIn: { kind: 'benefitIn', from: 0, to: last }, robust: { kind: 'robust', confidencePercent: 80, valuePercent: 20, weightPercent: value === 'strategic' ? 10 : 0 },
    inTurn: { kind: 'inTurn', second: valueChoices.find((choice) => choice !== value) ?? 'net', withinPercent: 5 },
  }
  // Benefits are money: where strategic value is maximised they can only come second.
  const kinds = (Object.keys(goalWords) as readonly Goal['kind'][]).filter((kind) => kind !== 'benefitIn' || value === 'benefits')
  return (
    <>
      <Select label="Maximise" hint={valueWords[value].about} value={value} options={valueChoices.map((choice) => ({ value: choice, label: valueWords[choice].name }))} onChange={onValue} />
      <Select label="Counted as" value={goal.kind} options={kinds.map((kind) => ({ value: kind, label: goalWords[kind] }))} onChange={(kind) => setGoal(first[kind])} />
      {goal.kind === 'benefitIn' && (
        <div className="grid grid-cols-2 gap-2">
          <Select label="From" value={String(goal.from)} options={periodOptions(stand, 0)} onChange={(at) => setGoal({ ...goal, from: Number(at), to: Math.max(Number(at), goal.to) })} />
          <Select label="To" value={String(goal.to)} options={periodOptions(stand, goal.from)} onChange={(at) => setGoal({ ...goal, to: Number(at) })} />
        </div>
      )}
      {goal.kind === 'inTurn' && (
        <>
          <Select label="Then" value={goal.second} options={valueChoices.filter((choice) => choice !== value).map((choice) => ({ value: choice, label: valueWords[choice].name }))} onChange={(second) => setGoal({ ...goal, second })} />
          <Slider label={`Give up of ${valueWords[value].name.toLowerCase()} at most`} min={0} max={50} value={goal.withinPercent} format={words.percent} onChange={(withinPercent) => setGoal({ ...goal, withinPercent })} />
        </>
      )}
      {goal.kind === 'robust' && (
        <>
          <Slider label="Reached in" min={50} max={99} value={goal.confidencePercent} format={(percent) => `${percent} of 100 sampled worlds`} onChange={(confidencePercent) => setGoal({ ...goal, confidencePercent })} />
          <Slider label="What each gives may be off by" min={0} max={60} value={goal.valuePercent} format={(percent) => `up to ${words.percent(percent)}`} onChange={(valuePercent) => setGoal({ ...goal, valuePercent })} />
          {value === 'strategic' && <Slider label="Weights may be off by" min={0} max={60} value={goal.weightPercent} format={(percent) => `up to ${words.percent(percent)}`} onChange={(weightPercent) => setGoal({ ...goal, weightPercent })} />}
        </>
      )}
    </>
  )
}

const periodOptions = ({ case: { periods } }: RoadmapStand, from: number) => periods.flatMap((label, at) => (at < from ? [] : [{ value: String(at), label }]))

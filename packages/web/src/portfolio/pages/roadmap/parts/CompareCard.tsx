import type { RoadmapStand } from '@throughline/contract/portfolio'
import type { RoadmapAnswer, RoadmapCase } from '@throughline/engine/portfolio'
import { lazy, Suspense } from 'react'
import { Select } from '../../../../ui/controls/Select.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import { LoadingState } from '../../../../ui/states/states.tsx'
import { Shown, type Reading } from '../../../../wire/index.ts'
import type { RoadmapWords } from '../words.ts'

/** The checker and its words come when something is compared. */
const Beside = lazy(() => import('./Beside.tsx').then(({ Beside: component }) => ({ default: component })))

/** What a roadmap can be compared with, which of them is chosen ('' for none), and how that one stands. */
export type Comparing = {
  readonly with: string
  readonly scenarios: readonly { readonly id: string; readonly name: string }[]
  /** Undefined where the plan of record or nothing is chosen. */
  readonly scenario: Reading<RoadmapStand> | undefined
  onWith(id: string): void
}

export type CompareCardProps = { readonly comparing: Comparing; readonly stand: RoadmapStand; readonly of: RoadmapCase; readonly answer: RoadmapAnswer; readonly words: RoadmapWords }

/** The roadmap beside the plan of record or a scenario: who comes, goes and moves, and what that is worth and costs. */
export function CompareCard({ comparing, stand, of, answer, words }: CompareCardProps) {
  const { scenarios, scenario, onWith } = comparing
  const name = comparing.with === 'plan' ? 'Plan of record' : (scenarios.find(({ id }) => id === comparing.with)?.name ?? 'Scenario')
  const options = [{ value: '', label: 'Choose…' }, { value: 'plan', label: 'The plan of record' }, ...scenarios.map(({ id, name: label }) => ({ value: id, label }))]
  return (
    <Card title="Compare" note={comparing.with === '' ? 'With the plan of record or a scenario' : `From ${name} to this roadmap`} actions={<Select label="Compare with" labelHidden value={comparing.with} options={options} onChange={onWith} />}>
      {comparing.with === '' && <p className="quiet">Choose what to compare with: each initiative that comes, goes or moves is listed with what that is worth.</p>}
      <Suspense fallback={<LoadingState what="the comparison" lines={6} />}>
      {comparing.with === 'plan' && <Beside fromCase={of} fromPlan={stand.record} {...{ name, of, answer, words, stand }} />}
      {scenario && <Shown reading={scenario} what="the scenario" lines={6}>{(found) => <Beside fromCase={found.case} fromPlan={found.record} {...{ name, of, answer, words, stand }} />}</Shown>}
      </Suspense>
    </Card>
  )
}

import type { RoadmapStand } from '@throughline/contract/portfolio'
import { compareRoadmaps, readPlan, toldObjective, type Choice, type RoadmapAnswer, type RoadmapCase } from '@throughline/engine/portfolio'
import { useMemo } from 'react'
import { Select } from '../../../../ui/controls/Select.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import { Shown, type Reading } from '../../../../wire/index.ts'
import type { RoadmapWords } from '../words.ts'
import { Compared } from './Compared.tsx'
import { demandWords } from './NothingFits.tsx'

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
      {comparing.with === 'plan' && <Side fromCase={of} fromPlan={stand.record} {...{ name, of, answer, words, stand }} />}
      {scenario && <Shown reading={scenario} what="the scenario" lines={6}>{(found) => <Side fromCase={found.case} fromPlan={found.record} {...{ name, of, answer, words, stand }} />}</Shown>}
    </Card>
  )
}

type SideProps = Omit<CompareCardProps, 'comparing'> & { readonly fromCase: RoadmapCase; readonly fromPlan: readonly Choice[]; readonly name: string }

/** Figures of the other side are its own; both are valued by the objective as the levers have it. */
function Side({ fromCase, fromPlan, name, of, answer, words, stand }: SideProps) {
  const found = useMemo(() => compareRoadmaps({ case: { ...fromCase, objective: of.objective }, plan: fromPlan }, { case: of, plan: answer.plan }), [fromCase, fromPlan, of, answer])
  const broken = useMemo(() => {
    const known = new Set(of.candidates.map(({ id }) => id))
    const faults = readPlan(of, fromPlan.filter(({ candidateId }) => known.has(candidateId)), toldObjective(of.objective)).faults
    return [...new Set(faults.flatMap((fault) => (fault.kind === 'breach' ? [demandWords(fault.constraint, words)] : [])))]
  }, [fromPlan, of, words])
  return (
    <div className="grid min-w-0 gap-3">
      {broken.length > 0 && <p className="text-ink-2">As the levers stand, {name} would not keep {broken.length > 3 ? `${broken.slice(0, 3).join('; ')}, and ${broken.length - 3} more` : broken.join('; ')}.</p>}
      <Compared found={found} names={[name, 'This roadmap']} {...{ words, stand }} />
    </div>
  )
}

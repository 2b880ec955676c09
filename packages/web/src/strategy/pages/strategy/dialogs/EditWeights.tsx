import type { Strategy } from '@throughline/contract/strategy'
import { useState } from 'react'
import { useFormat } from '../../../../format/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import { NumberField } from '../../../../ui/controls/NumberField.tsx'
import { StatusMark } from '../../../../ui/display/Status.tsx'
import { FormDialog, useMerge } from '../../../../wire/index.ts'
import type { StrategyActs } from '../../../acts.ts'
import { partsOf, partsOfPercent, percentOf, scaleToWhole, weightOf, whole } from '../../../weights.ts'

/** The weights of all objectives at once: their sum is shown while they change, and can be scaled to the whole. */
export function EditWeights({ strategy, acts, onClose }: { readonly strategy: Strategy; readonly acts: StrategyActs; onClose(): void }) {
  const format = useFormat()
  const merge = useMerge<Weights, Weights>({
    now: { fields: byObjective(strategy, ({ weight }) => partsOf(weight)), seen: byObjective(strategy, ({ version }) => version) },
    send: (mine, { seen }) => acts.changeWeights(Object.entries(mine).flatMap(([objectiveId, part]) => (seen[objectiveId] === undefined ? [] : [{ objectiveId, version: seen[objectiveId], weight: weightOf(part) }]))),
    label: (field) => strategy.objectives.find(({ id }) => id === field)?.statement ?? 'an objective that was removed',
    show: (_, part) => (typeof part === 'number' ? `${percentOf(part)}%` : 'not there'),
  })
  const [opened] = useState(strategy.objectives)
  const [parts, setParts] = useState<readonly number[]>(() => opened.map(({ id }) => merge.base.fields[id] ?? 0))
  const sum = parts.reduce((total, part) => total + part, 0)
  const set = (at: number) => (percent: string | null) => setParts((all) => all.map((part, index) => (index === at ? partsOfPercent(percent) : part)))
  const send = () => merge.save(Object.fromEntries(opened.map(({ id }, index) => [id, parts[index] ?? 0])))
  return (
    <FormDialog size="wide" title="Weights" subtitle="How much each objective counts; together they are 100%." act="Save weights" merge={merge} onSubmit={send} onClose={onClose}>
      <ul className="grid gap-1">
        {opened.map(({ id, statement }, index) => (
          <li key={id} className="grid grid-cols-[1fr_120px] items-center gap-4">
            <span>{statement}</span>
            <NumberField labelHidden label={`Weight of ${statement}`} className="small" unit="%" min={0} max={100} step={1} value={percentOf(parts[index] ?? 0)} onChange={set(index)} />
          </li>
        ))}
      </ul>
      <div className="sticky bottom-[-20px] flex flex-wrap items-center gap-3 border-t border-border bg-raised py-3" aria-live="polite">
        <strong className="figures">Sum {format.weight(weightOf(sum))}</strong>
        {sum === whole ? <StatusMark tone="good" word="Sums to 100%" /> : <StatusMark tone="warn" word={sum < whole ? `${format.weight(weightOf(whole - sum))} left to give` : `${format.weight(weightOf(sum - whole))} too much`} />}
        <Button className="ml-auto" disabled={sum === whole} onClick={() => setParts(scaleToWhole(parts))}>Scale to 100%</Button>
      </div>
    </FormDialog>
  )
}

/** Something of each objective, by its id. */
type Weights = Readonly<Record<string, number>>
const byObjective = ({ objectives }: Strategy, of: (objective: Strategy['objectives'][number]) => number): Weights => Object.fromEntries(objectives.map((objective) => [objective.id, of(objective)]))

import type { ChangePlan, Innovation } from '@throughline/contract/demand'
import { places, useFormat } from '../../../../format/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import { innovationWords as words } from '../words.ts'

type Props = { readonly innovation: Innovation; readonly onBegin: (() => void) | undefined; readonly onComplete: ((plan: ChangePlan, step: number) => void) | undefined }

/** Plans of change with their steps, each done with what shows it. */
export function ChangePlans({ innovation: { plans, templates }, onBegin, onComplete }: Props) {
  const format = useFormat()
  const titleOf = (key: string) => templates.find((one) => one.key === key)?.title ?? key
  return (
    <Card title="Plans of change" note="How an initiative reaches the people whom it changes" actions={onBegin && <Button onClick={onBegin}>Begin a plan of change</Button>}>
      {plans.length === 0 ? <p className="quiet">{words.noPlans}</p> : (
        <div className="grid gap-5">
          {plans.map((plan) => (
            <section key={plan.id} aria-label={`${titleOf(plan.template)} for ${plan.initiative.name}`}>
              <h3><a href={places.initiative(plan.initiative.id)}>{plan.initiative.name}</a></h3>
              <p className="quiet">{titleOf(plan.template)}; {plan.owner.name}; {format.number(plan.steps.filter(({ done }) => done).length, 0)} of {format.count(plan.steps.length, 'step', 'steps')} done</p>
              <ol className="mt-2 grid gap-2">
                {plan.steps.map(({ name, done }, at) => (
                  <li key={name} className="flex flex-wrap items-center gap-x-3 gap-y-1">
                    <span>{at + 1}. {name}</span>
                    {done ? <span className="quiet">{done.words} ({done.by}, {format.instant(done.at)})</span> : onComplete && <Button aria-label={`Mark as done: ${name}, ${plan.initiative.name}`} onClick={() => onComplete(plan, at + 1)}>Mark as done</Button>}
                  </li>
                ))}
              </ol>
            </section>
          ))}
        </div>
      )}
    </Card>
  )
}

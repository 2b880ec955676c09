import type { Measure, MeasureActual, StrategyTree, TreeObjective, TreeStrategy } from '@throughline/contract/strategy'
import { Plus } from 'lucide-react'
import { useState, type ComponentProps, type ReactNode } from 'react'
import { explanationFromWire, metricCell, places, useFormat } from '../../../../format/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import { WhyFigure } from '../../../../ui/display/WhyFigure.tsx'
import { Drawer } from '../../../../ui/overlays/Dialog.tsx'
import type { StrategyActs } from '../../../acts.ts'
import { EditMeasure } from '../../strategy/dialogs/EditMeasure.tsx'
import { RecordActual, WithdrawActual } from '../../strategy/dialogs/RecordActual.tsx'
import { MeasureItem } from '../../strategy/parts/MeasureItem.tsx'
import { measurePlaces } from '../../../measure-words.ts'
import { DraftMeasures } from '../../../parts/DraftMeasures.tsx'
import { unitsWords as words } from '../words.ts'

type Open = { readonly kind: 'measure'; readonly measure?: Measure } | { readonly kind: 'record'; readonly measure: Measure } | { readonly kind: 'withdraw'; readonly actual: MeasureActual }

export type UnitObjectiveProps = {
  readonly tree: StrategyTree
  readonly strategy: TreeStrategy
  readonly objective: TreeObjective
  /** What measures it in the next version, where that is looked at; to be changed where acts are given. */
  readonly planned: ComponentProps<typeof DraftMeasures> | undefined
  /** Whether measures of it can be added and recorded: where it is in force, by who may. */
  readonly canMeasure: boolean
  readonly today: string
  readonly acts: StrategyActs
  readonly discuss: ReactNode
  onClose(): void
}

/** Everything about one objective of a unit: what it serves, how far it is, its measures, and what is said of it. */
export function UnitObjectiveDrawer({ tree, strategy, objective, planned, canMeasure, today, acts, discuss, onClose }: UnitObjectiveProps) {
  const [open, setOpen] = useState<Open>()
  const close = () => setOpen(undefined)
  return (
    <Drawer open title={objective.statement} subtitle={strategy.unit ?? strategy.name} onClose={onClose}>
      <div className="grid gap-5">
        <Facts {...{ tree, strategy, objective }} />
        <p className="flex flex-wrap items-center gap-x-4"><a href={places.sight('unit_objective', objective.id)}>Line of sight</a>{tree.version.status === 'in_force' && <a href={measurePlaces.fitting(objective.id)}>Measures that fit</a>}{discuss}</p>
        {objective.description !== '' && <p className="whitespace-pre-line text-ink-2">{objective.description}</p>}
        {planned ? <DraftMeasures {...planned} /> : (
          <section aria-label="Measures" className="border-t border-border pt-3">
            <div className="mb-2 flex min-h-8 items-center justify-between gap-2">
              <h3>Measures</h3>
              {canMeasure && <Button kind="quiet" icon={<Plus aria-hidden="true" />} onClick={() => setOpen({ kind: 'measure' })}>Add</Button>}
            </div>
            {objective.measures.length === 0 && <p className="quiet">{words.unmeasured}</p>}
            <ul className="grid gap-4">
              {objective.measures.map((measure) => <MeasureItem key={measure.id} measure={measure} canEdit={canMeasure} onEdit={() => setOpen({ kind: 'measure', measure })} onRecord={() => setOpen({ kind: 'record', measure })} onWithdraw={(actual) => setOpen({ kind: 'withdraw', actual })} />)}
            </ul>
          </section>
        )}
      </div>
      {open?.kind === 'measure' && <EditMeasure measure={open.measure} objectiveId={objective.id} acts={acts} onClose={close} />}
      {open?.kind === 'record' && <RecordActual measure={open.measure} {...{ today, acts }} onClose={close} />}
      {open?.kind === 'withdraw' && <WithdrawActual actual={open.actual} acts={acts} onClose={close} />}
    </Drawer>
  )
}

function Facts({ tree, strategy, objective: { owner, deadline, weight, effective, serves, detached, attainment } }: Pick<UnitObjectiveProps, 'tree' | 'strategy' | 'objective'>) {
  const format = useFormat()
  const served = tree.strategies.flatMap(({ objectives }) => objectives).find(({ id }) => id === serves)
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 [&_dt]:text-ink-3">
      <dt>Serves</dt>
      <dd>{detached ? words.detached : (served?.statement ?? words.ownAim)}</dd>
      <dt>Weight</dt>
      <dd className="figures">{format.weight(weight)} of {strategy.name}, effective <WhyFigure why={explanationFromWire(effective.why)}>{metricCell(effective.metric, (share) => format.weight(share))}</WhyFigure></dd>
      <dt>Owner</dt>
      <dd>{owner ?? <span className="quiet">Nobody yet</span>}</dd>
      <dt>Deadline</dt>
      <dd className="figures">{deadline ? format.date(deadline) : <span className="quiet">None</span>}</dd>
      <dt>Attained</dt>
      <dd className="figures"><WhyFigure why={explanationFromWire(attainment.why)}>{metricCell(attainment.metric, (share) => format.percent(share))}</WhyFigure></dd>
    </dl>
  )
}

import type { Capacity, LoadReason, Pool, Pot, Pots } from '@throughline/contract/capacity'
import type { Unit } from '@throughline/contract/people'
import type { Problem } from '@throughline/contract/wire'
import type { Result } from '@throughline/engine/kernel'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { places, useFormat } from '../../../format/index.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { Select } from '../../../ui/controls/Select.tsx'
import { Card } from '../../../ui/display/Card.tsx'
import { PageFrame } from '../../../ui/display/PageFrame.tsx'
import { EmptyState } from '../../../ui/states/states.tsx'
import { FormDialog, Shown, type Reading } from '../../../wire/index.ts'
import type { Given } from './grid.ts'
import { Budgets } from './parts/Budgets.tsx'
import { LoadMap, type CellOpened } from './parts/LoadMap.tsx'
import { LoadReasonDrawer } from './parts/LoadReason.tsx'
import { PoolForm, type PoolEntered } from './parts/PoolForm.tsx'
import type { PotEntered } from './parts/PotForm.tsx'
import { Recorded } from './parts/Recorded.tsx'
import { capacityWords as words, grainWords, planWords, unitWords } from './words.ts'

export type Done = Promise<Result<unknown, Problem>>
export type CapacityProps = {
  readonly reading: Reading<Capacity>
  /** Left out for who may not see amounts. */
  readonly pots: Reading<Pots> | undefined
  readonly reason: Reading<LoadReason>
  readonly opened: CellOpened | undefined
  readonly units: readonly Unit[]
  readonly currency: string
  readonly seesMoney: boolean
  readonly mayPlan: boolean
  readonly mayBudget: boolean
  onOpen(opened: CellOpened | undefined): void
  onGrain(grain: Capacity['settings']['grain'], version: number): void
  onAddPool(entered: PoolEntered): Done
  onChangePool(pool: Pool, entered: PoolEntered): Done
  onRemovePool(pool: Pool): Done
  onCapacities(given: readonly Given[]): Done
  onAddPot(entered: PotEntered): Done
  onChangePot(pot: Pot, entered: PotEntered): Done
  onRemovePot(pot: Pot): Done
  onAmounts(given: readonly Given[]): Done
}
type Asking = { readonly what: 'add' } | { readonly what: 'change' | 'remove'; readonly pool: Pool }

/** Where people do not fit: capacity against demand by pool and period, what was recorded, and the budgets beside it. */
export function CapacityPage(props: CapacityProps) {
  const { reading, mayPlan } = props
  const format = useFormat()
  const [asking, setAsking] = useState<Asking>()
  const capacity = reading.state === 'full' ? reading.value : undefined
  const add = mayPlan && <Button kind="primary" icon={<Plus />} onClick={() => setAsking({ what: 'add' })}>{words.addPool}</Button>
  return (
    <PageFrame
      title={words.title}
      note={capacity && planWords(capacity.plan, format.count)}
      actions={capacity && capacity.pools.length > 0 && <>{mayPlan && <Grain {...props} settings={capacity.settings} />}{add}</>}
    >
      <Shown reading={reading} what="capacity" lines={8}>
        {(value) =>
          value.pools.length === 0 ? <EmptyState title={words.emptyTitle} actions={add}>{words.emptyWhy}{!mayPlan && ` ${words.emptyReader}`}</EmptyState> : <Content {...props} capacity={value} onAsk={setAsking} />
        }
      </Shown>
      {props.pots && <Budgets {...props} pots={props.pots} />}
      {asking && <Asked {...props} asking={asking} onClose={() => setAsking(undefined)} />}
    </PageFrame>
  )
}

const grains = ['month', 'quarter', 'year'] as const

const Grain = ({ settings: { grain, version }, onGrain }: Pick<CapacityProps, 'onGrain'> & Pick<Capacity, 'settings'>) => (
  <Select label="Plan by" labelHidden value={grain} options={grains.map((value) => ({ value, label: `Plan by ${grainWords[value].toLowerCase()}` }))} onChange={(next) => onGrain(next, version)} />
)

function Content({ capacity, opened, reason, mayPlan, onOpen, onCapacities, onAsk }: CapacityProps & { readonly capacity: Capacity; onAsk(asking: Asking): void }) {
  const { plan, periods } = capacity
  return (
    <>
      <Card flush title={words.loadTitle} note={words.loadNote}>
        <LoadMap capacity={capacity} onOpen={onOpen} />
      </Card>
      {plan.withoutStart.length > 0 && <p className="quiet">{words.withoutStart} {plan.withoutStart.map(({ id, name }, at) => <span key={id}>{at > 0 && ', '}<a href={places.initiative(id)}>{name}</a></span>)}</p>}
      <Recorded capacity={capacity} mayPlan={mayPlan} onSave={onCapacities} onChange={(pool) => onAsk({ what: 'change', pool })} onRemove={(pool) => onAsk({ what: 'remove', pool })} />
      {opened && <LoadReasonDrawer title={`${opened.pool.name}, ${periods[opened.at]?.label ?? ''}`} unit={unitWords[opened.pool.unit].short} reading={reason} onClose={() => onOpen(undefined)} />}
    </>
  )
}

function Asked({ asking, reading, units, currency, seesMoney, onAddPool, onChangePool, onRemovePool, onClose }: CapacityProps & { readonly asking: Asking; onClose(): void }) {
  switch (asking.what) {
    case 'add':
      return <PoolForm pool={undefined} {...{ units, currency, seesMoney, onClose }} onSubmit={onAddPool} />
    case 'change': {
      const now = reading.state === 'full' ? reading.value.pools.find(({ pool }) => pool.id === asking.pool.id)?.pool : undefined
      return <PoolForm pool={now ?? asking.pool} {...{ units, currency, seesMoney, onClose }} onSubmit={(entered) => onChangePool(asking.pool, entered)} />
    }
    case 'remove':
      return <FormDialog title={`${words.remove}: ${asking.pool.name}`} act={words.remove} tone="danger" onSubmit={() => onRemovePool(asking.pool)} onClose={onClose}><p>{words.removePoolWhy}</p></FormDialog>
  }
}

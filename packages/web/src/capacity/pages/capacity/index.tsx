import { capacityRoutes, type Pool, type Pot } from '@throughline/contract/capacity'
import { peopleRoutes } from '@throughline/contract/people'
import { useState } from 'react'
import { allows, useSignedIn } from '../../../people/index.ts'
import { LoadingState } from '../../../ui/states/states.tsx'
import { useAct, useRead } from '../../../wire/index.ts'
import { CapacityPage } from './Page.tsx'
import type { CellOpened } from './parts/LoadMap.tsx'

/** Capacity against demand; who takes a cell is read while it is open. */
export default function CapacityRoute() {
  const session = useSignedIn()
  const [opened, setOpened] = useState<CellOpened>()
  const seesMoney = allows(session, 'see_money')
  const mayPlan = allows(session, 'edit_capacity')
  const mayBudget = seesMoney && (session?.may.includes('edit_money') ?? false)
  const reading = useRead(capacityRoutes.readCapacity, {})
  const period = reading.state === 'full' && opened ? reading.value.periods[opened.at] : undefined
  const reason = useRead(capacityRoutes.readLoad, { params: { id: opened?.pool.id ?? '' }, query: { on: period?.from ?? '2000-01-01' } }, { enabled: period !== undefined })
  const pots = useRead(capacityRoutes.listPots, {}, { enabled: seesMoney })
  const units = useRead(peopleRoutes.listUnits, {}, { enabled: mayPlan || mayBudget })
  const settings = useAct(capacityRoutes.changeSettings, { staleRoom: 'capacity' })
  const createPool = useAct(capacityRoutes.createPool, { staleRoom: 'capacity' })
  const changePool = useAct(capacityRoutes.changePool, { staleRoom: 'capacity' })
  const removePool = useAct(capacityRoutes.removePool, { staleRoom: 'capacity' })
  const capacities = useAct(capacityRoutes.setCapacities, { answers: capacityRoutes.readCapacity, staleRoom: 'capacity' })
  const createPot = useAct(capacityRoutes.createPot, { staleRoom: 'capacity' })
  const changePot = useAct(capacityRoutes.changePot, { staleRoom: 'capacity' })
  const removePot = useAct(capacityRoutes.removePot, { staleRoom: 'capacity' })
  const amounts = useAct(capacityRoutes.setPotAmounts, { answers: capacityRoutes.listPots, staleRoom: 'capacity' })
  if (!session) return <LoadingState what="capacity" />
  return (
    <CapacityPage
      {...{ reading, reason, opened, seesMoney, mayPlan, mayBudget }}
      pots={seesMoney ? pots : undefined}
      units={units.state === 'full' ? units.value : []}
      currency={session.organisation.currency}
      onOpen={setOpened}
      onGrain={(grain, version) => void settings.run({ body: { version, grain } })}
      onAddPool={(body) => createPool.run({ body })}
      onChangePool={({ id, version }: Pool, { unit: _unit, ...body }) => changePool.run({ params: { id }, body: { version, ...body } })}
      onRemovePool={({ id, version }: Pool) => removePool.run({ params: { id }, query: { version } })}
      onCapacities={(given) => capacities.run({ body: { pools: [...given] } })}
      onAddPot={(body) => createPot.run({ body })}
      onChangePot={({ id, version }: Pot, body) => changePot.run({ params: { id }, body: { version, ...body } })}
      onRemovePot={({ id, version }: Pot) => removePot.run({ params: { id }, query: { version } })}
      onAmounts={(given) => amounts.run({ body: { pots: [...given] } })}
    />
  )
}

import { capacityRoutes } from '@throughline/contract/capacity'
import { Card } from '../../ui/display/Card.tsx'
import { allows, useSignedIn } from '../../people/index.ts'
import { Shown, useAct, useRead } from '../../wire/index.ts'
import { PlanCard } from './PlanCard.tsx'

const unitShort = { hour: 'h', day: 'days', fte: 'FTE' } as const

/** The plan of one initiative, read and changed. */
export default function PlanPart({ initiativeId: id }: { readonly initiativeId: string }) {
  const session = useSignedIn()
  const reading = useRead(capacityRoutes.readPlan, { params: { id } })
  const may = reading.state === 'full' ? reading.value.may : []
  const canEdit = allows(session, 'edit_initiative') && may.includes('edit_initiative')
  const givesMoney = canEdit && may.includes('edit_money') && allows(session, 'see_money')
  const capacity = useRead(capacityRoutes.readCapacity, {}, { enabled: canEdit })
  const pots = useRead(capacityRoutes.listPots, {}, { enabled: givesMoney })
  const save = useAct(capacityRoutes.setPlan)
  const start = useRead(capacityRoutes.readStart, { params: { id } })
  const pools = capacity.state === 'full' ? capacity.value.pools.map(({ pool }) => ({ id: pool.id, name: pool.name, unit: unitShort[pool.unit] })) : []
  const money = givesMoney && pots.state === 'full' ? { currency: pots.value.currency, pots: pots.value.pots.map(({ id: potId, name }) => ({ id: potId, name, unit: pots.value.currency })) } : undefined
  if (reading.state !== 'full') return <Card title="Starts, variants and people"><Shown reading={reading} what="how it may be planned" lines={2}>{() => null}</Shown></Card>
  return <PlanCard plan={reading.value} start={start.state === 'full' ? start.value : undefined} {...{ pools, money, canEdit }} onSave={(body) => save.run({ params: { id }, body })} />
}

import { deliveryRoutes, type ComponentState, type ReuseBoard } from '@throughline/contract/delivery'
import { governanceRoutes } from '@throughline/contract/governance'
import { componentStates } from '@throughline/engine/delivery'
import { useDeferredValue, useState } from 'react'
import { useFindInitiatives } from '../../../demand/index.ts'
import { useToday } from '../../../format/index.ts'
import { allows, useSignedIn } from '../../../people/index.ts'
import { useAddressQuery } from '../../../shell/address.ts'
import { isPast, readAhead, useMoment, useRead, type Reading } from '../../../wire/index.ts'
import { useReuseActs } from '../../reuse-of/use-reuse-acts.ts'
import { ReusePage } from './Page.tsx'

export const prepare = readAhead(deliveryRoutes.readReuse, { query: {} })

const filled = (text: string | undefined): string | undefined => (text === undefined || text.trim() === '' ? undefined : text)
/** Work and deliverables that a form offers to choose from. */
const mostWork = 200

/** What was read last, so that the page stands still while the answer to other words comes. */
function useStanding(reading: Reading<ReuseBoard>): Reading<ReuseBoard> {
  const [last, setLast] = useState(reading)
  if (reading.state === 'full' && (last.state !== 'full' || last.value !== reading.value)) setLast(reading)
  return reading.state === 'loading' && last.state === 'full' ? last : reading
}

/** Reuse across the initiatives of the organisation. */
export default function ReuseRoute() {
  const session = useSignedIn()
  const past = isPast(useMoment())
  const [address, change] = useAddressQuery()
  const canEdit = allows(session, 'edit_initiative') && !past
  const search = useDeferredValue(filled(address['search']))
  const state = componentStates.find((one): one is ComponentState => one === address['state'])
  const initiatives = useFindInitiatives({ enabled: canEdit })
  const [asked, setAsked] = useState<{ readonly initiativeId?: string; readonly componentId?: string }>({})
  const tasks = useRead(deliveryRoutes.listTasks, { params: { id: asked.initiativeId ?? '' }, query: { limit: mostWork } }, { enabled: asked.initiativeId !== undefined })
  const quality = useRead(governanceRoutes.readQuality, { query: { initiativeId: asked.initiativeId ?? '', limit: mostWork } }, { enabled: asked.initiativeId !== undefined })
  const fits = useRead(deliveryRoutes.readComponentFits, { params: { id: asked.componentId ?? '' } }, { enabled: asked.componentId !== undefined })
  return (
    <ReusePage
      reading={useStanding(useRead(deliveryRoutes.readReuse, { query: { search, state } }))} canEdit={canEdit} initiatives={initiatives} today={useToday()}
      looking={address} onLook={(given) => change(Object.fromEntries(Object.entries(given).map(([key, value]) => [key, filled(value)])))}
      work={tasks.state === 'full' ? tasks.value.tasks.map(({ id, name }) => ({ id, name })) : []} deliverables={quality.state === 'full' ? quality.value.deliverables.filter(({ state }) => state !== 'withdrawn').map(({ id, name }) => ({ id, name })) : []} fits={fits} onAsk={setAsked}
      acts={useReuseActs()}
    />
  )
}

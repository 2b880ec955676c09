import { deliveryRoutes } from '@throughline/contract/delivery'
import { governanceRoutes, type DeliverableState } from '@throughline/contract/governance'
import { peopleRoutes } from '@throughline/contract/people'
import { deliverableStates } from '@throughline/engine/governance'
import { useState } from 'react'
import { useFindInitiatives } from '../../../demand/index.ts'
import { places, useToday } from '../../../format/index.ts'
import { allows, useSignedIn } from '../../../people/index.ts'
import { useAddressQuery, useGo } from '../../../shell/address.ts'
import { isPast, readAhead, useAct, useMoment, useRead } from '../../../wire/index.ts'
import { QualityPage } from './Page.tsx'

export const prepare = readAhead(governanceRoutes.readQuality, { query: {} })

/** What initiatives deliver, what reviews found of it, and what escaped them. */
export default function QualityRoute() {
  const session = useSignedIn()
  const past = isPast(useMoment())
  const canEdit = allows(session, 'edit_initiative') && !past
  const [{ initiative, state, search, from = '0' }, change] = useAddressQuery()
  const looked = { initiative, search: search ?? '', state: deliverableStates.find((one) => one === state) as DeliverableState | undefined }
  const start = Number.isInteger(Number(from)) ? Math.max(0, Number(from)) : 0
  const [chosen, setChosen] = useState('')
  const of = { params: { id: chosen } }
  const milestones = useRead(deliveryRoutes.listTasks, { ...of, query: { kind: 'milestone', limit: 500 } }, { enabled: canEdit && chosen !== '' })
  const method = useRead(governanceRoutes.readInitiativeConformance, { ...of, query: {} }, { enabled: canEdit && chosen !== '' })
  const members = useRead(peopleRoutes.listMembers, {}, { enabled: canEdit })
  const go = useGo()
  const add = useAct(governanceRoutes.addDeliverable, { onDone: ({ id }) => go(places.deliverable(id)) })
  const query = { ...(initiative ? { initiativeId: initiative } : {}), ...(looked.state ? { state: looked.state } : {}), ...(looked.search.trim() === '' ? {} : { search: looked.search }), ...(start === 0 ? {} : { from: start }) }
  return (
    <QualityPage
      reading={useRead(governanceRoutes.readQuality, { query })} canEdit={canEdit} today={useToday()} looked={looked} onLook={(next) => change({ initiative: next.initiative, state: next.state, search: next.search === '' ? undefined : next.search, from: undefined })} onFrom={(next) => change({ from: next === 0 ? undefined : String(next) })}
      initiatives={useFindInitiatives({ enabled: canEdit })} members={members.state === 'full' ? members.value.filter(({ service }) => !service).map(({ id, name }) => ({ id, name })) : []} onChoose={setChosen}
      choices={{ milestones: chosen !== '' && milestones.state === 'full' ? milestones.value.tasks.map(({ id, name }) => ({ id, name })) : [], elements: chosen !== '' && method.state === 'full' ? method.value.elements.map(({ element: { key, name } }) => ({ key, name })) : [] }}
      onAdd={(body) => add.run({ body })}
    />
  )
}

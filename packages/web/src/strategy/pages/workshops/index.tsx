import { peopleRoutes } from '@throughline/contract/people'
import { strategyRoutes } from '@throughline/contract/strategy'
import { useState } from 'react'
import { allows, useSignedIn } from '../../../people/index.ts'
import { useGo } from '../../../shell/address.ts'
import { isPast, readAhead, useAct, useMoment, useRead } from '../../../wire/index.ts'
import { WorkshopsPage } from './Page.tsx'

export const prepare = readAhead(strategyRoutes.listWorkshops, {})

/** The list of workshops, and the way to a new one. */
export default function WorkshopsRoute() {
  const session = useSignedIn()
  const past = isPast(useMoment())
  const go = useGo()
  const [asked, setAsked] = useState(false)
  const strategy = useRead(strategyRoutes.readStrategy, {}, { enabled: asked })
  const members = useRead(peopleRoutes.listMembers, {}, { enabled: asked })
  const open = useAct(strategyRoutes.openWorkshop)
  return (
    <WorkshopsPage
      list={useRead(strategyRoutes.listWorkshops, {})}
      canOpen={allows(session, 'edit_strategy') && !past}
      perspectives={strategy.state === 'full' ? strategy.value.perspectives : []}
      people={members.state === 'full' ? members.value : []}
      onAsk={() => setAsked(true)}
      onOpen={async (body) => {
        const opened = await open.run({ body })
        if (opened.ok) go(`/strategy/workshops/${encodeURIComponent(opened.value.id)}`)
        return opened
      }}
    />
  )
}

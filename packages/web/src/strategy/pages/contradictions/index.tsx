import { strategyRoutes } from '@throughline/contract/strategy'
import { lazy, Suspense, useState } from 'react'
import { useToday } from '../../../format/index.ts'
import { allows, useSignedIn } from '../../../people/index.ts'
import { isPast, readAhead, useAct, useMoment, useRead } from '../../../wire/index.ts'
import { ContradictionsPage } from './Page.tsx'
import type { GroundAsked } from './parts/Grounds.tsx'

/** Opened by an act only. */
const ActOnGround = lazy(() => import('./ActOnGround.tsx'))

/** Read while the page’s code loads, or when its link is pointed at. */
export const prepare = readAhead(strategyRoutes.readContradictions, {})

/** The register of contradictions in the strategy in force. */
export default function ContradictionsRoute() {
  const session = useSignedIn()
  const past = isPast(useMoment())
  const [asked, setAsked] = useState<GroundAsked>()
  const answers = { answers: strategyRoutes.readContradictions }
  const accept = useAct(strategyRoutes.acceptTension, answers)
  const reopen = useAct(strategyRoutes.reopenTension, answers)
  const grounds = useRead(strategyRoutes.readGrounds, {})
  return (
    <ContradictionsPage
      register={useRead(strategyRoutes.readContradictions, {})}
      grounds={grounds}
      canEdit={allows(session, 'edit_strategy') && !past}
      today={useToday()}
      onAccept={({ key }, entered) => accept.run({ body: { key, ...entered } })}
      onReopen={({ id, version }) => reopen.run({ params: { id }, query: { version } })}
      onGround={setAsked}
      dialog={asked && grounds.state === 'full' && <Suspense><ActOnGround asked={asked} grounds={grounds.value} onClose={() => setAsked(undefined)} /></Suspense>}
    />
  )
}

import { strategyRoutes } from '@throughline/contract/strategy'
import { useGo, usePathParams } from '../../../shell/address.ts'
import { isPast, keyOf, useAct, useMoment, useRead } from '../../../wire/index.ts'
import { WorkshopPage } from './Page.tsx'

/** One workshop. It is read again whenever somebody hands in, so that all see the results at once. */
export default function WorkshopRoute() {
  const id = usePathParams()['workshopId'] ?? ''
  const params = { id }
  const go = useGo()
  const answers = { answers: () => keyOf(strategyRoutes.readWorkshop, { params }) }
  const judge = useAct(strategyRoutes.handInJudgement, answers)
  const close = useAct(strategyRoutes.closeWorkshop, answers)
  const decide = useAct(strategyRoutes.decideWorkshop, answers)
  const cancel = useAct(strategyRoutes.cancelWorkshop)
  return (
    <WorkshopPage
      reading={useRead(strategyRoutes.readWorkshop, { params })}
      past={isPast(useMoment())}
      onHandIn={(judgement, insist) => judge.run({ params, body: { judgement, insist } })}
      onCloseEarly={({ version }) => close.run({ params, body: { version } })}
      onDecide={({ version }, { weights, rationale, expected }) => decide.run({ params, body: { version, weights: [...weights], rationale, expected } })}
      onCancel={async ({ version }) => {
        const done = await cancel.run({ params, query: { version } })
        if (done.ok) go('/strategy/workshops')
        return done
      }}
    />
  )
}

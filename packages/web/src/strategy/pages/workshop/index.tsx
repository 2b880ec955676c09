import { strategyRoutes } from '@throughline/contract/strategy'
import { allows, useSignedIn } from '../../../people/index.ts'
import { useGo, usePathParams } from '../../../shell/address.ts'
import { isPast, keyOf, useAct, useMoment, useRead } from '../../../wire/index.ts'
import { WorkshopPage } from './Page.tsx'
import { weightsForDraft } from './take.ts'

/** One workshop. It is read again whenever somebody hands in, so that all see the results at once. */
export default function WorkshopRoute() {
  const id = usePathParams()['workshopId'] ?? ''
  const params = { id }
  const go = useGo()
  const answers = { answers: () => keyOf(strategyRoutes.readWorkshop, { params }) }
  const judge = useAct(strategyRoutes.handInJudgement, answers)
  const close = useAct(strategyRoutes.closeWorkshop, answers)
  const decide = useAct(strategyRoutes.decideWorkshop, answers)
  const again = useAct(strategyRoutes.judgeAgain)
  const cancel = useAct(strategyRoutes.cancelWorkshop)
  const versions = useRead(strategyRoutes.listVersions, {})
  const item = versions.state === 'full' ? versions.value.find(({ status }) => status === 'draft') : undefined
  const draft = useRead(strategyRoutes.readVersion, { params: { id: item?.id ?? '' } }, { enabled: item !== undefined })
  const change = useAct(strategyRoutes.changeDraft)
  const mayTake = allows(useSignedIn(), 'edit_strategy') && item !== undefined && draft.state === 'full'
  return (
    <WorkshopPage
      reading={useRead(strategyRoutes.readWorkshop, { params })}
      past={isPast(useMoment())}
      onHandIn={(judgement, insist) => judge.run({ params, body: { judgement, insist } })}
      onCloseEarly={({ version }) => close.run({ params, body: { version } })}
      onDecide={({ version }, { weights, rationale, expected }) => decide.run({ params, body: { version, weights: [...weights], rationale, expected } })}
      onTake={mayTake ? async (workshop) => change.run({ params: { id: draft.value.id }, body: { version: draft.value.version, weights: weightsForDraft(workshop, draft.value.content.objectives) } }) : undefined}
      onAgain={async ({ version }) => {
        const opened = await again.run({ params, body: { version } })
        if (opened.ok) go(`/strategy/workshops/${encodeURIComponent(opened.value.id)}`)
        return opened
      }}
      onCancel={async ({ version }) => {
        const done = await cancel.run({ params, query: { version } })
        if (done.ok) go('/strategy/workshops')
        return done
      }}
    />
  )
}

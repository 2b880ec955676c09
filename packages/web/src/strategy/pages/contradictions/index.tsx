import { strategyRoutes } from '@throughline/contract/strategy'
import { useToday } from '../../../format/index.ts'
import { allows, useSignedIn } from '../../../people/index.ts'
import { readAhead, useAct, useRead } from '../../../wire/index.ts'
import { ContradictionsPage } from './Page.tsx'

/** Read while the page’s code loads, or when its link is pointed at. */
export const prepare = readAhead(strategyRoutes.readContradictions, {})

/** The register of contradictions in the strategy in force. */
export default function ContradictionsRoute() {
  const session = useSignedIn()
  const answers = { answers: strategyRoutes.readContradictions }
  const accept = useAct(strategyRoutes.acceptTension, answers)
  const reopen = useAct(strategyRoutes.reopenTension, answers)
  return (
    <ContradictionsPage
      register={useRead(strategyRoutes.readContradictions, {})}
      canEdit={allows(session, 'edit_strategy')}
      today={useToday()}
      onAccept={({ key }, entered) => accept.run({ body: { key, ...entered } })}
      onReopen={({ id, version }) => reopen.run({ params: { id }, query: { version } })}
    />
  )
}

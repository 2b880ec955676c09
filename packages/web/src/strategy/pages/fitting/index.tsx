import { strategyRoutes } from '@throughline/contract/strategy'
import type { QueryClient } from '@tanstack/react-query'
import { allows, useSignedIn } from '../../../people/index.ts'
import { usePathParams } from '../../../shell/address.ts'
import { isPast, keyOf, readAhead, useAct, useMoment, useRead } from '../../../wire/index.ts'
import { FittingPage } from './Page.tsx'

/** Read while the page’s code loads, or when its link is pointed at. */
export const prepare = (client: QueryClient, { objectiveId = '' }: Readonly<Record<string, string>>) => readAhead(strategyRoutes.proposeMeasures, { params: { id: objectiveId } })(client)

/** What measures an objective, and what may. */
export default function FittingRoute() {
  const session = useSignedIn()
  const { objectiveId: id = '' } = usePathParams()
  const past = isPast(useMoment())
  const answers = { answers: () => keyOf(strategyRoutes.proposeMeasures, { params: { id } }) }
  const [choose, unlink] = [useAct(strategyRoutes.chooseMeasure, answers), useAct(strategyRoutes.unlinkMeasure, answers)]
  return (
    <FittingPage
      reading={useRead(strategyRoutes.proposeMeasures, { params: { id } })}
      library={useRead(strategyRoutes.readLibrary, {})}
      canEdit={allows(session, 'edit_strategy') && !past}
      acts={{ choose: (body) => choose.run({ params: { id }, body }), unlink: (linkId, version) => unlink.run({ params: { id: linkId }, query: { version } }) }}
    />
  )
}

import { strategyRoutes } from '@throughline/contract/strategy'
import { allows, useSignedIn } from '../../../people/index.ts'
import { isPast, keyOf, readAhead, useAct, useMoment, useRead } from '../../../wire/index.ts'
import { ComprehensionPage } from './Page.tsx'

export const prepare = readAhead(strategyRoutes.readComprehension, {})

/** Whether the strategy in force arrived. */
export default function ComprehensionRoute() {
  const [session, past] = [useSignedIn(), isPast(useMoment())]
  const deliver = useAct(strategyRoutes.deliverBrief, { answers: () => keyOf(strategyRoutes.readComprehension, {}) })
  const mayDeliver = allows(session, 'edit_strategy') && !past
  return <ComprehensionPage reading={useRead(strategyRoutes.readComprehension, {})} mayDeliver={mayDeliver} onDeliver={(edition, roles) => deliver.run({ body: { edition, roles: [...roles] } })} />
}

import { strategyRoutes } from '@throughline/contract/strategy'
import { allows, useSignedIn } from '../../../people/index.ts'
import { isPast, keyOf, readAhead, useAct, useMoment, useRead } from '../../../wire/index.ts'
import { InDecisionsPage } from './Page.tsx'

/** Read while the page’s code loads, or when its link is pointed at. */
export const prepare = readAhead(strategyRoutes.readObjectiveUse, {})

/** Objectives as reasons of decisions. */
export default function InDecisionsRoute() {
  const session = useSignedIn()
  const past = isPast(useMoment())
  const answers = { answers: () => keyOf(strategyRoutes.readObjectiveUse, {}) }
  const [cite, withdraw] = [useAct(strategyRoutes.citeObjective, answers), useAct(strategyRoutes.withdrawCitation, answers)]
  return <InDecisionsPage reading={useRead(strategyRoutes.readObjectiveUse, {})} canEdit={allows(session, 'edit_strategy') && !past} acts={{ cite: (body) => cite.run({ body }), withdraw: ({ id, version }) => withdraw.run({ params: { id }, query: { version } }) }} />
}

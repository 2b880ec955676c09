import { governanceRoutes } from '@throughline/contract/governance'
import { allows, useSignedIn } from '../../../people/index.ts'
import { isPast, keyOf, readAhead, useAct, useMoment, useRead } from '../../../wire/index.ts'
import { ServiceGapsPage } from './Page.tsx'

export const prepare = readAhead(governanceRoutes.readServiceGaps, {})

/** What objectives need of the PMO, and where it falls short. */
export default function ServiceGapsRoute() {
  const session = useSignedIn()
  const past = isPast(useMoment())
  const answers = { answers: () => keyOf(governanceRoutes.readServiceGaps, {}) }
  const [judge, need] = [useAct(governanceRoutes.judgeCapability, answers), useAct(governanceRoutes.stateServiceNeed, answers)]
  return <ServiceGapsPage reading={useRead(governanceRoutes.readServiceGaps, {})} canEdit={allows(session, 'edit_strategy') && !past} acts={{ judge: (body) => judge.run({ body }), need: (body) => need.run({ body }) }} />
}

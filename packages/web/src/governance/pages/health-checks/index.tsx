import { governanceRoutes } from '@throughline/contract/governance'
import { peopleRoutes } from '@throughline/contract/people'
import { useFindInitiatives } from '../../../demand/index.ts'
import { places, useToday } from '../../../format/index.ts'
import { allows, useSignedIn } from '../../../people/index.ts'
import { useGo } from '../../../shell/address.ts'
import { isPast, readAhead, useAct, useMoment, useRead } from '../../../wire/index.ts'
import { useRecommendationActs } from '../../use-recommendation-acts.ts'
import { HealthChecksPage } from './Page.tsx'

export const prepare = readAhead(governanceRoutes.readHealthChecks, {})

/** Health checks of initiatives, and what became of what they recommend. */
export default function HealthChecksRoute() {
  const session = useSignedIn()
  const past = isPast(useMoment())
  const canEdit = allows(session, 'edit_strategy') && !past
  const members = useRead(peopleRoutes.listMembers, {}, { enabled: canEdit })
  const go = useGo()
  const book = useAct(governanceRoutes.bookHealthCheck, { onDone: ({ id }) => go(places.healthCheck(id)) })
  const acts = useRecommendationActs()
  return (
    <HealthChecksPage
      reading={useRead(governanceRoutes.readHealthChecks, {})} canEdit={canEdit} today={useToday()} initiatives={useFindInitiatives({ enabled: canEdit })}
      members={members.state === 'full' ? members.value.filter(({ service }) => !service).map(({ id, name }) => ({ id, name })) : []}
      acts={{ ...acts, book: (body) => book.run({ body }) }}
    />
  )
}

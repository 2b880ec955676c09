import { governanceRoutes } from '@throughline/contract/governance'
import { useToday } from '../../../format/index.ts'
import { allows, useSignedIn } from '../../../people/index.ts'
import { useAddressQuery } from '../../../shell/address.ts'
import { isPast, keyOf, readAhead, useAct, useMoment, useRead } from '../../../wire/index.ts'
import { ConformancePage } from './Page.tsx'

export const prepare = readAhead(governanceRoutes.readConformance, { query: {} })

/** Whether initiatives do what their framework asks for. */
export default function ConformanceRoute() {
  const session = useSignedIn()
  const past = isPast(useMoment())
  const today = useToday()
  const [query, change] = useAddressQuery()
  const [shown, day] = [query['initiative'], query['on']]
  const asked = { query: day === undefined ? {} : { on: day } }
  const one = { params: { id: shown ?? '' }, ...asked }
  const reading = useRead(governanceRoutes.readConformance, asked)
  const sheet = useRead(governanceRoutes.readInitiativeConformance, one, { enabled: shown !== undefined })
  const [ofAll, ofOne] = [{ answers: () => keyOf(governanceRoutes.readConformance, asked) }, { answers: () => keyOf(governanceRoutes.readInitiativeConformance, one) }]
  const [show, take, deviate] = [useAct(governanceRoutes.addConformanceEvidence, ofOne), useAct(governanceRoutes.removeConformanceEvidence, ofOne), useAct(governanceRoutes.askDeviation, ofOne)]
  const [answer, tier, check] = [useAct(governanceRoutes.answerDeviation, ofAll), useAct(governanceRoutes.setConformanceTier, ofAll), useAct(governanceRoutes.checkConformance, ofAll)]
  return (
    <ConformancePage
      reading={reading} may={{ edit: allows(session, 'edit_strategy') && !past, change: allows(session, 'edit_initiative') && !past }} today={today}
      on={day ?? today} onDay={(on) => change({ on: on === '' || on === today ? undefined : on })} shown={shown} sheet={sheet} onShow={(initiative) => change({ initiative })}
      acts={{
        show: (id, body) => show.run({ params: { id }, ...asked, body }), takeAway: (id, evidenceId) => take.run({ params: { id, evidenceId }, ...asked }), deviate: (id, body) => deviate.run({ params: { id }, ...asked, body }),
        answer: ({ id, version }, given) => answer.run({ params: { id }, ...asked, body: { version, ...given } }), tier: (id, body) => tier.run({ params: { id }, ...asked, body }), check: (body) => check.run({ ...asked, body }),
      }}
    />
  )
}

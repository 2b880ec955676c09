import { governanceRoutes } from '@throughline/contract/governance'
import { peopleRoutes } from '@throughline/contract/people'
import { useFindInitiatives } from '../../../demand/index.ts'
import { useToday } from '../../../format/index.ts'
import { allows, useSignedIn } from '../../../people/index.ts'
import { call, isPast, keyOf, readAhead, useAct, useMoment, useRead } from '../../../wire/index.ts'
import { CommunicationPage } from './Page.tsx'

export const prepare = readAhead(governanceRoutes.readCommunication, {})

/** Who is told what, and what came back. */
export default function CommunicationRoute() {
  const session = useSignedIn()
  const past = isPast(useMoment())
  const mayEdit = allows(session, 'edit_strategy') && !past
  const members = useRead(peopleRoutes.listMembers, {}, { enabled: mayEdit })
  const initiatives = useFindInitiatives({ enabled: mayEdit })
  const answers = { answers: () => keyOf(governanceRoutes.readCommunication, {}) }
  const [add, change, remove, plan] = [useAct(governanceRoutes.addStakeholder, answers), useAct(governanceRoutes.changeStakeholder, answers), useAct(governanceRoutes.removeStakeholder, answers), useAct(governanceRoutes.planCommunication, answers)]
  const [end, tell, answer] = [useAct(governanceRoutes.endCommunication, answers), useAct(governanceRoutes.deliverMessage, answers), useAct(governanceRoutes.answerMessage, answers)]
  return (
    <CommunicationPage
      reading={useRead(governanceRoutes.readCommunication, {})} mayEdit={mayEdit} initiatives={initiatives} today={useToday()}
      members={members.state === 'full' ? members.value.filter(({ service }) => !service).map(({ id, name }) => ({ id, name })) : []}
      acts={{
        add: (body) => add.run({ body }), change: ({ id, version }, given) => change.run({ params: { id }, body: { version, ...given } }), remove: ({ id, version }) => remove.run({ params: { id }, query: { version } }),
        plan: (body) => plan.run({ body }), end: ({ id, version }, reason) => end.run({ params: { id }, body: { version, reason } }), tell: ({ id, version }, given) => tell.run({ params: { id }, body: { version, ...given } }),
        answer: ({ id, version }, words) => answer.run({ params: { id }, body: { version, words } }),
        // Without a draft the message is written from nothing; why there is none is said when it is sent.
        draft: ({ id }) => call(governanceRoutes.readMessageDraft, { params: { id } }).catch(() => undefined),
      }}
    />
  )
}

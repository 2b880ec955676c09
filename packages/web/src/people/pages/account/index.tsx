import { peopleRoutes } from '@throughline/contract/people'
import { LoadingState } from '../../../ui/states/states.tsx'
import { useAct, useRead } from '../../../wire/index.ts'
import { useProof } from '../../proof.tsx'
import { useSignedIn } from '../../session.ts'
import { useFactors } from '../../use-factors.ts'
import { AccountPage } from './Page.tsx'

/** Password, second factors and sessions of the person at the screen. */
export default function Account() {
  const session = useSignedIn()
  const factors = useRead(peopleRoutes.readFactors, {})
  const sessions = useRead(peopleRoutes.listSessions, {})
  const { proof, proven } = useProof()
  const acts = useFactors({ proven })
  const changePassword = useAct(peopleRoutes.changePassword, { staleRoom: 'people' })
  const endSession = useAct(peopleRoutes.endSession, { staleRoom: 'people' })
  const endOthers = useAct(peopleRoutes.endOtherSessions, { staleRoom: 'people' })
  if (!session) return <LoadingState what="your account" />
  return (
    <AccountPage
      session={session}
      factors={{ ...acts, factors }}
      sessions={{ sessions, onEnd: ({ id }) => endSession.run({ params: { id } }), onEndOthers: () => endOthers.run({}) }}
      password={{ onChange: (body) => changePassword.run({ body }) }}
      proof={proof}
    />
  )
}

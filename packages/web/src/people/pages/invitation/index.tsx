import { peopleRoutes, type InvitationSeen } from '@throughline/contract/people'
import type { Problem } from '@throughline/contract/wire'
import { useEffect, useState } from 'react'
import { LoadingState } from '../../../ui/states/states.tsx'
import { call, ProblemNote, problemOf, useAct } from '../../../wire/index.ts'
import { useLinkSecret } from '../../link-secret.ts'
import { Doorway } from '../../parts/Doorway.tsx'
import { InvitationPage } from './Page.tsx'

/** Accepts an invitation; the app then begins anew, as the person who came in. */
export default function Invitation() {
  const secret = useLinkSecret()
  const [found, setFound] = useState<InvitationSeen>()
  const [problem, setProblem] = useState<Problem>()
  const accept = useAct(peopleRoutes.acceptInvitation, { onDone: () => location.replace('/') })
  useEffect(() => {
    const stop = new AbortController()
    call(peopleRoutes.readInvitation, { body: { secret } }, { signal: stop.signal }).then(setFound, (error: unknown) => {
      if (!stop.signal.aborted) setProblem(problemOf(error))
    })
    return () => stop.abort()
  }, [secret])
  if (problem)
    return (
      <Doorway title="This invitation cannot be opened">
        <ProblemNote problem={problem} />
        <p className="mt-6"><a href="/">Go to signing in</a></p>
      </Doorway>
    )
  if (!found) return <LoadingState what="the invitation" lines={4} />
  return <InvitationPage invitation={found} onAccept={(body) => accept.run({ body: { secret, ...body } })} />
}

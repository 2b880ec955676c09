import type { LinkGiven, SignInPolicy } from '@throughline/contract/people'
import { useState, type ReactNode } from 'react'
import { Card } from '../../../ui/display/Card.tsx'
import { PageFrame } from '../../../ui/display/PageFrame.tsx'
import { RefusedState } from '../../../ui/states/states.tsx'
import { Shown, type Reading } from '../../../wire/index.ts'
import { GivenLink } from '../../parts/GivenLink.tsx'
import { Invitations, type InvitationsProps } from './parts/Invitations.tsx'
import { Policy, type PolicyProps } from './parts/Policy.tsx'
import { Standings, type StandingsProps } from './parts/Standings.tsx'

export type InvitationsPageProps = {
  readonly canAdminister: boolean
  readonly invitations: Omit<InvitationsProps, 'onGiven'>
  readonly policy: Omit<PolicyProps, 'policy'> & { readonly policy: Reading<SignInPolicy> }
  readonly standings: Omit<StandingsProps, 'onGiven'>
  readonly proof?: ReactNode
}

/** How people come in and sign in, for those who give access. */
export function InvitationsPage({ canAdminister, invitations, policy: { policy, onChange }, standings, proof }: InvitationsPageProps) {
  const [given, setGiven] = useState<{ readonly to: string; readonly given: LinkGiven }>()
  const onGiven = (to: string, link: LinkGiven) => setGiven({ to, given: link })
  if (!canAdminister) return <PageFrame title="Sign-in"><RefusedState title="This is for those who give access" reason="Your role does not include it." tryNext="Your own password, second factor and sessions are under “Your account”." /></PageFrame>
  return (
    <PageFrame title="Sign-in" note="Who is invited, what is asked of those who sign in, and help for those who cannot">
      <Invitations {...invitations} onGiven={onGiven} />
      <Standings {...standings} onGiven={onGiven} />
      <Card title="What is asked of everybody">
        <Shown reading={policy} what="what is asked" lines={4}>
          {(found) => <Policy policy={found} onChange={onChange} />}
        </Shown>
      </Card>
      {given && <GivenLink {...given} onClose={() => setGiven(undefined)} />}
      {proof}
    </PageFrame>
  )
}

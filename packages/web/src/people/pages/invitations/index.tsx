import { peopleRoutes } from '@throughline/contract/people'
import { ok } from '@throughline/engine/kernel'
import { LoadingState } from '../../../ui/states/states.tsx'
import { useAct, useRead, type Reading } from '../../../wire/index.ts'
import { useProof } from '../../proof.tsx'
import { useSignedIn } from '../../session.ts'
import { InvitationsPage } from './Page.tsx'
import type { Standing } from './parts/Standings.tsx'

/** Invitations, the policy of signing in, and how members sign in. */
export default function SignInRules() {
  const session = useSignedIn()
  const enabled = session?.can.administer ?? false
  const invitations = useRead(peopleRoutes.listInvitations, {}, { enabled })
  const policy = useRead(peopleRoutes.readSignInPolicy, {}, { enabled })
  const found = useRead(peopleRoutes.listMemberStandings, {}, { enabled })
  const members = useRead(peopleRoutes.listMembers, {}, { enabled })
  const { proof, proven } = useProof()
  const invite = useAct(peopleRoutes.invite, { staleRoom: 'people' })
  const inviteAgain = useAct(peopleRoutes.inviteAgain, { staleRoom: 'people' })
  const withdraw = useAct(peopleRoutes.withdrawInvitation, { staleRoom: 'people' })
  const change = useAct(peopleRoutes.changeSignInPolicy, { staleRoom: 'people' })
  const endSessions = useAct(peopleRoutes.endMemberSessions, { staleRoom: 'people' })
  const passwordLink = useAct(peopleRoutes.makePasswordLink, { staleRoom: 'none' })
  const removeFactors = useAct(peopleRoutes.removeMemberFactors, { staleRoom: 'people' })
  if (!session) return <LoadingState what="this page" />
  const standings: Reading<readonly Standing[]> = members.state !== 'full' ? members : found.state !== 'full' ? found : { ...found, value: members.value.flatMap((member) => found.value.filter(({ id }) => id === member.id).map((standing) => ({ ...standing, name: member.name, email: member.email }))) }
  return (
    <InvitationsPage
      canAdminister={enabled}
      invitations={{
        invitations,
        onInvite: async (body) => {
          const invited = await proven(() => invite.run({ body }))
          return invited.ok ? ok(invited.value.given) : invited
        },
        onAgain: ({ id }) => proven(() => inviteAgain.run({ params: { id } })),
        onWithdraw: ({ id }) => withdraw.run({ params: { id } }),
      }}
      policy={{ policy, onChange: (body) => proven(() => change.run({ body })) }}
      standings={{
        standings,
        self: session.account.id,
        onEndSessions: ({ id }) => endSessions.run({ params: { id } }),
        onPasswordLink: ({ id }) => proven(() => passwordLink.run({ params: { id } })),
        onRemoveFactors: ({ id }) => proven(() => removeFactors.run({ params: { id } })),
      }}
      proof={proof}
    />
  )
}

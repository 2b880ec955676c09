import type { Session } from '@throughline/contract/people'
import type { ReactNode } from 'react'
import { PageFrame } from '../../../ui/display/PageFrame.tsx'
import { ArchiveCard, type ArchiveCardProps } from './parts/ArchiveCard.tsx'
import { Members, type MembersProps } from './parts/Members.tsx'
import { OrganisationCard, type OrganisationCardProps } from './parts/OrganisationCard.tsx'
import { Roles, type RolesProps } from './parts/Roles.tsx'
import { Tokens, type TokensProps } from './parts/Tokens.tsx'
import { Units, type UnitsProps } from './parts/Units.tsx'

export type AccessProps = {
  readonly session: Session
  readonly members: Pick<MembersProps, 'members' | 'onAdd' | 'onChange' | 'onRemove' | 'onErase'>
  readonly roles: Pick<RolesProps, 'given' | 'onGive' | 'onDelegate' | 'onEnd'>
  readonly tokens: Pick<TokensProps, 'tokens' | 'onCreate' | 'onRevoke'>
  readonly units: Pick<UnitsProps, 'units' | 'onCreate' | 'onChange'>
  readonly organisation: Pick<OrganisationCardProps, 'onChange'>
  readonly archive: Pick<ArchiveCardProps, 'address' | 'onRestore'>
  /** The question for a recent sign-in, while it is asked. */
  readonly proof?: ReactNode
}

/** Who may do what, with which keys, in which organisation. */
export function AccessPage({ session, members, roles, tokens, units, organisation, archive, proof }: AccessProps) {
  const { can, account, may } = session
  return (
    <PageFrame title="Access" note={`${session.organisation.name}. You are signed in as ${account.email}.`}>
      <Members {...members} self={account.id} canAdminister={can.administer} />
      <Roles {...roles} session={session} members={members.members} units={units.units} />
      <Tokens {...tokens} may={may} />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <OrganisationCard {...organisation} organisation={session.organisation} canAdminister={can.administer} />
        <Units {...units} canEdit={may.includes('edit_units')} />
      </div>
      {may.includes('archive') && <ArchiveCard {...archive} empty={session.empty} />}
      {proof}
    </PageFrame>
  )
}

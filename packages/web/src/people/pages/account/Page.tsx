import type { Factors as Found, Session } from '@throughline/contract/people'
import type { ReactNode } from 'react'
import { Card } from '../../../ui/display/Card.tsx'
import { PageFrame } from '../../../ui/display/PageFrame.tsx'
import { Shown, type Reading } from '../../../wire/index.ts'
import { Factors, type FactorsProps } from '../../parts/Factors.tsx'
import { OwnPassword, type OwnPasswordProps } from './parts/OwnPassword.tsx'
import { Sessions, type SessionsProps } from './parts/Sessions.tsx'

export type AccountProps = {
  readonly session: Session
  readonly factors: Omit<FactorsProps, 'factors'> & { readonly factors: Reading<Found> }
  readonly sessions: SessionsProps
  readonly password: Pick<OwnPasswordProps, 'onChange'>
  readonly proof?: ReactNode
}

/** How the person at the screen signs in, and where. */
export function AccountPage({ session: { account, organisation }, factors: { factors, ...acts }, sessions, password, proof }: AccountProps) {
  return (
    <PageFrame title="Your account" note={`${account.name}, ${account.email}`} actions={<OwnPassword {...password} known={[account.name, account.email, organisation.name]} />}>
      <Card title="Second factor" note={factors.state === 'full' && factors.value.required ? `${organisation.name} asks everybody for one` : 'Nobody gets in with your password alone'}>
        <Shown reading={factors} what="your second factors" lines={4}>
          {(found) => <Factors {...acts} factors={found} />}
        </Shown>
      </Card>
      <Sessions {...sessions} />
      {proof}
    </PageFrame>
  )
}

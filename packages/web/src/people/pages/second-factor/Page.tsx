import type { ReactNode } from 'react'
import type { Factors as Found } from '@throughline/contract/people'
import { Button } from '../../../ui/controls/Button.tsx'
import type { Reading } from '../../../wire/index.ts'
import { Shown } from '../../../wire/index.ts'
import { Doorway } from '../../parts/Doorway.tsx'
import { Factors, type FactorsProps } from '../../parts/Factors.tsx'

export type SecondFactorProps = Omit<FactorsProps, 'factors'> & { readonly factors: Reading<Found>; readonly organisation: string; /** Shows a factor that is there already, for who signed in without it. */ onProve(): void; onSignOut(): void; readonly proof?: ReactNode }

/** What stands between a sign-in and the app where the organisation asks for a second factor that is not there yet. */
export function SecondFactorPage({ factors, organisation, onProve, onSignOut, proof, ...acts }: SecondFactorProps) {
  return (
    <Doorway title="Add a second factor" note={`${organisation} asks everybody for a second factor. With it, nobody else gets in who finds out your password.`}>
      <Shown reading={factors} what="your second factors" lines={4}>
        {(found) =>
          found.app || found.passkeys.length > 0 ? (
            <div className="grid gap-4">
              <p>You have one already; this sign-in has not shown it yet.</p>
              <Button kind="primary" onClick={onProve}>Show it now</Button>
            </div>
          ) : (
            <Factors {...acts} factors={found} />
          )
        }
      </Shown>
      <p className="mt-6">
        <Button kind="quiet" onClick={onSignOut}>Sign out</Button>
      </p>
      {proof}
    </Doorway>
  )
}

import { peopleRoutes } from '@throughline/contract/people'
import { useEffect, useRef } from 'react'
import { useRead } from '../../../wire/index.ts'
import { holdEntrance } from '../../entrance.ts'
import { useProof } from '../../proof.tsx'
import { useSession, useSignOut } from '../../session.ts'
import { useFactors } from '../../use-factors.ts'
import { SecondFactorPage } from './Page.tsx'

/** Adds the second factor that the organisation asks for; the app opens once it is there and its codes are kept. */
export default function SecondFactor() {
  const found = useSession()
  const factors = useRead(peopleRoutes.readFactors, {})
  const { proof, ask, proven } = useProof()
  const acts = useFactors({ proven })
  const signOut = useSignOut()
  useEffect(holdEntrance, [])
  const begin = () => location.replace('/')
  // What was read first stays, so that adding a factor does not take away the dialog with its codes.
  const first = useRef(factors.state === 'full' ? factors : undefined)
  if (!first.current && factors.state === 'full') first.current = factors
  return (
    <SecondFactorPage
      {...acts}
      factors={first.current ?? factors}
      organisation={found.state === 'signed_in' ? found.session.organisation.name : 'Your organisation'}
      onAdded={begin}
      onProve={() => void ask().then((proved) => proved && begin())}
      onSignOut={() => void signOut().finally(begin)}
      proof={proof}
    />
  )
}

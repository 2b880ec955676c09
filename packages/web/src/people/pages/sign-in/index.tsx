import { peopleRoutes } from '@throughline/contract/people'
import { lazy } from 'react'
import { useAct, useRead } from '../../../wire/index.ts'
import { SignOnChoices } from '../../parts/SignOnChoices.tsx'
import { answerByPasskey } from '../../passkey-answer.ts'
import { knowsPasskeys } from '../../passkey.ts'
import { useSession } from '../../session.ts'
import { SignInPage } from './Page.tsx'

const Forgotten = lazy(() => import('../forgotten/index.tsx'))
const Reset = lazy(() => import('../reset/index.tsx'))
const Invitation = lazy(() => import('../invitation/index.tsx'))
const SecondFactor = lazy(() => import('../second-factor/index.tsx'))

/** What stands before the app: the way in, by whichever link somebody came, or the second factor that is asked for first. */
export default function Entrance() {
  const found = useSession()
  switch (location.pathname) {
    case '/people/forgotten':
      return <Forgotten />
    case '/people/reset':
      return <Reset />
    case '/people/invitation':
      return <Invitation />
    default:
      return found.state === 'signed_in' ? <SecondFactor /> : <SignIn />
  }
}

/** Signs a person in; the session then replaces this page by the one that was asked for. */
function SignIn() {
  const signIn = useAct(peopleRoutes.signIn, { answers: peopleRoutes.readSession })
  const options = useAct(peopleRoutes.passkeySignInOptions)
  const byPasskey = useAct(peopleRoutes.signInWithPasskey, { answers: peopleRoutes.readSession })
  const choices = useRead(peopleRoutes.listSignOnChoices, {})
  const { pathname, search } = window.location
  const reason = new URLSearchParams(search).get('sign-on') ?? undefined
  return (
    <SignInPage
      passkeys={knowsPasskeys()}
      others={<SignOnChoices choices={choices} reason={reason} wanted={reason === undefined ? pathname + search : pathname} />}
      onSignIn={(body) => signIn.run({ body })}
      onPasskey={() => answerByPasskey(() => options.run({}), (response) => byPasskey.run({ body: { response } }))}
    />
  )
}

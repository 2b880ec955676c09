import { peopleRoutes } from '@throughline/contract/people'
import { useAct } from '../../../wire/index.ts'
import { SignInPage } from './Page.tsx'

/** Signs a person in; the session then replaces this page by the one that was asked for. */
export default function SignIn() {
  const signIn = useAct(peopleRoutes.signIn, { answers: peopleRoutes.readSession })
  return <SignInPage onSignIn={(body) => signIn.run({ body })} />
}

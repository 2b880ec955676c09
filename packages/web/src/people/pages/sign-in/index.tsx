import { peopleRoutes } from '@throughline/contract/people'
import { useAct, useRead } from '../../../wire/index.ts'
import { SignOnChoices } from '../../parts/SignOnChoices.tsx'
import { SignInPage } from './Page.tsx'

/** Signs a person in; the session then replaces this page by the one that was asked for. */
export default function SignIn() {
  const signIn = useAct(peopleRoutes.signIn, { answers: peopleRoutes.readSession })
  const choices = useRead(peopleRoutes.listSignOnChoices, {})
  const { pathname, search } = window.location
  const reason = new URLSearchParams(search).get('sign-on') ?? undefined
  return <SignInPage others={<SignOnChoices choices={choices} reason={reason} wanted={reason === undefined ? pathname + search : pathname} />} onSignIn={(body) => signIn.run({ body })} />
}

import type { SignOnReason } from '@throughline/contract/people'

/** Why someone who came from an identity provider was not let in. */
export const signOnReasonWords: Readonly<Record<SignOnReason, string>> = {
  expired: 'That sign-in took too long or was begun in another window. Begin again.',
  denied: 'The sign-in was stopped at the identity provider.',
  invalid: 'The answer of the identity provider could not be trusted, so nobody was signed in. If it happens again, the administrator finds the cause in the server’s log.',
  unreachable: 'The identity provider does not answer. Try again in a moment.',
  address_unverified: 'The identity provider does not say that your email address is verified.',
  address_foreign: 'Your email address does not belong to a domain that may sign in here.',
  not_invited: 'You have no access here yet. Ask the administrator of your organisation.',
  account_elsewhere: 'Your account belongs to another organisation here as well. Sign in with your password or passkey.',
  owner_unvouched: 'You are an owner, and no owner has confirmed this identity provider. Sign in with your password, and save the provider again.',
  no_role: 'None of your groups has a role here. Ask the administrator of your organisation.',
}

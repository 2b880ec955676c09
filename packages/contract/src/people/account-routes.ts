import { Type } from 'typebox'
import { Empty, IdParams, route } from '../wire/index.ts'
import { AppSecret, Code, FactorAdded, Factors, Forgotten, Invitation, InvitationAccepted, InvitationGiven, InvitationSeen, LinkGiven, MemberStanding, NewInvitation, NewPasskey, OwnSession, Passkey, PasskeyAnswer, PasskeyOptions, PasswordReset, Proof, RecoveryCodes, SecretShown, SignInPolicy } from './account-schemas.ts'
import { Session } from './schemas.ts'

const passwordRefusals = ['password_known', 'password_guessable'] as const

/** Signing in by other means than the password alone, and what surrounds an account: sessions, links, the organisation’s policy. */
export const accountRoutes = {
  passkeySignInOptions: route({ method: 'POST', path: '/api/people/session/passkey-options', summary: 'What a browser needs to sign in with a passkey', access: 'public', reply: PasskeyOptions, status: 201 }),
  signInWithPasskey: route({ method: 'POST', path: '/api/people/session/passkey', summary: 'Sign in with a passkey, which is both factors in one; sets the session cookie', access: 'public', body: PasskeyAnswer, reply: Session, status: 201, refusals: ['passkey_refused'] }),
  proveByPassword: route({ method: 'POST', path: '/api/people/session/proof', summary: 'Prove again who you are, for what asks for a recent sign-in; the session goes on under another secret', access: 'own', beforeSecondFactor: true, body: Proof, reply: Session, refusals: ['password_wrong', 'second_factor_needed', 'second_factor_wrong', 'session_needed'] }),
  proveByPasskey: route({ method: 'POST', path: '/api/people/session/passkey-proof', summary: 'Prove again who you are with a passkey', access: 'own', beforeSecondFactor: true, body: PasskeyAnswer, reply: Session, refusals: ['passkey_refused', 'session_needed'] }),

  listSessions: route({ method: 'GET', path: '/api/people/sessions', summary: 'Where you are signed in', access: 'own', reply: Type.Array(OwnSession) }),
  endSession: route({ method: 'DELETE', path: '/api/people/sessions/:id', summary: 'End one of your sessions', access: 'own', params: IdParams, reply: Empty, status: 204 }),
  endOtherSessions: route({ method: 'DELETE', path: '/api/people/sessions', summary: 'End all of your sessions but this one', access: 'own', reply: Empty, status: 204, refusals: ['session_needed'] }),

  readFactors: route({ method: 'GET', path: '/api/people/factors', summary: 'Your second factors', access: 'own', beforeSecondFactor: true, reply: Factors }),
  beginApp: route({ method: 'POST', path: '/api/people/factors/app', summary: 'Begin with an authenticator app: a new secret, in force once a code of it was given', access: 'own', beforeSecondFactor: true, recentSignIn: true, reply: AppSecret, status: 201, refusals: ['session_needed'] }),
  confirmApp: route({ method: 'POST', path: '/api/people/factors/app/confirmation', summary: 'Give a code of the new secret; the app is a second factor from then on', access: 'own', beforeSecondFactor: true, recentSignIn: true, body: Code, reply: FactorAdded, refusals: ['second_factor_wrong', 'session_needed'] }),
  removeApp: route({ method: 'DELETE', path: '/api/people/factors/app', summary: 'Do without the authenticator app', access: 'own', recentSignIn: true, reply: Empty, status: 204, refusals: ['factor_last', 'session_needed'] }),
  renewRecoveryCodes: route({ method: 'POST', path: '/api/people/factors/recovery-codes', summary: 'Make new recovery codes; the old ones are void', access: 'own', recentSignIn: true, reply: RecoveryCodes, status: 201, refusals: ['session_needed'] }),
  beginPasskey: route({ method: 'POST', path: '/api/people/factors/passkey-options', summary: 'What a browser needs to make a passkey', access: 'own', beforeSecondFactor: true, recentSignIn: true, reply: PasskeyOptions, status: 201, refusals: ['session_needed'] }),
  addPasskey: route({ method: 'POST', path: '/api/people/factors/passkeys', summary: 'Add a passkey', access: 'own', beforeSecondFactor: true, recentSignIn: true, body: NewPasskey, reply: Type.Object({ passkey: Passkey, added: FactorAdded }), status: 201, refusals: ['passkey_refused', 'session_needed'] }),
  removePasskey: route({ method: 'DELETE', path: '/api/people/factors/passkeys/:id', summary: 'Remove a passkey', access: 'own', recentSignIn: true, params: IdParams, reply: Empty, status: 204, refusals: ['factor_last', 'session_needed'] }),

  forgetPassword: route({ method: 'POST', path: '/api/people/password/forgotten', summary: 'Ask for a link by mail to set a new password; the answer is the same whether the address is known or not', access: 'public', body: Forgotten, reply: Empty, status: 202 }),
  resetPassword: route({ method: 'POST', path: '/api/people/password/reset', summary: 'Set a new password by the link that was sent; every session ends', access: 'public', body: PasswordReset, reply: Empty, status: 204, refusals: ['link_over', ...passwordRefusals] }),

  listInvitations: route({ method: 'GET', path: '/api/people/invitations', summary: 'Invitations that wait to be accepted', access: 'administer', reply: Type.Array(Invitation) }),
  invite: route({ method: 'POST', path: '/api/people/invitations', summary: 'Invite a person by mail, or by a link to pass on', access: 'administer', recentSignIn: true, body: NewInvitation, reply: InvitationGiven, status: 201, refusals: ['email_taken', 'role_not_yours_to_give'] }),
  inviteAgain: route({ method: 'POST', path: '/api/people/invitations/:id/link', summary: 'Send an invitation again, with a new link; the one before is void', access: 'administer', recentSignIn: true, params: IdParams, reply: LinkGiven }),
  withdrawInvitation: route({ method: 'DELETE', path: '/api/people/invitations/:id', summary: 'Withdraw an invitation', access: 'administer', params: IdParams, reply: Empty, status: 204 }),
  readInvitation: route({ method: 'POST', path: '/api/people/invitations/read', summary: 'What the invitation says whose link you hold', access: 'public', body: SecretShown, reply: InvitationSeen, refusals: ['link_over'] }),
  acceptInvitation: route({ method: 'POST', path: '/api/people/invitations/accept', summary: 'Accept an invitation and sign in', access: 'public', body: InvitationAccepted, reply: Session, status: 201, refusals: ['link_over', 'credentials_wrong', 'second_factor_needed', 'second_factor_wrong', ...passwordRefusals] }),

  readSignInPolicy: route({ method: 'GET', path: '/api/people/sign-in-policy', summary: 'What the organisation asks of those who sign in', access: 'read', reply: SignInPolicy }),
  changeSignInPolicy: route({ method: 'PUT', path: '/api/people/sign-in-policy', summary: 'Ask for a second factor, or let sessions end sooner', access: 'administer', recentSignIn: true, body: SignInPolicy, reply: SignInPolicy }),
  listMemberStandings: route({ method: 'GET', path: '/api/people/standings', summary: 'Which members have a second factor, and when each was last here', access: 'administer', reply: Type.Array(MemberStanding) }),
  endMemberSessions: route({ method: 'DELETE', path: '/api/people/members/:id/sessions', summary: 'End all sessions of a member', access: 'administer', params: IdParams, reply: Empty, status: 204, refusals: ['role_not_yours_to_give'] }),
  makePasswordLink: route({ method: 'POST', path: '/api/people/members/:id/password-link', summary: 'Give a member a link to set a new password: by mail, or to pass on', access: 'administer', recentSignIn: true, params: IdParams, reply: LinkGiven, refusals: ['account_elsewhere', 'role_not_yours_to_give'] }),
  removeMemberFactors: route({ method: 'DELETE', path: '/api/people/members/:id/factors', summary: 'Remove the second factors of a member who has lost them; all sessions of the member end', access: 'administer', recentSignIn: true, params: IdParams, reply: Empty, status: 204, refusals: ['account_elsewhere', 'role_not_yours_to_give'] }),
} as const

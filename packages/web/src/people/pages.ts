import { Fingerprint, KeyRound, LogIn, UserRound, Webhook } from 'lucide-react'
import type { PageEntry } from '../shell/page-entry.ts'

/** The pages of this room. */
export const pages: readonly PageEntry[] = [
  { path: '/people/access', room: 'people', title: 'Access', nav: { group: 'Administration', icon: KeyRound, order: 10, key: 'a', keywords: 'members users roles tokens organisation units settings' }, page: 'access' },
  { path: '/people/account', room: 'people', title: 'Your account', nav: { group: 'Administration', icon: UserRound, order: 5, key: 'u', keywords: 'password second factor authenticator passkey sessions security profile' }, page: 'account' },
  { path: '/people/sign-in', room: 'people', title: 'Sign-in', nav: { group: 'Administration', icon: LogIn, order: 12, keywords: 'invite invitations second factor required policy sessions password reset link' }, page: 'invitations' },
  { path: '/people/sign-on', room: 'people', title: 'Single sign-on', nav: { group: 'Administration', icon: Fingerprint, order: 15, keywords: 'sso openid connect oidc identity provider login' }, page: 'sign-on' },
  { path: '/people/webhooks', room: 'people', title: 'Webhooks', nav: { group: 'Administration', icon: Webhook, order: 25, keywords: 'events integration notify http push' }, page: 'webhooks' },
]

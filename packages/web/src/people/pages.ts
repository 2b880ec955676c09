import { Fingerprint, KeyRound, LogIn, UserRound, Webhook } from 'lucide-react'
import type { PageEntry } from '../shell/page-entry.ts'

/** The pages of this room. */
export const pages: readonly PageEntry[] = [
  { path: '/people/access', room: 'people', title: 'Access', nav: { group: 'Administration', icon: KeyRound, order: 10, key: 'a' }, page: 'access' },
  { path: '/people/account', room: 'people', title: 'Your account', nav: { group: 'Administration', icon: UserRound, order: 5, key: 'u' }, page: 'account' },
  { path: '/people/sign-in', room: 'people', title: 'Sign-in', nav: { group: 'Administration', icon: LogIn, order: 12 }, page: 'invitations' },
  { path: '/people/sign-on', room: 'people', title: 'Single sign-on', nav: { group: 'Administration', icon: Fingerprint, order: 15 }, page: 'sign-on' },
  { path: '/people/webhooks', room: 'people', title: 'Webhooks', nav: { group: 'Administration', icon: Webhook, order: 25 }, page: 'webhooks' },
]

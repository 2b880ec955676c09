import { Fingerprint, KeyRound } from 'lucide-react'
import type { PageEntry } from '../shell/page-entry.ts'

/** The pages of this room. */
export const pages: readonly PageEntry[] = [
  { path: '/people/access', room: 'people', title: 'Access', nav: { group: 'Administration', icon: KeyRound, order: 10, key: 'a', keywords: 'members users roles tokens organisation units settings' }, load: () => import('./pages/access/index.tsx') },
  { path: '/people/sign-on', room: 'people', title: 'Single sign-on', nav: { group: 'Administration', icon: Fingerprint, order: 15, keywords: 'sso openid connect oidc identity provider login' }, load: () => import('./pages/sign-on/index.tsx') },
]

import { KeyRound } from 'lucide-react'
import type { PageEntry } from '../shell/page-entry.ts'

/** The pages of this room. */
export const pages: readonly PageEntry[] = [
  { path: '/people/access', room: 'people', title: 'Access', nav: { group: 'Administration', icon: KeyRound, order: 10, key: 'a', keywords: 'members users roles tokens organisation units settings' }, load: () => import('./pages/access/index.tsx') },
]

import { Target } from 'lucide-react'
import type { PageEntry } from '../shell/page-entry.ts'

/** The pages of this room. */
export const pages: readonly PageEntry[] = [
  { path: '/strategy', room: 'strategy', title: 'Strategy', nav: { group: 'Strategy', icon: Target, order: 10, key: 'o', keywords: 'objectives perspectives measures weights map' }, load: () => import('./pages/strategy/index.tsx') },
]

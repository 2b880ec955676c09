import { LayoutDashboard } from 'lucide-react'
import type { PageEntry } from '../shell/page-entry.ts'

/** The pages of this room. */
export const pages: readonly PageEntry[] = [
  { path: '/', room: 'portfolio', title: 'Cockpit', nav: { group: 'Run', icon: LayoutDashboard, order: 10, key: 'c', keywords: 'home board paper overview dashboard' }, load: () => import('./pages/cockpit/index.tsx') },
]

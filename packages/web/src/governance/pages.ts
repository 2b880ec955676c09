import { History } from 'lucide-react'
import type { PageEntry } from '../shell/page-entry.ts'

/** The pages of this room. */
export const pages: readonly PageEntry[] = [
  { path: '/governance/history', room: 'governance', title: 'History', nav: { group: 'Administration', icon: History, order: 20, key: 'h', keywords: 'audit revisions changes who' }, load: () => import('./pages/history/index.tsx') },
]

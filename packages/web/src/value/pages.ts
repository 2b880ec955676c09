import { BookOpenCheck, Scale } from 'lucide-react'
import type { PageEntry } from '../shell/page-entry.ts'

/** The pages of this room. */
export const pages: readonly PageEntry[] = [
  { path: '/value', room: 'value', title: 'Value', nav: { group: 'Value', icon: Scale, order: 10, key: 'v', keywords: 'benefits promised forecast realised ledger waterfall' }, load: () => import('./pages/value/index.tsx') },
  { path: '/value/ledger', room: 'value', title: 'Value ledger', nav: { group: 'Value', icon: BookOpenCheck, order: 20, keywords: 'benefits claims reconciliation pool entries verified' }, load: () => import('./pages/ledger/index.tsx') },
]

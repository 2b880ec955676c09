import { Scale } from 'lucide-react'
import type { PageEntry } from '../shell/page-entry.ts'

/** The pages of this room. */
export const pages: readonly PageEntry[] = [
  { path: '/value', room: 'value', title: 'Value', nav: { group: 'Value', icon: Scale, order: 10, key: 'v', keywords: 'benefits promised forecast realised ledger waterfall' }, load: () => import('./pages/value/index.tsx') },
]

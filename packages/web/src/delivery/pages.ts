import { Milestone } from 'lucide-react'
import type { PageEntry } from '../shell/page-entry.ts'

/** The pages of this room. */
export const pages: readonly PageEntry[] = [
  { path: '/delivery/milestones', room: 'delivery', title: 'Strategic milestones', nav: { group: 'Strategy', icon: Milestone, order: 24, keywords: 'milestone forecast range confidence monte carlo merge bias critical contributors p10 p90' }, page: 'milestones' },
]

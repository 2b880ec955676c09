import { CalendarCheck, Flag, Handshake } from 'lucide-react'
import type { PageEntry } from '../shell/page-entry.ts'

/** The pages of this room. */
export const pages: readonly PageEntry[] = [
  { path: '/delivery/milestones', room: 'delivery', title: 'Strategic milestones', nav: { group: 'Strategy', icon: CalendarCheck, order: 24 }, page: 'milestones' },
  { path: '/delivery/risks', room: 'delivery', title: 'Risks and issues', nav: { group: 'Run', icon: Flag, order: 30 }, page: 'risks' },
  { path: '/delivery/reuse', room: 'delivery', title: 'Reuse', nav: { group: 'Portfolio', icon: Handshake, order: 45 }, page: 'reuse' },
]

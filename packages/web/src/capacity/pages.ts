import { Users } from 'lucide-react'
import type { PageEntry } from '../shell/page-entry.ts'

/** The pages of this room. */
export const pages: readonly PageEntry[] = [
  { path: '/capacity', room: 'capacity', title: 'Capacity', nav: { group: 'Portfolio', icon: Users, order: 40 }, page: 'capacity' },
]

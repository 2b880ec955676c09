import { HandCoins, Users } from 'lucide-react'
import type { PageEntry } from '../shell/page-entry.ts'

/** The pages of this room. */
export const pages: readonly PageEntry[] = [
  { path: '/capacity', room: 'capacity', title: 'Capacity', nav: { group: 'Portfolio', icon: Users, order: 40 }, page: 'capacity' },
  { path: '/capacity/funding', room: 'capacity', title: 'Funding and staffing', nav: { group: 'Portfolio', icon: HandCoins, order: 45 }, page: 'funding' },
]

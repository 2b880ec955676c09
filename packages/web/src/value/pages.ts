import { BadgeCheck, BookOpenCheck, CalendarCheck, ClipboardList, HandCoins, Handshake, Network, Scale, Trophy } from 'lucide-react'
import type { PageEntry } from '../shell/page-entry.ts'

/** The pages of this room. */
export const pages: readonly PageEntry[] = [
  { path: '/value', room: 'value', title: 'Value', nav: { group: 'Value', icon: Scale, order: 10, key: 'v' }, page: 'value' },
  { path: '/value/keeping', room: 'value', title: 'Promise-keeping', nav: { group: 'Value', icon: Handshake, order: 15 }, page: 'keeping' },
  { path: '/value/network', room: 'value', title: 'Benefits network', nav: { group: 'Value', icon: Network, order: 18 }, page: 'network' },
  { path: '/value/stakeholders', room: 'value', title: 'Stakeholders', nav: { group: 'Value', icon: HandCoins, order: 19 }, page: 'stakeholders' },
  { path: '/value/business-plan', room: 'value', title: 'Business plan', nav: { group: 'Value', icon: ClipboardList, order: 12 }, page: 'business-plan' },
  { path: '/value/ledger', room: 'value', title: 'Value ledger', nav: { group: 'Value', icon: BookOpenCheck, order: 20 }, page: 'ledger' },
  { path: '/value/verify', room: 'value', title: 'To verify', nav: { group: 'Value', icon: BadgeCheck, order: 25 }, page: 'verify' },
  { path: '/value/periods', room: 'value', title: 'Period close', nav: { group: 'Value', icon: CalendarCheck, order: 30 }, page: 'periods' },
  { path: '/value/stories', room: 'value', title: 'Success stories', nav: { group: 'Value', icon: Trophy, order: 35 }, page: 'stories' },
]

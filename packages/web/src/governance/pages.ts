import { BadgeCheck, BookOpenCheck, ClipboardCheck, ConciergeBell, Gavel, Goal, HandHelping, History, Megaphone, ShieldCheck, Signature, Stethoscope, Waypoints } from 'lucide-react'
import type { PageEntry } from '../shell/page-entry.ts'

/** The pages of this room. */
export const pages: readonly PageEntry[] = [
  { path: '/governance/decisions', room: 'governance', title: 'Decisions', nav: { group: 'Portfolio', icon: Gavel, order: 40, key: 'd' }, page: 'decisions' },
  { path: '/governance/decisions/$id', room: 'governance', title: 'Decision', under: '/governance/decisions', page: 'decision' },
  { path: '/governance/services', room: 'governance', title: 'PMO services', nav: { group: 'PMO', icon: ConciergeBell, order: 10 }, page: 'services' },
  { path: '/governance/compliance', room: 'governance', title: 'Compliance', nav: { group: 'PMO', icon: BadgeCheck, order: 20 }, page: 'compliance' },
  { path: '/governance/charters', room: 'governance', title: 'Role charters', nav: { group: 'PMO', icon: Signature, order: 30 }, page: 'charters' },
  { path: '/governance/service-mix', room: 'governance', title: 'Service mix', under: '/governance/services', page: 'service-mix' },
  { path: '/governance/service-gaps', room: 'governance', title: 'Service gaps', under: '/governance/services', page: 'service-gaps' },
  { path: '/governance/pmo-objectives', room: 'governance', title: 'PMO objectives', nav: { group: 'PMO', icon: Goal, order: 12 }, page: 'pmo-objectives' },
  { path: '/governance/unit-offers', room: 'governance', title: 'Offers to units', nav: { group: 'Strategy', icon: HandHelping, order: 27 }, page: 'unit-offers' },
  { path: '/governance/health-checks', room: 'governance', title: 'Health checks', nav: { group: 'PMO', icon: Stethoscope, order: 30 }, page: 'health-checks' },
  { path: '/governance/health-checks/$id', room: 'governance', title: 'Health check', under: '/governance/health-checks', page: 'health-check' },
  { path: '/governance/frameworks', room: 'governance', title: 'Frameworks', nav: { group: 'PMO', icon: Waypoints, order: 30 }, page: 'frameworks' },
  { path: '/governance/conformance', room: 'governance', title: 'Conformance', nav: { group: 'PMO', icon: ClipboardCheck, order: 35 }, page: 'conformance' },
  { path: '/governance/risk-assurance', room: 'governance', title: 'Risk assurance', nav: { group: 'PMO', icon: ShieldCheck, order: 36 }, page: 'risk-assurance' },
  { path: '/governance/quality', room: 'governance', title: 'Quality reviews', nav: { group: 'PMO', icon: BadgeCheck, order: 37 }, page: 'quality' },
  { path: '/governance/quality/$id', room: 'governance', title: 'Deliverable', under: '/governance/quality', page: 'deliverable' },
  { path: '/governance/method-library', room: 'governance', title: 'Method library', nav: { group: 'PMO', icon: BookOpenCheck, order: 38 }, page: 'method-library' },
  { path: '/governance/history', room: 'governance', title: 'History', nav: { group: 'Administration', icon: History, order: 20, key: 'h' }, page: 'history' },
  { path: '/governance/evidence', room: 'governance', title: 'Evidence', nav: { group: 'Administration', icon: ShieldCheck, order: 30 }, page: 'evidence' },
  { path: '/governance/communication', room: 'governance', title: 'Communication', nav: { group: 'PMO', icon: Megaphone, order: 40 }, page: 'communication' },
  { path: '/governance/academy', room: 'governance', title: 'Academy', nav: { group: 'PMO', icon: BookOpenCheck, order: 45 }, page: 'academy' },
]

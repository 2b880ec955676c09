import { ArrowLeftRight, Bookmark, Crosshair, LayoutDashboard, SlidersHorizontal, SquareChartGantt, Table2 } from 'lucide-react'
import type { PageEntry } from '../shell/page-entry.ts'

/** The pages of this room. */
export const pages: readonly PageEntry[] = [
  { path: '/', room: 'portfolio', title: 'Cockpit', nav: { group: 'Run', icon: LayoutDashboard, order: 10, key: 'c' }, page: 'cockpit', load: () => import('./pages/cockpit/index.tsx') },
  { path: '/portfolio', room: 'portfolio', title: 'Initiatives', nav: { group: 'Portfolio', icon: Table2, order: 10, key: 'i' }, page: 'initiatives' },
  { path: '/portfolio/changes', room: 'portfolio', title: 'What changed', nav: { group: 'Portfolio', icon: ArrowLeftRight, order: 15, key: 'w' }, page: 'changes' },
  { path: '/portfolio/select', room: 'portfolio', title: 'Select', nav: { group: 'Portfolio', icon: SlidersHorizontal, order: 20, key: 's' }, page: 'select' },
  { path: '/portfolio/roadmap', room: 'portfolio', title: 'Roadmap', nav: { group: 'Portfolio', icon: SquareChartGantt, order: 22, key: 'r' }, page: 'roadmap' },
  { path: '/portfolio/allocation', room: 'portfolio', title: 'Strategic allocation', nav: { group: 'Portfolio', icon: Crosshair, order: 38 }, page: 'allocation' },
  { path: '/portfolio/scenarios', room: 'portfolio', title: 'Scenarios', nav: { group: 'Portfolio', icon: Bookmark, order: 30, key: 'n' }, page: 'scenarios' },
  { path: '/portfolio/scenarios/$id', room: 'portfolio', title: 'Scenario', under: '/portfolio/scenarios', page: 'scenario' },
  { path: '/portfolio/compare', room: 'portfolio', title: 'Compare plans', under: '/portfolio/scenarios', page: 'compare' },
]

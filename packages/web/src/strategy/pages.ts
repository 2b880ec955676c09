import { ArrowDownUp, BookOpenCheck, Compass, Crosshair, Flag, Gauge, HeartHandshake, Link2, Network, Scale, Shuffle, Speech, Split, Target, TextQuote, UserRound, Waypoints, Workflow } from 'lucide-react'
import type { PageEntry } from '../shell/page-entry.ts'

/** The pages of this room. */
export const pages: readonly PageEntry[] = [
  { path: '/strategy', room: 'strategy', title: 'Strategy', nav: { group: 'Strategy', icon: Target, order: 10, key: 'o' }, page: 'strategy' },
  { path: '/strategy/map', room: 'strategy', title: 'Strategy map', nav: { group: 'Strategy', icon: Workflow, order: 12 }, page: 'map' },
  { path: '/strategy/intake', room: 'strategy', title: 'Strategy intake', nav: { group: 'Strategy', icon: TextQuote, order: 11 }, page: 'intake' },
  { path: '/strategy/units', room: 'strategy', title: 'Unit strategies', nav: { group: 'Strategy', icon: Network, order: 13 }, page: 'units' },
  { path: '/strategy/exchange', room: 'strategy', title: 'Strategy exchange', nav: { group: 'Strategy', icon: ArrowDownUp, order: 14 }, page: 'exchange' },
  { path: '/strategy/comprehension', room: 'strategy', title: 'Understanding', nav: { group: 'Strategy', icon: Speech, order: 17 }, page: 'comprehension' },
  { path: '/strategy/brief', room: 'strategy', title: 'The strategy in brief', under: '/strategy/comprehension', page: 'brief' },
  { path: '/strategy/values', room: 'strategy', title: 'Values', nav: { group: 'Strategy', icon: HeartHandshake, order: 16 }, page: 'values' },
  { path: '/strategy/goals', room: 'strategy', title: 'Goals', nav: { group: 'Strategy', icon: Flag, order: 22 }, page: 'goals' },
  { path: '/strategy/goals/$objectiveId', room: 'strategy', title: 'Measures that fit', under: '/strategy/goals', page: 'fitting' },
  { path: '/strategy/library', room: 'strategy', title: 'Measure library', nav: { group: 'Strategy', icon: BookOpenCheck, order: 21 }, page: 'library' },
  { path: '/strategy/measures', room: 'strategy', title: 'Measures', nav: { group: 'Strategy', icon: Gauge, order: 20 }, page: 'measures' },
  { path: '/strategy/measures/$measureId', room: 'strategy', title: 'Measure', under: '/strategy/measures', page: 'measure' },
  { path: '/strategy/updates', room: 'strategy', title: 'My updates', under: '/strategy/measures', page: 'updates' },
  { path: '/strategy/alignment', room: 'strategy', title: 'Alignment', nav: { group: 'Strategy', icon: Compass, order: 25 }, page: 'alignment' },
  { path: '/strategy/alignment/outcome', room: 'strategy', title: 'Outcome of alignment', under: '/strategy/alignment', page: 'outcome' },
  { path: '/strategy/alignment/state', room: 'strategy', title: 'State of alignment', under: '/strategy/alignment', page: 'state' },
  { path: '/strategy/alignment/decisions', room: 'strategy', title: 'Objectives in decisions', under: '/strategy/alignment', page: 'in-decisions' },
  { path: '/strategy/horizon', room: 'strategy', title: 'Horizon scanning', nav: { group: 'Strategy', icon: Crosshair, order: 27 }, page: 'horizon' },
  { path: '/strategy/stakes', room: 'strategy', title: 'Stake and control', nav: { group: 'Strategy', icon: Link2, order: 26 }, page: 'stakes' },
  { path: '/strategy/workshops', room: 'strategy', title: 'Weights workshops', nav: { group: 'Strategy', icon: Scale, order: 28 }, page: 'workshops' },
  { path: '/strategy/workshops/$workshopId', room: 'strategy', title: 'Weights workshop', under: '/strategy/workshops', page: 'workshop' },
  { path: '/strategy/line-of-sight', room: 'strategy', title: 'Line of sight', nav: { group: 'Strategy', icon: Waypoints, order: 15 }, page: 'line-of-sight' },
  { path: '/strategy/contradictions', room: 'strategy', title: 'Contradictions', nav: { group: 'Strategy', icon: Split, order: 30 }, page: 'contradictions' },
  { path: '/strategy/recalibrate', room: 'strategy', title: 'Recalibrate', nav: { group: 'Strategy', icon: Shuffle, order: 35 }, page: 'recalibrate' },
  { path: '/strategy/my-work', room: 'strategy', title: 'My work', nav: { group: 'Run', icon: UserRound, order: 20 }, page: 'my-work' },
]

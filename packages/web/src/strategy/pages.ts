import { ArrowDownUp, BookOpenCheck, Compass, Flag, Gauge, HeartHandshake, Link2, Network, Scale, Shuffle, Split, Speech, Target, Waypoints, Workflow } from 'lucide-react'
import type { PageEntry } from '../shell/page-entry.ts'

/** The pages of this room. */
export const pages: readonly PageEntry[] = [
  { path: '/strategy', room: 'strategy', title: 'Strategy', nav: { group: 'Strategy', icon: Target, order: 10, key: 'o', keywords: 'objectives perspectives measures weights map' }, load: () => import('./pages/strategy/index.tsx') },
  { path: '/strategy/map', room: 'strategy', title: 'Strategy map', nav: { group: 'Strategy', icon: Workflow, order: 12, keywords: 'causal links drivers bands trace' }, load: () => import('./pages/map/index.tsx') },
  { path: '/strategy/units', room: 'strategy', title: 'Unit strategies', nav: { group: 'Strategy', icon: Network, order: 13, keywords: 'tree cascade functional inherited local waiver autonomy' }, load: () => import('./pages/units/index.tsx') },
  { path: '/strategy/exchange', room: 'strategy', title: 'Strategy exchange', nav: { group: 'Strategy', icon: ArrowDownUp, order: 14, keywords: 'signals upward acknowledge cascade constraint opportunity question answer' }, load: () => import('./pages/exchange/index.tsx') },
  { path: '/strategy/comprehension', room: 'strategy', title: 'Understanding', nav: { group: 'Strategy', icon: Speech, order: 17, keywords: 'comprehension reach brief read understood questions conversation' }, load: () => import('./pages/comprehension/index.tsx') },
  { path: '/strategy/brief', room: 'strategy', title: 'The strategy in brief', under: '/strategy/comprehension', load: () => import('./pages/brief/index.tsx') },
  { path: '/strategy/values', room: 'strategy', title: 'Values', nav: { group: 'Strategy', icon: HeartHandshake, order: 16, keywords: 'behaviours culture divergence conflict stand for' }, load: () => import('./pages/values/index.tsx') },
  { path: '/strategy/goals', room: 'strategy', title: 'Goals', nav: { group: 'Strategy', icon: Flag, order: 22, keywords: 'smart okr key results grade committed aspirational' }, load: () => import('./pages/goals/index.tsx') },
  { path: '/strategy/goals/$objectiveId', room: 'strategy', title: 'Measures that fit', under: '/strategy/goals', load: () => import('./pages/fitting/index.tsx') },
  { path: '/strategy/library', room: 'strategy', title: 'Measure library', nav: { group: 'Strategy', icon: BookOpenCheck, order: 21, keywords: 'kpi definition sheet formula gaming risk leading outcome catalogue starter' }, load: () => import('./pages/library/index.tsx') },
  { path: '/strategy/measures', room: 'strategy', title: 'Measures', nav: { group: 'Strategy', icon: Gauge, order: 20, keywords: 'kpi scorecard' }, load: () => import('./pages/measures/index.tsx') },
  { path: '/strategy/measures/$measureId', room: 'strategy', title: 'Measure', under: '/strategy/measures', load: () => import('./pages/measure/index.tsx') },
  { path: '/strategy/updates', room: 'strategy', title: 'My updates', under: '/strategy/measures', load: () => import('./pages/updates/index.tsx') },
  { path: '/strategy/alignment', room: 'strategy', title: 'Alignment', nav: { group: 'Strategy', icon: Compass, order: 25, keywords: 'stated revealed priorities money skills distance' }, load: () => import('./pages/alignment/index.tsx') },
  { path: '/strategy/alignment/outcome', room: 'strategy', title: 'Outcome of alignment', under: '/strategy/alignment', load: () => import('./pages/outcome/index.tsx') },
  { path: '/strategy/stakes', room: 'strategy', title: 'Stake and control', nav: { group: 'Strategy', icon: Link2, order: 26, keywords: 'dependence exposure owners units others agreements control' }, load: () => import('./pages/stakes/index.tsx') },
  { path: '/strategy/workshops', room: 'strategy', title: 'Weights workshops', nav: { group: 'Strategy', icon: Scale, order: 28, keywords: 'judge ahp swing pairwise points consensus' }, load: () => import('./pages/workshops/index.tsx') },
  { path: '/strategy/workshops/$workshopId', room: 'strategy', title: 'Weights workshop', under: '/strategy/workshops', load: () => import('./pages/workshop/index.tsx') },
  { path: '/strategy/line-of-sight', room: 'strategy', title: 'Line of sight', nav: { group: 'Strategy', icon: Waypoints, order: 15, keywords: 'orphans unserved benefits measures evidence trace coverage' }, load: () => import('./pages/line-of-sight/index.tsx') },
  { path: '/strategy/contradictions', room: 'strategy', title: 'Contradictions', nav: { group: 'Strategy', icon: Split, order: 30, keywords: 'clash tension coherence' }, load: () => import('./pages/contradictions/index.tsx') },
  { path: '/strategy/recalibrate', room: 'strategy', title: 'Recalibrate', nav: { group: 'Strategy', icon: Shuffle, order: 35, keywords: 'next version draft change strategy stop start pause reshape' }, load: () => import('./pages/recalibrate/index.tsx') },
]

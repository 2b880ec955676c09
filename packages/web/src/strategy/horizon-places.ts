import { measurePlaces } from './measure-words.ts'

/** Where horizon scanning is shown, and what it leads to. */
export const horizonPlaces = {
  /** Signals of change, the assumptions of the strategy, or the watch list. */
  view: (view: 'signals' | 'assumptions' | 'watch') => (view === 'signals' ? '/strategy/horizon' : `/strategy/horizon?view=${view}`),
  recalibrate: '/strategy/recalibrate',
  measure: measurePlaces.measure,
  service: (id: string) => `/governance/services?service=${encodeURIComponent(id)}`,
} as const

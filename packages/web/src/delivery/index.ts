import { lazy } from 'react'

/** Strategic milestones of an objective, or those that an initiative stands behind. */
export const MilestonesOf = lazy(() => import('./milestones-of/MilestonesOf.tsx'))

/** The work of an initiative, for its page and its line of sight; it comes when it is shown. */
export const WorkPart = lazy(() => import('./work/WorkPart.tsx'))

/** What an initiative is exposed to, threats and opportunities apart. */
export const ExposureStrip = lazy(() => import('./exposure/ExposureStrip.tsx'))

/** What the register of an initiative comes to, for its page. */
export const RisksOf = lazy(() => import('./risks-of/RisksOf.tsx'))

/** What an initiative makes for others and has from them, for its page. */
export const ReuseOf = lazy(() => import('./reuse-of/ReuseOf.tsx'))

/** Where strategic milestones are shown. */
export const milestonesPlace = '/delivery/milestones'

import { lazy } from 'react'

/** How an initiative may be planned, for its page; it comes when it is shown. */
export const PlanPart = lazy(() => import('./plan/PlanPart.tsx'))

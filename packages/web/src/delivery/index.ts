import { lazy } from 'react'

/** The work of an initiative, for its page and its line of sight; it comes when it is shown. */
export const WorkPart = lazy(() => import('./work/WorkPart.tsx'))

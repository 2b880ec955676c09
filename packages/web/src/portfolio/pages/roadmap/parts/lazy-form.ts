import { lazy } from 'react'

/** The form of a demand comes when somebody records one. */
export const DemandForm = lazy(() => import('./DemandForm.tsx').then(({ DemandForm: component }) => ({ default: component })))

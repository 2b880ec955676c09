import { lazy } from 'react'

/** The drawer of a point of a curve; it comes when one is opened. */
export const PointDrawer = lazy(() => import('./PointDrawer.tsx').then(({ PointDrawer: component }) => ({ default: component })))

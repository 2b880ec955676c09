import { lazy } from 'react'

export { standsBefore } from './entrance.ts'
export { allows, useSession, useSignedIn, useSignOut, type SessionState } from './session.ts'

/** What an empty organisation can begin with; loaded when one is met. */
export const Begin = lazy(() => import('./pages/first-run/begin.tsx'))

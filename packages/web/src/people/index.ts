import { lazy } from 'react'
import { styled } from '../shell/styled.ts'

export { standsBefore } from './entrance.ts'
export { allows, useSession, useSignedIn, useSignOut, type SessionState } from './session.ts'

/** What an empty organisation can begin with; loaded when one is met. */
export const Begin = lazy(styled(() => import('./pages/first-run/begin.tsx')))

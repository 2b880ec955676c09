import { lazy } from 'react'

export { Discuss, type DiscussProps } from './discussion/Discuss.tsx'
export { Bell } from './notifications/Bell.tsx'
export { RevisionList, type RevisionListProps } from './parts/RevisionList.tsx'

/** What an initiative uses of the method library, for its page. */
export const MethodsOf = lazy(() => import('./methods-of/MethodsOf.tsx'))

import { lazy } from 'react'

export { Discuss, type DiscussProps } from './discussion/Discuss.tsx'
export { Bell } from './notifications/Bell.tsx'
export { RevisionList, type RevisionListProps } from './parts/RevisionList.tsx'

/** How far a deliverable is, wherever one is named. */
export { stateLooks as deliverableLooks } from './quality-words.ts'

/** What an initiative uses of the method library, for its page. */
export const MethodsOf = lazy(() => import('./methods-of/MethodsOf.tsx'))

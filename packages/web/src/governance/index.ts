export { Discuss, type DiscussProps } from './discussion/Discuss.tsx'
export { Bell } from './notifications/Bell.tsx'
export { RevisionList, type RevisionListProps } from './parts/RevisionList.tsx'

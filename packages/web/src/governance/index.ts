export { Discuss, type DiscussProps } from './discussion/Discuss.tsx'
export { RevisionList, type RevisionListProps } from './parts/RevisionList.tsx'

export { RevisionList, type RevisionListProps } from './parts/RevisionList.tsx'

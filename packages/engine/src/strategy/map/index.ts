export { leastPairs, testLink, type CausalLink, type LinkEvidence, type Series } from './links.ts'
export { mapIssues, trace, type MapIssue } from './soundness.ts'

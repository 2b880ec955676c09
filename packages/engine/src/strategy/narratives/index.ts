export { narrativeStanding, type Anchor, type NarrativeStanding } from './standing.ts'

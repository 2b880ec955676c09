import { governanceProblems, governanceRoutes } from '@throughline/contract/governance'
import { roomServer } from '../http/index.ts'
import { governanceHandlers } from './routes.ts'

export { presentRevision } from './revisions.ts'
export { readRevisions } from './store.ts'

/** The governance room: who changed what, and how long work is going. Its tables belong to the foundation. */
export const governanceRoom = roomServer({ room: 'governance', about: 'Revisions and jobs', routes: governanceRoutes, problems: governanceProblems, handlers: governanceHandlers, migrations: [] })

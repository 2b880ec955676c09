import { IdParams, route } from '../wire/index.ts'
import { Job } from './schemas.ts'

/** Apart from the room's other routes, so that a page that only follows a job carries no more than these. */
export const jobRoutes = {
  readJob: route({ method: 'GET', path: '/api/governance/jobs/:id', summary: 'How far a job is, and its result', access: 'read', params: IdParams, reply: Job }),
  cancelJob: route({ method: 'POST', path: '/api/governance/jobs/:id/cancel', summary: 'Ask a job to stop', access: 'own', params: IdParams, reply: Job, refusals: ['job_over'] }),
} as const

import { Type } from 'typebox'
import { Revision } from '../demand/schemas.ts'
import { Id, IdParams, route } from '../wire/index.ts'
import { Job } from './schemas.ts'

export const governanceRoutes = {
  listRevisions: route({ method: 'GET', path: '/api/governance/revisions', summary: 'Who changed what, when and why, newest first', access: 'viewer', query: Type.Object({ entityId: Type.Optional(Id), before: Type.Optional(Id), limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })) }), reply: Type.Array(Revision) }),
  readJob: route({ method: 'GET', path: '/api/governance/jobs/:id', summary: 'How far a job is, and its result', access: 'viewer', params: IdParams, reply: Job }),
  cancelJob: route({ method: 'POST', path: '/api/governance/jobs/:id/cancel', summary: 'Ask a job to stop', access: 'viewer', params: IdParams, reply: Job, refusals: ['job_over'] }),
} as const

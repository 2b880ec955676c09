import type { governanceProblems, governanceRoutes } from '@throughline/contract/governance'
import { ok, refuse } from '@throughline/engine/kernel'
import { withOrg } from '../database/index.ts'
import type { Handlers } from '../http/index.ts'
import { cancelJob, readJob } from '../jobs/index.ts'
import { academyHandlers, type AcademySources } from './academy/index.ts'
import { activityHandlers } from './activity/handlers.ts'
import { archiveHandlers } from './archive/handlers.ts'
import { charterHandlers } from './charters/index.ts'
import { commentHandlers } from './comments/index.ts'
import { communicationHandlers, type CommunicationSources } from './communication/index.ts'
import { complianceHandlers, type ComplianceSources } from './compliance/index.ts'
import { conformanceHandlers, type ReadStates } from './conformance/index.ts'
import { decisionHandlers } from './decisions/index.ts'
import { erasureHandlers } from './erasure/index.ts'
import { evidenceHandlers } from './evidence/handlers.ts'
import { frameworkHandlers } from './frameworks/index.ts'
import { presentJob } from './jobs.ts'
import { methodHandlers } from './methods/index.ts'
import { notificationHandlers } from './notifications/index.ts'
import { pmoObjectiveHandlers } from './objectives/index.ts'
import { offerHandlers } from './offers/index.ts'
import { qualityHandlers } from './quality/index.ts'
import { reviewHandlers, type ReviewSources } from './reviews/index.ts'
import { presentRevision } from './revisions.ts'
import { readRevisions } from './store.ts'
import { riskAssuranceHandlers, type RiskAssuranceSources } from './risk-assurance/index.ts'
import { sealHandlers, type MakeDocument } from './seals/index.ts'
import { serviceHandlers, type ServiceSources } from './services/index.ts'
import type { Subjects } from './subjects/registry.ts'
import { webhookHandlers } from './webhooks/index.ts'

const noJob = (id: string) => refuse({ code: 'not_found' as const, values: { what: 'job', id } })

export const governanceHandlers = (subjects: Subjects, make: MakeDocument, sources: ServiceSources & CommunicationSources & ComplianceSources & ReviewSources & RiskAssuranceSources & AcademySources & { readonly readStates: ReadStates }): Handlers<typeof governanceRoutes, keyof typeof governanceProblems> => ({
  ...commentHandlers(subjects),
  ...activityHandlers(subjects),
  ...notificationHandlers(subjects),
  ...decisionHandlers,
  ...webhookHandlers,
  ...archiveHandlers,
  ...evidenceHandlers,
  ...sealHandlers(make),
  ...erasureHandlers(make),
  ...serviceHandlers(sources),
  ...communicationHandlers(sources),
  ...complianceHandlers(sources),
  ...charterHandlers,
  ...offerHandlers(sources),
  ...pmoObjectiveHandlers(sources),
  ...reviewHandlers(sources),
  ...frameworkHandlers(),
  ...conformanceHandlers(sources.readStates),
  ...riskAssuranceHandlers(sources),
  ...academyHandlers(sources),
  ...qualityHandlers(sources),
  ...methodHandlers,
  listRevisions: ({ actor, context, query }) => withOrg(context.db, actor, async (tx) => ok((await readRevisions(tx, { ...query, limit: query.limit ?? 50 })).map(presentRevision))),
  readJob: async ({ actor, context, params }) => {
    const job = await readJob(context.db, actor, params.id)
    return job ? ok(presentJob(job)) : noJob(params.id)
  },
  cancelJob: async ({ actor, context, params }) => {
    const job = await readJob(context.db, actor, params.id)
    if (!job) return noJob(params.id)
    if (job.state !== 'queued' && job.state !== 'running') return refuse({ code: 'job_over', values: { state: job.state } })
    await cancelJob(context.db, actor, params.id)
    const after = await readJob(context.db, actor, params.id)
    return after ? ok(presentJob(after)) : noJob(params.id)
  },
})

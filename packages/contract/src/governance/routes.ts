import { Type } from 'typebox'
import { Revision } from '../demand/schemas.ts'
import { Id, route } from '../wire/index.ts'
import { academyRoutes } from './academy.ts'
import { activityRoutes } from './activity.ts'
import { archiveRoutes } from './archive.ts'
import { charterRoutes } from './charters.ts'
import { commentRoutes } from './comments.ts'
import { communicationRoutes } from './communication.ts'
import { complianceRoutes } from './compliance.ts'
import { conformanceRoutes } from './conformance.ts'
import { decisionRoutes } from './decisions.ts'
import { erasureRoutes } from './erasure.ts'
import { evidenceRoutes } from './evidence.ts'
import { healthCheckRoutes } from './health-checks.ts'
import { frameworkRoutes } from './frameworks.ts'
import { jobRoutes } from './jobs.ts'
import { methodLibraryRoutes } from './method-library.ts'
import { notificationRoutes } from './notifications.ts'
import { pmoObjectiveRoutes } from './pmo-objectives.ts'
import { riskAssuranceRoutes } from './risk-assurance.ts'
import { qualityRoutes } from './quality.ts'
import { sealRoutes } from './seals.ts'
import { serviceRoutes } from './services.ts'
import { unitOfferRoutes } from './unit-offers.ts'
import { webhookRoutes } from './webhooks.ts'

export const governanceRoutes = {
  listRevisions: route({ method: 'GET', path: '/api/governance/revisions', summary: 'Who changed what, when and why, newest first', access: 'read', query: Type.Object({ entityId: Type.Optional(Id), before: Type.Optional(Id), limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })) }), reply: Type.Array(Revision) }),
  ...jobRoutes,
  ...commentRoutes,
  ...activityRoutes,
  ...notificationRoutes,
  ...decisionRoutes,
  ...archiveRoutes,
  ...evidenceRoutes,
  ...sealRoutes,
  ...erasureRoutes,
  ...webhookRoutes,
  ...serviceRoutes,
  ...communicationRoutes,
  ...complianceRoutes,
  ...charterRoutes,
  ...unitOfferRoutes,
  ...pmoObjectiveRoutes,
  ...healthCheckRoutes,
  ...frameworkRoutes,
  ...conformanceRoutes,
  ...riskAssuranceRoutes,
  ...academyRoutes,
  ...qualityRoutes,
  ...methodLibraryRoutes,
} as const

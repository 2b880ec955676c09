import { followEvents, governanceProblems, governanceRoutes } from '@throughline/contract/governance'
import { roomServer, type RoomServer } from '../http/index.ts'
import { academyMigrations, academySubjects, type AcademySources } from './academy/index.ts'
import { activityMigrations } from './activity/migrations.ts'
import { archiveMigrations } from './archive/migrations.ts'
import { charterMigrations, charterSubjects } from './charters/index.ts'
import { commentMigrations } from './comments/index.ts'
import { communicationMigrations, communicationSubjects, type CommunicationSources } from './communication/index.ts'
import { complianceMigrations, complianceSubjects, type ComplianceSources } from './compliance/index.ts'
import { conformanceMigrations, conformanceSubjects, type ReadStates } from './conformance/index.ts'
import { decisionMigrations, decisionSubjects } from './decisions/index.ts'
import { erasureMigrations } from './erasure/index.ts'
import { evidenceJobs } from './evidence/verify.ts'
import { frameworkMigrations, frameworkSubjects } from './frameworks/index.ts'
import { methodMigrations, methodSubjects } from './methods/index.ts'
import { notificationMigrations } from './notifications/index.ts'
import { offerMigrations, offerSubjects } from './offers/index.ts'
import { placesOfDeliverables, qualityMigrations, qualitySubjects } from './quality/index.ts'
import { reviewMigrations, reviewSubjects, type ReviewSources } from './reviews/index.ts'
import { governanceHandlers } from './routes.ts'
import { riskAssuranceMigrations, riskAssuranceSubjects, type RiskAssuranceSources } from './risk-assurance/index.ts'
import { documentsOf, sealJobs, sealMigrations } from './seals/index.ts'
import { serviceMigrations, serviceSubjects, type ServiceSources } from './services/index.ts'
import type { RoomSubjects } from './subjects/kinds.ts'
import { subjectsOf } from './subjects/registry.ts'
import { webhookMigrations } from './webhooks/index.ts'

export { decidedStates, insertDecision, noDifferences, readDecisions, readMovedInitiatives, type DecidedState } from './decisions/index.ts'
export { verifyEvidence } from './evidence/verify.ts'
export { notify, type Told } from './notifications/index.ts'
export { presentRevision } from './revisions.ts'
export { readRevisions } from './store.ts'
export { readDeliverablesOf as readDeliverables } from './quality/index.ts'
export { namesOfServices, standingServices } from './services/index.ts'
export { pruneDeliveries, startDeliverer, type Deliverer } from './webhooks/index.ts'
export type { RoomSubjects, SubjectFacts, SubjectPart } from './subjects/kinds.ts'

/** The governance room: who changed what, what was said about it, who is told, how long work is going, and what the PMO offers. Given what the other rooms offer to talk about, those whose replies are sealed, and what services of the PMO and rules of obligations are told by others. */
export function governanceRoom(offered: readonly RoomSubjects[], sealed: readonly RoomServer[], sources: ServiceSources & CommunicationSources & ComplianceSources & ReviewSources & RiskAssuranceSources & AcademySources & { readonly readStates: ReadStates }): RoomServer {
  const make = documentsOf(sealed)
  return roomServer({
    room: 'governance', about: 'Revisions, comments, notifications, jobs, services of the PMO, obligations and role charters', routes: governanceRoutes, streams: { followEvents }, problems: governanceProblems, handlers: governanceHandlers(subjectsOf([...offered, decisionSubjects, serviceSubjects, communicationSubjects, complianceSubjects, charterSubjects, offerSubjects, reviewSubjects, frameworkSubjects, conformanceSubjects, riskAssuranceSubjects, academySubjects, qualitySubjects, methodSubjects]), make, sources),
    jobs: [...evidenceJobs, ...sealJobs(make)],
    migrations: [...commentMigrations, ...notificationMigrations, ...activityMigrations, ...decisionMigrations, ...archiveMigrations, ...sealMigrations, ...erasureMigrations, ...webhookMigrations, ...serviceMigrations, ...communicationMigrations, ...complianceMigrations, ...charterMigrations, ...offerMigrations, ...reviewMigrations, ...frameworkMigrations, ...conformanceMigrations, ...riskAssuranceMigrations, ...academyMigrations, ...qualityMigrations, ...methodMigrations],
    places: { deliverable: placesOfDeliverables },
  })
}

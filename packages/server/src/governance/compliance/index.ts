import type { RoomSubjects } from '../subjects/kinds.ts'
import { idsOf, namesOfObligations } from './store.ts'
import './tables.ts'

export { complianceHandlers } from './handlers.ts'
export { complianceMigrations } from './migrations.ts'
export type { ComplianceSources } from './sources.ts'

/** Obligations can be talked about and followed. What was attested or excepted belongs to its obligation and to its initiative. */
export const complianceSubjects: RoomSubjects = {
  kinds: { obligation: async (tx, ids) => (await namesOfObligations(tx, ids)).map(({ id, name }) => ({ id, name, place: `/governance/compliance?obligation=${id}` })) },
  parts: {
    obligation: async (tx, id) => [{ room: 'governance', kind: 'attestation', ids: await idsOf(tx, 'attestation', 'obligation_id', id) }, { room: 'governance', kind: 'compliance_exception', ids: await idsOf(tx, 'compliance_exception', 'obligation_id', id) }],
    initiative: async (tx, id) => [{ room: 'governance', kind: 'attestation', ids: await idsOf(tx, 'attestation', 'initiative_id', id) }, { room: 'governance', kind: 'compliance_exception', ids: await idsOf(tx, 'compliance_exception', 'initiative_id', id) }],
  },
}

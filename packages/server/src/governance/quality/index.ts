import type { Tx } from '../../database/index.ts'
import type { Placed } from '../../http/index.ts'
import type { RoomSubjects } from '../subjects/kinds.ts'
import { deliverableIdsOf, namesOfDeliverables } from './store.ts'
import './tables.ts'

export { qualityHandlers } from './handlers.ts'
export { qualityMigrations } from './migrations.ts'
export type { QualitySources } from './sources.ts'

/** Deliverables can be talked about and followed. What became of them belongs to their initiative as well. */
export const qualitySubjects: RoomSubjects = {
  kinds: { deliverable: async (tx, ids) => (await namesOfDeliverables(tx, ids)).map(({ id, name, gone }) => ({ id, name, place: `/governance/quality/${id}`, gone })) },
  parts: { initiative: async (tx, id) => [{ room: 'governance', kind: 'deliverable', ids: await deliverableIdsOf(tx, id) }] },
}

/** In which part of the organisation deliverables stand: in that of their initiative. */
export const placesOfDeliverables = async (tx: Tx, ids: readonly string[]): Promise<readonly Placed[]> =>
  (await namesOfDeliverables(tx, ids)).filter(({ gone }) => !gone).map(({ id, name, initiative_id: initiativeId, unit_id: unitId }) => ({ id, name, part: { initiativeId, unitId } }))

/** Deliverables by their ids, with how far they are; those of initiatives that were removed are not among them. */
export const readDeliverablesOf = async (tx: Tx, ids: readonly string[]) =>
  (await namesOfDeliverables(tx, ids)).filter(({ gone }) => !gone).map(({ id, name, initiative_id: initiativeId, state, edition_no: edition }) => ({ id, name, initiativeId, state, edition }))

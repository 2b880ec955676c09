import type { RoomSubjects } from '../../governance/index.ts'
import { casesOf, namesOfCases } from './store.ts'
import './tables.ts'

export { businessCaseHandlers } from './handlers.ts'
export type { PastSource } from './past.ts'
export { businessCaseMigrations } from './migrations.ts'

/** Versions of business cases can be talked about and followed; their changes are those of their initiative as well. */
export const caseSubjects: Required<Pick<RoomSubjects, 'kinds' | 'parts'>> = {
  kinds: { business_case: async (tx, ids) => (await namesOfCases(tx, ids)).map(({ id, no, initiative, initiativeId, gone }) => ({ id, name: `Business case of ${initiative}, version ${no}`, place: `/demand/initiatives/${initiativeId}/business-case?no=${no}`, gone })) },
  parts: { initiative: async (tx, id) => [{ room: 'demand', kind: 'business_case', ids: await casesOf(tx, id) }] },
}

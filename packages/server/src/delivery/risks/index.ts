import type { Tx } from '../../database/index.ts'
import type { RoomSubjects, SubjectFacts } from '../../governance/index.ts'
import { idsInRegister, namesInRegister } from './store.ts'
import './tables.ts'

export { riskHandlers } from './handlers.ts'
export { riskMigrations } from './migrations.ts'
export { presentExposures } from './present.ts'
export { registerPlaces } from './places.ts'
export { readRegisters, type KeptRegister } from './register-facts.ts'
export { anyAmounts } from './store.ts'

const named = (table: 'risk' | 'issue') => async (tx: Tx, ids: readonly string[]): Promise<readonly SubjectFacts[]> => (await namesInRegister(tx, table, ids)).map(({ id, initiative_id, key, title, removed_at }) => ({ id, name: `${key} ${title}`, place: `/delivery/risks?initiative=${initiative_id}&${table}=${id}`, gone: removed_at !== null }))
/** Risks and issues can be talked about and followed; what becomes of them belongs to their initiative. */
export const registerSubjects = {
  kinds: { risk: named('risk'), issue: named('issue') },
  parts: { initiative: async (tx: Tx, id: string) => (await idsInRegister(tx, id)).map((part) => ({ room: 'delivery', ...part })) },
} satisfies RoomSubjects

import type { RoomSubjects } from '../subjects/kinds.ts'
import { messagesOf, namesOfCommunications } from './store.ts'
import './tables.ts'

export { communicationHandlers } from './handlers.ts'
export { communicationMigrations } from './migrations.ts'
export type { CommunicationSources } from './sources.ts'

/** What is told can be talked about and followed, by what it is about; its messages belong to it. */
export const communicationSubjects: RoomSubjects = {
  kinds: { communication: async (tx, ids) => (await namesOfCommunications(tx, ids)).map(({ id, name }) => ({ id, name, place: '/governance/communication' })) },
  parts: { communication: async (tx, id) => [{ room: 'governance', kind: 'stakeholder_message', ids: await messagesOf(tx, id) }] },
}

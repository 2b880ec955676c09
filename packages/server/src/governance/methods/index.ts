import type { RoomSubjects } from '../subjects/kinds.ts'
import { namesOfItems, ratingsOf, usesOf } from './store.ts'
import './tables.ts'

export { methodHandlers } from './handlers.ts'
export { methodMigrations } from './migrations.ts'
export { offeredForElements } from './store.ts'

/** Items can be talked about and followed, each by its name. How it was rated belongs to it, and where it is used to it and to the initiative. */
export const methodSubjects: RoomSubjects = {
  kinds: { method_item: async (tx, ids) => (await namesOfItems(tx, ids)).map(({ id, name }) => ({ id, name, place: `/governance/method-library?item=${id}` })) },
  parts: {
    method_item: async (tx, id) => [{ room: 'governance', kind: 'method_use', ids: await usesOf(tx, 'item_id', id) }, { room: 'governance', kind: 'method_rating', ids: await ratingsOf(tx, id) }],
    initiative: async (tx, id) => [{ room: 'governance', kind: 'method_use', ids: await usesOf(tx, 'initiative_id', id) }],
  },
}

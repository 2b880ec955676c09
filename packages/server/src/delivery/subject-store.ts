import { sql } from 'kysely'
import type { Tx } from '../database/index.ts'
import { placesOfInitiatives } from '../demand/index.ts'
import type { RoomSubjects } from '../governance/index.ts'
import type { Placed } from '../http/index.ts'
import { registerSubjects } from './risks/index.ts'
import { reuseIdsOf } from './reuse/index.ts'

const among = (ids: readonly string[]) => sql<string>`any(${[...ids]}::uuid[])`

/** In which part of the organisation tasks stand: in that of their initiative. */
export async function placesOfTasks(tx: Tx, ids: readonly string[]): Promise<readonly Placed[]> {
  const rows = await tx.selectFrom('task').select(['id', 'name', 'initiative_id']).where('id', '=', among(ids)).where('removed_at', 'is', null).execute()
  const initiatives = new Map((await placesOfInitiatives(tx, rows.map(({ initiative_id }) => initiative_id))).map((placed) => [placed.id, placed]))
  return rows.flatMap(({ id, name, initiative_id }) => {
    const initiative = initiatives.get(initiative_id)
    return initiative ? [{ id, name, part: initiative.part }] : []
  })
}

/** What of this room can be talked about and followed. The changes of an initiative are also those of its work, and of what it gives to others and has from them. */
export const deliverySubjects: RoomSubjects = {
  kinds: {
    ...registerSubjects.kinds,
    task: async (tx, ids) => (await tx.selectFrom('task').select(['id', 'key', 'name', 'removed_at']).where('id', '=', among(ids)).execute()).map(({ id, key, name, removed_at }) => ({ id, name: `${key} ${name}`, place: `/strategy/line-of-sight?kind=task&id=${id}`, gone: removed_at !== null })),
    strategic_milestone: async (tx, ids) => (await tx.selectFrom('strategic_milestone').select(['id', 'name']).where('id', '=', among(ids)).execute()).map(({ id, name }) => ({ id, name, place: `/delivery/milestones?milestone=${id}` })),
  },
  parts: {
    initiative: async (tx, id) => [{ room: 'delivery', kind: 'task', ids: (await tx.selectFrom('task').select('id').where('initiative_id', '=', id).execute()).map((row) => row.id) }, ...(await registerSubjects.parts.initiative(tx, id)), ...(await reuseIdsOf(tx, id)).map((part) => ({ room: 'delivery', ...part }))],
  },
}

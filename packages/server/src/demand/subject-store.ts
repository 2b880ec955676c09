import { sql } from 'kysely'
import type { Tx } from '../database/index.ts'
import type { RoomSubjects, SubjectFacts } from '../governance/index.ts'
import type { Placed } from '../http/index.ts'
import { caseSubjects } from './business-case/index.ts'
import { namesOfModels, scoresOf } from './criteria/store.ts'
import { ideaSubjects } from './ideas/index.ts'

const among = (ids: readonly string[]) => sql<string>`any(${ids}::uuid[])`

/** Names and pages of initiatives, removed ones as well. */
export async function nameInitiatives(tx: Tx, ids: readonly string[]): Promise<readonly SubjectFacts[]> {
  const rows = await tx.selectFrom('initiative').select(['id', 'name', 'removed_at']).where('id', '=', among(ids)).execute()
  return rows.map(({ id, name, removed_at }) => ({ id, name, place: `/demand/initiatives/${id}`, gone: removed_at !== null }))
}

/** Keys and names of initiatives that stand. */
export const keysOfInitiatives = (tx: Tx, ids: readonly string[]) => tx.selectFrom('initiative').select(['id', 'key', 'name']).where('id', '=', among(ids)).where('removed_at', 'is', null).execute()

/** In which part of the organisation initiatives stand, by their unit. */
export async function placesOfInitiatives(tx: Tx, ids: readonly string[]): Promise<readonly Placed[]> {
  const rows = await tx.selectFrom('initiative').select(['id', 'name', 'unit_id']).where('id', '=', among(ids)).where('removed_at', 'is', null).execute()
  return rows.map(({ id, name, unit_id }) => ({ id, name, part: { initiativeId: id, unitId: unit_id } }))
}

/** What of this room can be talked about and followed. The changes of an initiative are also those of its ties, of what was published of it, and of the idea that it was. */
export const demandSubjects: RoomSubjects = {
  kinds: {
    initiative: nameInitiatives,
    publication: async (tx, ids) => (await tx.selectFrom('publication').select(['id', 'title']).where('id', '=', among(ids)).execute()).map(({ id, title }) => ({ id, name: title, place: null })),
    criteria_model: async (tx, ids) => (await namesOfModels(tx, ids)).map(({ id, name }) => ({ id, name, place: `/demand/criteria?model=${id}` })),
    import: async (tx, ids) => (await tx.selectFrom('portfolio_import').select(['id', 'file_name']).where('id', '=', among(ids)).execute()).map(({ id, file_name }) => ({ id, name: file_name, place: `/demand/import/${id}` })),
    ...ideaSubjects.kinds,
    ...caseSubjects.kinds,
  },
  parts: {
    ...ideaSubjects.parts,
    initiative: async (tx, id) => {
      const dependencies = await tx.selectFrom('dependency').select('id').where((row) => row.or([row('from_id', '=', id), row('to_id', '=', id)])).execute()
      const exclusions = await tx.selectFrom('exclusion_member').select('exclusion_id as id').where('initiative_id', '=', id).execute()
      const publications = await tx.selectFrom('report').select('publication_id as id').distinct().where('initiative_id', '=', id).execute()
      const part = (kind: string, rows: readonly { id: string }[]) => ({ room: 'demand', kind, ids: rows.map((row) => row.id) })
      return [part('dependency', dependencies), part('exclusion', exclusions), part('publication', publications), part('criteria_score', await scoresOf(tx, id)), ...((await ideaSubjects.parts.initiative?.(tx, id)) ?? []), ...((await caseSubjects.parts.initiative?.(tx, id)) ?? [])]
    },
  },
}

import type { Tx } from '../database/index.ts'

export type RevisionRow = { readonly id: string; readonly at: string; readonly actor_name: string; readonly act: string; readonly kind: string; readonly entity_id: string; readonly before: unknown; readonly after: unknown; readonly why: string | null }

/** Revisions, newest first: of one thing or of all, those before a given revision, at most `limit`. */
export function readRevisions(tx: Tx, { entityId, before, limit }: { readonly entityId?: string | undefined; readonly before?: string | undefined; readonly limit: number }): Promise<RevisionRow[]> {
  return tx
    .selectFrom('revision')
    .select(['id', 'at', 'actor_name', 'act', 'kind', 'entity_id', 'before', 'after', 'why'])
    .$if(entityId !== undefined, (query) => query.where('entity_id', '=', entityId ?? ''))
    .$if(before !== undefined, (query) => query.where('id', '<', before ?? ''))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
}

import type { Idea, IdeaLevels } from '@throughline/contract/demand'
import { readLetters, type IdeaState } from '@throughline/engine/demand'
import { sql, type Insertable, type Selectable, type Updateable } from 'kysely'
import { newId, type Actor, type Tx } from '../../database/index.ts'
import type { IdeaMoveTable, IdeaTable } from './tables.ts'

type Kept = { readonly checked: Idea['checked']; readonly levels: IdeaLevels | null; readonly outcome: Idea['outcome'] }
export type StoredIdea = Omit<Selectable<IdeaTable>, keyof Kept> & Kept
export type StoredMove = Selectable<IdeaMoveTable>

/** Every idea, the oldest first. */
export const readIdeas = async (tx: Tx): Promise<readonly StoredIdea[]> => (await tx.selectFrom('idea').selectAll().orderBy('handed_in_at').orderBy('id').execute()) as StoredIdea[]
/** One idea, held until the act ends. */
export const lockIdea = async (tx: Tx, id: string): Promise<StoredIdea | undefined> => (await tx.selectFrom('idea').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()) as StoredIdea | undefined
export const insertIdea = (tx: Tx, { checked, ...row }: Omit<Insertable<IdeaTable>, keyof Kept> & Pick<Kept, 'checked'>) => tx.insertInto('idea').values({ ...row, checked: JSON.stringify(checked) }).execute()
export const updateIdea = (tx: Tx, id: string, { levels, outcome, ...set }: Omit<Updateable<IdeaTable>, keyof Kept> & Partial<Pick<Kept, 'levels' | 'outcome'>>) =>
  tx.updateTable('idea').set({ ...set, ...(levels === undefined ? {} : { levels: levels && JSON.stringify(levels) }), ...(outcome === undefined ? {} : { outcome: outcome && JSON.stringify(outcome) }) }).set((row) => ({ version: row('version', '+', 1) })).where('id', '=', id).execute()

/** The states that every idea went to, or one of them, the first one first. */
export const readMoves = (tx: Tx): Promise<readonly StoredMove[]> => tx.selectFrom('idea_move').selectAll().orderBy('idea_id').orderBy('no').execute()
/** Adds the state that an idea went to. */
export async function addMove(tx: Tx, actor: Actor, ideaId: string, { to, words, at }: { readonly to: IdeaState; readonly words: string; readonly at: string }): Promise<void> {
  const { last } = await tx.selectFrom('idea_move').select(sql<number>`coalesce(max(no), 0)::int`.as('last')).where('idea_id', '=', ideaId).executeTakeFirstOrThrow()
  await tx.insertInto('idea_move').values({ org_id: actor.orgId, id: newId(), idea_id: ideaId, no: last + 1, went_to: to, words, moved_by: actor.name, moved_at: at }).execute()
}

/** Names and beginnings of descriptions of all initiatives that stand, for what is there already. */
export const initiativesAsRead = async (tx: Tx): Promise<readonly { readonly id: string; readonly name: string; readonly about: string }[]> =>
  (await sql<{ id: string; name: string; about: string }>`select id, name, left(description, ${readLetters}::int) as about from initiative where removed_at is null order by name, id`.execute(tx)).rows

/** Ideas by what they are called. */
export const namesOfIdeas = (tx: Tx, ids: readonly string[]) => tx.selectFrom('idea').select(['id', 'title']).where('id', '=', sql<string>`any(${ids}::uuid[])`).execute()
/** The ideas that became an initiative; one at most. */
export const ideasBehind = async (tx: Tx, initiativeId: string): Promise<readonly string[]> => (await tx.selectFrom('idea').select('id').where('initiative_id', '=', initiativeId).execute()).map(({ id }) => id)

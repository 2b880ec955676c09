import type { FigureAmounts, FigureLabel } from '@throughline/engine/value'
import { sql, type Insertable, type Selectable, type Updateable } from 'kysely'
import type { Tx } from '../../database/index.ts'
import { servedInForce } from '../../strategy/index.ts'
import type { StoryContributorTable, SuccessStoryTable } from './tables.ts'

/** A figure as it was taken: by reference, with what stood in the ledger then, in least units. */
export type StoredFigure = { readonly benefitId: string; readonly period: string; readonly label: FigureLabel; readonly verified: string; readonly waiting: string; readonly takenAt: string }
export type StoredStory = Omit<Selectable<SuccessStoryTable>, 'figures'> & { readonly figures: readonly StoredFigure[] }
export type StoredContributor = Selectable<StoryContributorTable>

/** Stories that were not removed: those that are not published first, then the newest publication first. */
export const readStoredStories = async (tx: Tx): Promise<readonly StoredStory[]> =>
  (await tx.selectFrom('success_story').selectAll().where('removed_at', 'is', null).orderBy(sql`state = 'published'`).orderBy(sql`case when state = 'published' then published_at else written_at end`, 'desc').orderBy('id').execute()) as StoredStory[]
export const lockStory = async (tx: Tx, id: string): Promise<StoredStory | undefined> => (await tx.selectFrom('success_story').selectAll().where('id', '=', id).where('removed_at', 'is', null).forUpdate().executeTakeFirst()) as StoredStory | undefined
type Figures = { readonly figures: readonly StoredFigure[] }
export const insertStory = (tx: Tx, { figures, ...row }: Omit<Insertable<SuccessStoryTable>, 'figures'> & Figures) => tx.insertInto('success_story').values({ ...row, figures: JSON.stringify(figures) }).execute()
export const updateStory = (tx: Tx, id: string, { figures, ...set }: Omit<Updateable<SuccessStoryTable>, 'figures'> & Partial<Figures>) =>
  tx.updateTable('success_story').set({ ...set, ...(figures ? { figures: JSON.stringify(figures) } : {}) }).set((row) => ({ version: row('version', '+', 1) })).where('id', '=', id).execute()

/** Who had a part in some stories, by name. */
export const readContributors = (tx: Tx, storyIds: readonly string[]): Promise<readonly StoredContributor[]> => tx.selectFrom('story_contributor').selectAll().where('removed_at', 'is', null).where('story_id', '=', sql<string>`any(${[...storyIds]}::uuid[])`).orderBy('name').orderBy('id').execute()
export const lockContributor = (tx: Tx, id: string): Promise<StoredContributor | undefined> => tx.selectFrom('story_contributor').selectAll().where('id', '=', id).where('removed_at', 'is', null).forUpdate().executeTakeFirst()
export const insertContributor = (tx: Tx, row: Insertable<StoryContributorTable>) => tx.insertInto('story_contributor').values(row).execute()
export const updateContributor = (tx: Tx, id: string, set: Updateable<StoryContributorTable>) => tx.updateTable('story_contributor').set(set).set((row) => ({ version: row('version', '+', 1) })).where('id', '=', id).execute()

/** Stories by what they are called, with those who had a part in them. */
export const namesOfStories = (tx: Tx, ids: readonly string[]): Promise<readonly { readonly id: string; readonly name: string; readonly removed_at: string | null }[]> =>
  tx.selectFrom('success_story').select(['id', 'title as name', 'removed_at']).where('id', '=', sql<string>`any(${[...ids]}::uuid[])`).execute()
export const contributorsOf = async (tx: Tx, storyId: string): Promise<readonly string[]> => (await tx.selectFrom('story_contributor').select('id').where('story_id', '=', storyId).execute()).map(({ id }) => id)

/** A benefit of the ledger as a story names it. */
export type NamedBenefit = { readonly id: string; readonly benefit: string; readonly unit: string; readonly initiativeId: string; readonly initiative: string }
export async function readBenefitsNamed(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, NamedBenefit>> {
  const { rows } = await sql<NamedBenefit>`select b.id, b.name as benefit, b.unit, b.initiative_id as "initiativeId", i.name as initiative from benefit b join initiative i on i.org_id = b.org_id and i.id = b.initiative_id where b.id = any(${[...ids]}::uuid[])`.execute(tx)
  return new Map(rows.map((row) => [row.id, row]))
}

const standing = sql`ledger_account a cross join lateral (select p.balance from ledger_posting p where p.org_id = current_org() and p.account_id = a.id order by p.seq desc limit 1) last
  where a.org_id = current_org() and a.code in ('R10', 'R20', 'R30') and a.benefit_id is not null`
const amounts = sql`coalesce(sum(last.balance) filter (where a.code in ('R20', 'R30')), 0)::text as verified, coalesce(sum(last.balance) filter (where a.code = 'R10'), 0)::text as waiting`

/** What stands in the ledger of some benefits, by benefit and period. */
export async function readAmounts(tx: Tx, benefitIds: readonly string[]): Promise<(benefitId: string, period: string) => FigureAmounts> {
  const { rows } = await sql<{ id: string; period: string; verified: string; waiting: string }>`select a.benefit_id as id, a.period, ${amounts} from ${standing} and a.benefit_id = any(${[...benefitIds]}::uuid[]) group by 1, 2`.execute(tx)
  const found = new Map(rows.map(({ id, period, verified, waiting }) => [`${id} ${period}`, { verified: BigInt(verified), waiting: BigInt(waiting) }]))
  return (benefitId, period) => found.get(`${benefitId} ${period}`) ?? { verified: 0n, waiting: 0n }
}

/** What can be told of: one row for each benefit and period of which anything was claimed or verified, the newest period first. */
export type Tellable = { readonly benefitId: string; readonly benefit: string; readonly initiative: string; readonly period: string; readonly unit: string; readonly verified: string; readonly waiting: string }
export async function readTellable(tx: Tx, search: string, most: number): Promise<{ readonly rows: readonly Tellable[]; readonly all: number }> {
  const { rows } = await sql<Tellable & { all: number }>`
    select s.*, count(*) over ()::int as "all" from (
      select b.id as "benefitId", b.name as benefit, i.name as initiative, w.code as period, b.unit, k.verified, k.waiting, w.from_on from (select a.benefit_id as id, a.period, ${amounts} from ${standing} group by 1, 2) k
        join benefit b on b.org_id = current_org() and b.id = k.id join initiative i on i.org_id = b.org_id and i.id = b.initiative_id join value_period w on w.org_id = b.org_id and w.code = k.period
      where (k.verified <> '0' or k.waiting <> '0') and (strpos(lower(b.name), lower(${search})) > 0 or strpos(lower(i.name), lower(${search})) > 0)) s
    order by s.from_on desc, lower(s.benefit), s."benefitId" limit ${most}`.execute(tx)
  return { rows: rows.map(({ benefitId, benefit, initiative, period, unit, verified, waiting }) => ({ benefitId, benefit, initiative, period, unit, verified, waiting })), all: rows[0]?.all ?? 0 }
}

/** The objectives in force that some initiatives serve, by initiative. */
export async function readServed(tx: Tx, initiativeIds: readonly string[]): Promise<ReadonlyMap<string, readonly { readonly id: string; readonly statement: string }[]>> {
  const { rows } = await sql<{ of: string; id: string; statement: string }>`select f.initiative_id as of, o.id, o.statement from (${servedInForce}) f join objective o on o.org_id = f.org_id and o.id = f.objective_id where f.initiative_id = any(${[...initiativeIds]}::uuid[]) order by o.statement, o.id`.execute(tx)
  return Map.groupBy(rows, ({ of }) => of)
}

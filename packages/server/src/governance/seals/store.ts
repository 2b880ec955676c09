import type { Seal } from '@throughline/contract/governance'
import { gives } from '@throughline/contract/people'
import { sql } from 'kysely'
import type { Tx } from '../../database/index.ts'
import { readMembers } from '../../people/index.ts'
import type {} from './tables.ts'

/** Every seal with its digest in force, newest first; or the one that is named. */
export async function readSeals(tx: Tx, id?: string): Promise<readonly Seal[]> {
  const { rows } = await sql<Seal>`
    select s.id, s.kind, s.title, s.known_at as "knownAt", s.valid_on as position, w.period, d.digest, d.bytes, case when d.no > 1 then d.at end as "restatedAt", coalesce(a.name, 'a former member') as "sealedBy", s.sealed_at as "sealedAt", s.product,
      (select min(at) from seal_alarm f where f.org_id = s.org_id and f.seal_id = s.id and f.at >= d.at) as "brokenAt"
    from seal s
      cross join lateral (select * from seal_digest d where d.org_id = s.org_id and d.seal_id = s.id order by d.no desc limit 1) d
      left join account a on a.id = s.sealed_by left join seal_period w on w.org_id = s.org_id and w.seal_id = s.id
    where s.org_id = current_org() and (${id ?? null}::uuid is null or s.id = ${id ?? null}::uuid) order by s.sealed_at desc, s.id desc`.execute(tx)
  return rows
}

export type SealToKeep = Pick<Seal, 'id' | 'kind' | 'title' | 'knownAt' | 'position' | 'period' | 'product' | 'digest' | 'bytes'> & { readonly sealedBy: string }

export async function insertSeal(tx: Tx, orgId: string, { id, kind, title, knownAt, position, period, product, digest, bytes, sealedBy }: SealToKeep): Promise<void> {
  await tx.insertInto('seal').values({ org_id: orgId, id, kind, title, known_at: knownAt, valid_on: position, product, sealed_by: sealedBy }).execute()
  if (period !== null) await tx.insertInto('seal_period').values({ org_id: orgId, seal_id: id, period }).execute()
  await insertDigest(tx, orgId, { id, digest, bytes })
}

/** The digest that a seal is held against from now on. */
export const insertDigest = (tx: Tx, orgId: string, { id, digest, bytes }: Pick<Seal, 'id' | 'digest' | 'bytes'>) =>
  sql`insert into seal_digest (org_id, seal_id, no, digest, bytes) select ${orgId}, ${id}, 1 + count(*), ${digest}, ${bytes} from seal_digest where org_id = ${orgId} and seal_id = ${id}`.execute(tx)

/** Notes what a seal was found to be; false where that was noted before. */
export async function insertAlarm(tx: Tx, orgId: string, sealId: string, found: string): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx.insertInto('seal_alarm').values({ org_id: orgId, seal_id: sealId, found }).onConflict((conflict) => conflict.doNothing()).executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** The dates of the publications in force, in order. */
export const readPositions = async (tx: Tx): Promise<readonly string[]> => (await sql<{ position: string }>`select distinct as_of as position from publication where superseded_at is null order by 1`.execute(tx)).rows.map(({ position }) => position)

/** Whether a value period is closed. */
export const isClosedPeriod = async (tx: Tx, code: string): Promise<boolean> => (await tx.selectFrom('value_period').select('code').where('code', '=', code).where('state', '=', 'closed').executeTakeFirst()) !== undefined

/** The accounts of those who give access. */
export const readAdministrators = async (tx: Tx): Promise<readonly string[]> => (await readMembers(tx)).filter(({ role }) => gives(role, 'administer')).map(({ id }) => id)

import { sql, type RawBuilder } from 'kysely'

/** What the publications say of who is current: those that make the current list, and every one that is known, in force or not. */
export type Positions = { readonly listing: readonly string[]; readonly known: readonly string[] }

/**
 * In a publication that makes the current list, or in none that was ever known. The second is asked for few, so it looks them up one by one:
 * a subquery with a limit is never turned into a join with every report there is.
 */
export function currentOnly({ listing, known }: Positions): RawBuilder<unknown> {
  const never = known.length === 0 ? sql`true` : sql`(select 1 from position_line p where p.org_id = i.org_id and p.initiative_id = i.id and p.publication_id = any(${known}::uuid[]) limit 1) is null`
  if (listing.length === 0) return never
  return sql`(i.id in (select p.initiative_id from position_line p where p.publication_id = any(${listing}::uuid[])) or ${never})`
}

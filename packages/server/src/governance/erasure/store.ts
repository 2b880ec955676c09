import { sql } from 'kysely'
import type { Tx } from '../../database/index.ts'

export type KnownPerson = { readonly name: string; readonly email: string }

/** Who an account is, where it is or was of this organisation. */
export const personKnown = async (tx: Tx, accountId: string): Promise<KnownPerson | undefined> => (await sql<KnownPerson>`select name, email from person_known(${accountId})`.execute(tx)).rows[0]

/** Puts the pseudonym into every text of every table of the organisation; returns how many rows of how many tables named the person. */
export async function eraseEverywhere(tx: Tx, { name, email }: KnownPerson, pseudonym: string): Promise<{ readonly rows: number; readonly tables: number }> {
  const patterns = [wordPattern(email, '(?i)'), wordPattern(name)]
  const inJson = [wordPattern(escaped(email), '(?i)'), wordPattern(escaped(name))]
  const found = await sql<{ rows: number }>`select erase_in(name, ${patterns}::text[], ${inJson}::text[], ${pseudonym}) as rows from erasable_tables() name`.execute(tx)
  const counts = found.rows.map(({ rows }) => rows).filter((rows) => rows > 0)
  return { rows: counts.reduce((sum, rows) => sum + rows, 0), tables: counts.length }
}

/** Erases the account itself; false where another organisation has it. What was kept of computed answers goes: it may name the person. */
export async function eraseAccount(tx: Tx, accountId: string, pseudonym: string): Promise<boolean> {
  await sql`delete from rollup`.execute(tx)
  const { rows } = await sql<{ erased: boolean }>`select erase_account(${accountId}, ${pseudonym}, ${`${accountId}@erased.invalid`}) as erased`.execute(tx)
  return rows[0]?.erased ?? false
}

/** A text as a pattern of PostgreSQL, as a word of its own: Ann is not found in Annex. */
const wordPattern = (text: string, option = ''): string => `${option}(?<![[:alnum:]])${text.replaceAll(/[^\p{L}\p{N} @]/gu, (mark) => `\\${mark}`)}(?![[:alnum:]])`

/** A text as it stands within JSON. */
const escaped = (text: string): string => JSON.stringify(text).slice(1, -1)

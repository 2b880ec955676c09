import { sql } from 'kysely'
import type { Actor } from './actor.ts'
import { newId } from './ids.ts'
import type { Tx } from './tables.ts'

/** The channel on which every server of an installation hears what was written, whichever of them wrote it. */
export const writtenChannel = 'throughline_written'

/** What changed, by id. */
export type Touched = { readonly room: string; readonly kind: string; readonly id: string }

/**
 * One message of the channel, heard when the transaction that sent it is committed: an act and what it touched, a job that has
 * moved, or people who have been told something. `stamp` is an id of its own. The server's own text, below the 8,000 bytes of a payload.
 */
export type Announcement =
  | { readonly say: 'written'; readonly org: string; readonly stamp: string; readonly act: string; readonly by: { readonly id: string; readonly name: string }; readonly changes: readonly Touched[]; /** There are more changes than these. */ readonly more: boolean }
  | { readonly say: 'job'; readonly org: string; readonly id: string }
  | { readonly say: 'told'; readonly org: string; /** Accounts; null for everybody. */ readonly to: readonly string[] | null }

/** The most changes that one message names; an act of more says that there are more. */
export const mostTouched = 40

/** Sends a message within the transaction: heard if, and only if, it is committed. */
export const announce = async (tx: Tx, message: Announcement): Promise<void> => void (await sql`select pg_notify(${writtenChannel}, ${JSON.stringify(message)})`.execute(tx))

/** Tells every server of an act: who, and what it touched, each thing once. */
export async function announceAct(tx: Tx, actor: Actor, act: string, touched: readonly Touched[]): Promise<void> {
  const distinct = [...new Map(touched.map(({ room, kind, id }) => [`${kind} ${id}`, { room, kind, id }])).values()]
  await announce(tx, { say: 'written', org: actor.orgId, stamp: newId(), act, by: { id: actor.accountId, name: actor.name.slice(0, 80) }, changes: distinct.slice(0, mostTouched), more: distinct.length > mostTouched })
}

import { sql } from 'kysely'
import type { Actor } from './actor.ts'
import { newId } from './ids.ts'
import type { Tx } from './tables.ts'

/** The channel on which every server of an installation hears what was written, whichever of them wrote it. */
export const writtenChannel = 'throughline_written'

/** What changed, by id. `seenBy`: the accounts that may see it, where not everybody may. */
export type Touched = { readonly room: string; readonly kind: string; readonly id: string; readonly seenBy?: readonly string[] }

/**
 * One message of the channel, heard when the transaction that sent it is committed: an act and what it touched, a job that has
 * moved, or people who have been told something. `stamp` is an id of its own. The server's own text, below the 8,000 bytes of a payload.
 */
export type Announcement =
  | { readonly say: 'written'; readonly org: string; readonly stamp: string; readonly act: string; readonly by: { readonly id: string; readonly name: string }; readonly changes: readonly Omit<Touched, 'seenBy'>[]; /** There are more changes than these. */ readonly more: boolean; /** Accounts; null for everybody. */ readonly to: readonly string[] | null }
  | { readonly say: 'job'; readonly org: string; readonly id: string }
  | { readonly say: 'told'; readonly org: string; /** Accounts; null for everybody. */ readonly to: readonly string[] | null }

/** The most changes that one message names; an act of more says that there are more. */
export const mostTouched = 40

/** Sends a message within the transaction: heard if, and only if, it is committed. */
export const announce = async (tx: Tx, message: Announcement): Promise<void> => void (await sql`select pg_notify(${writtenChannel}, ${JSON.stringify(message)})`.execute(tx))

/** The most accounts that one message names; what more may see goes out in several. */
const mostNamed = 60

/** What every server is told of an act: who, and what it touched, each thing once. What not everybody may see is told to those alone who may, in a message of its own. */
export function announcementsOf(actor: Actor, act: string, touched: readonly Touched[]): readonly Announcement[] {
  const announcements: Announcement[] = []
  const distinct = [...new Map(touched.map((one) => [`${one.kind} ${one.id}`, one])).values()]
  for (const [audience, ofAudience] of Map.groupBy(distinct, ({ seenBy }) => seenBy && [...new Set(seenBy)].toSorted().join(' '))) {
    const changes = ofAudience.slice(0, mostTouched).map(({ room, kind, id }) => ({ room, kind, id }))
    const written = { say: 'written', org: actor.orgId, act, by: { id: actor.accountId, name: actor.name.slice(0, 80) }, changes, more: ofAudience.length > mostTouched } as const
    if (audience === undefined) announcements.push({ ...written, stamp: newId(), to: null })
    else for (let at = 0, accounts = audience.split(' '); at < accounts.length; at += mostNamed) announcements.push({ ...written, stamp: newId(), to: accounts.slice(at, at + mostNamed) })
  }
  return announcements
}

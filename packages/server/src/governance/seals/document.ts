import { createHash } from 'node:crypto'
import type { Seal, SealKind } from '@throughline/contract/governance'
import { canonicalJson, type Json } from '@throughline/exchange/archive'
import { invariant } from '@throughline/engine/kernel'
import type { Actor as Reader, RequestContext, RoomServer } from '../../http/room.ts'
import { readAs } from '../../http/ready.ts'
import type { Db } from '../../database/index.ts'

/** Which replies a sealed document holds, by room and name of the route. */
const models: Readonly<Record<SealKind, readonly (readonly [room: string, route: string])[]>> = {
  plan: [['demand', 'listInitiatives'], ['demand', 'listTies'], ['strategy', 'readStrategy'], ['value', 'readValue'], ['value', 'listEntries']],
  board_pack: [['portfolio', 'readCockpit'], ['strategy', 'readStrategy'], ['value', 'readValue']],
  publication: [['demand', 'listInitiatives'], ['portfolio', 'readCockpit']],
}

/** What a seal is of: everything that its document depends on beside what is kept. */
export type Sealed = Pick<Seal, 'kind' | 'knownAt' | 'position'>
export type Document = { readonly bytes: Uint8Array; readonly digest: string }
export type MakeDocument = (db: Db, orgId: string, sealed: Sealed) => Promise<Document>

/** Makes sealed documents from the replies of these rooms: what was known at the instant, read by nobody in particular, as canonical JSON (RFC 8785). */
export const documentsOf =
  (rooms: readonly RoomServer[]): MakeDocument =>
  async (db, orgId, { kind, knownAt, position }) => {
    const replies: Record<string, Json> = {}
    for (const [room, route] of models[kind]) replies[`${room}.${route}`] = await replyOf(rooms, [room, route], db, orgId, { knownAt, position })
    const bytes = new TextEncoder().encode(canonicalJson({ format: 'throughline-seal', version: 1, organisation: orgId, kind, knownAt, position, replies }))
    return { bytes, digest: createHash('sha256').update(bytes).digest('hex') }
  }

async function replyOf(rooms: readonly RoomServer[], [room, route]: readonly [string, string], db: Db, orgId: string, { knownAt, position }: Pick<Sealed, 'knownAt' | 'position'>): Promise<Json> {
  const handler = rooms.find((one) => one.room === room)?.handlers[route]
  invariant(handler, `what is sealed is read by ${room}.${route}`)
  const moment = { knownAt, ...(position === null ? {} : { validOn: position }) }
  const actor: Reader = { orgId, accountId: nobody, name: '', email: '', role: 'viewer', via: 'session', moment }
  const outcome = await handler({ params: undefined, query: {}, body: undefined, actor, context: contextOf(db, new Date(position ?? knownAt)) })
  invariant(outcome.ok, `${room}.${route} can be read as of ${knownAt}`)
  return readAs(outcome.value) as Json
}

/** Sees what everybody sees. */
const nobody = '00000000-0000-0000-0000-000000000000'

/** What a reading route uses of a request; nobody calls, so there is neither session nor address. */
const contextOf = (db: Db, now: Date): RequestContext => ({ db, now, holds: () => Promise.resolve(false) }) satisfies Pick<RequestContext, 'db' | 'now' | 'holds'> as unknown as RequestContext

import { createHash } from 'node:crypto'
import type { Seal, SealedKind } from '@throughline/contract/governance'
import { canonicalJson, type Json } from '@throughline/exchange/archive'
import { invariant } from '@throughline/engine/kernel'
import type { Actor as Reader, RequestContext, RoomServer } from '../../http/room.ts'
import { readAs } from '../../http/ready.ts'
import type { Db } from '../../database/index.ts'

type Query = Readonly<Record<string, unknown>>
/** A reply of a sealed document: room and name of its route, and what is asked of it. A list in pages is read to its end. */
type Sealing = { readonly room: string; readonly route: string; readonly query?: Query; readonly pages?: 'entries' }
const plain = (...routes: readonly (readonly [room: string, route: string])[]): (() => readonly Sealing[]) => () => routes.map(([room, route]) => ({ room, route }))

/** Which replies a sealed document holds. */
const models: Readonly<Record<SealedKind, (sealed: Sealed) => readonly Sealing[]>> = {
  plan: plain(['demand', 'listInitiatives'], ['demand', 'listTies'], ['strategy', 'readStrategy'], ['value', 'readValue'], ['value', 'listEntries']),
  board_pack: plain(['portfolio', 'readCockpit'], ['strategy', 'readStrategy'], ['value', 'readValue']),
  publication: plain(['demand', 'listInitiatives'], ['portfolio', 'readCockpit']),
  value_period: ({ period }) => [
    { room: 'value', route: 'readPeriodClose', query: { period } }, { room: 'value', route: 'readReconciliation', query: { period } },
    { room: 'value', route: 'readKeeping', query: { from: period, until: period } }, { room: 'value', route: 'listLedger', query: { period, limit: 200 }, pages: 'entries' },
  ],
}

/** What a seal is of: everything that its document depends on beside what is kept. */
export type Sealed = Pick<Seal, 'kind' | 'knownAt' | 'position' | 'period'>
export type Document = { readonly bytes: Uint8Array; readonly digest: string }
export type MakeDocument = (db: Db, orgId: string, sealed: Sealed) => Promise<Document>

/** Makes sealed documents from the replies of these rooms: what was known at the instant, read by nobody in particular, as canonical JSON (RFC 8785). */
export const documentsOf =
  (rooms: readonly RoomServer[]): MakeDocument =>
  async (db, orgId, sealed) => {
    const { kind, knownAt, position, period } = sealed
    const replies: Record<string, Json> = {}
    for (const one of models[kind](sealed)) replies[`${one.room}.${one.route}`] = one.pages ? await everyPage(rooms, one, one.pages, db, orgId, sealed) : await replyOf(rooms, one, db, orgId, sealed)
    // Of what has no period none is named: documents that were sealed before there were packs read as they did.
    const of = { format: 'throughline-seal', version: 1, organisation: orgId, kind, knownAt, position, ...(period === null ? {} : { period }) }
    const bytes = new TextEncoder().encode(canonicalJson({ ...of, replies }))
    return { bytes, digest: createHash('sha256').update(bytes).digest('hex') }
  }

/** The rows of every page of a list, in its order. */
async function everyPage(rooms: readonly RoomServer[], one: Sealing, rows: string, db: Db, orgId: string, sealed: Sealed): Promise<Json> {
  const all: Json[] = []
  for (let cursor: unknown; cursor !== null; ) {
    const page = (await replyOf(rooms, { ...one, query: { ...one.query, ...(cursor === undefined ? {} : { cursor }) } }, db, orgId, sealed)) as Readonly<Record<string, Json>>
    all.push(...(page[rows] as readonly Json[]))
    cursor = page['next'] ?? null
  }
  return all
}

async function replyOf(rooms: readonly RoomServer[], { room, route, query = {} }: Sealing, db: Db, orgId: string, { knownAt, position }: Sealed): Promise<Json> {
  const handler = rooms.find((one) => one.room === room)?.handlers[route]
  invariant(handler, `what is sealed is read by ${room}.${route}`)
  const moment = { knownAt, ...(position === null ? {} : { validOn: position }) }
  const actor: Reader = { orgId, accountId: nobody, name: '', email: '', role: 'viewer', via: 'session', moment }
  const outcome = await handler({ params: undefined, query, body: undefined, actor, context: contextOf(db, new Date(position ?? knownAt)) })
  invariant(outcome.ok, `${room}.${route} can be read as of ${knownAt}`)
  return readAs(outcome.value) as Json
}

/** Sees what everybody sees. */
const nobody = '00000000-0000-0000-0000-000000000000'

/** What a reading route uses of a request; nobody calls, so there is neither session nor address. */
const contextOf = (db: Db, now: Date): RequestContext => ({ db, now, holds: () => Promise.resolve(false) }) satisfies Pick<RequestContext, 'db' | 'now' | 'holds'> as unknown as RequestContext

import { invariant, type Result } from '@throughline/engine/kernel'
import { toWire } from '@throughline/contract/wire'
import { sql } from 'kysely'
import { takeActClock } from './act-clock.ts'
import type { Actor } from './actor.ts'
import { announcementsOf } from './announce.ts'
import { sealAct } from './evidence/seal.ts'
import { newId } from './ids.ts'
import { beginningWith } from './outcome.ts'
import { planned } from './planned.ts'
import type { Db, Tx } from './tables.ts'
import { entering } from './with-org.ts'
import { actOf } from './within.ts'

/** One changed thing. `before` is null where it was created, `after` where it was removed. */
export type Change = {
  readonly room: string
  readonly kind: string
  readonly id: string
  readonly before: object | null
  readonly after: object | null
  readonly why?: string
  /** Accounts that may see it, where not everybody may: others are not told that it was written. */
  readonly seenBy?: readonly string[]
}
/** Writes the revision of each change; an act calls it for everything that it changes, once with all of them where they are many. */
export type Record = (...changes: readonly Change[]) => Promise<void>

/**
 * Performs an act: one transaction that writes the change, its revision and its link in the chain together, or none of them.
 * Acts of one organisation follow one another: each has its place, and its instant by `act_time()`. What takes long (reading a file,
 * planning) is done before. The next one goes on while the disk still writes this one, which is answered when it is there. Whether the actor
 * may is decided here, by the rights there are in this very transaction. A refusal rolls back. An act that succeeds without a recorded change is a broken invariant.
 */
export async function writeAs<Outcome extends Result<unknown, unknown>>(db: Db, actor: Actor, act: string, perform: (tx: Tx, record: Record) => Promise<Outcome>): Promise<Outcome> {
  const outer = actOf(db)
  if (outer) return performWithin(outer.tx, actor, act, perform)
  try {
    // First of all, before anything is locked, the clock: acts that wait for each other wait in this one order.
    return await beginningWith(`begin; ${entering(actor)}; select take_act_clock()`, () => db.transaction().execute(async (tx) => {
      const refusal = await actor.permit?.(tx)
      if (refusal) throw new Refused({ ok: false, refusal })
      const recorded: Change[] = []
      const outcome = await perform(tx, async (...changes) => {
        for (const change of changes) recorded.push(change)
        await writeRevisions(tx, actor, act, changes)
      })
      if (!outcome.ok) throw new Refused(outcome)
      invariant(recorded.length > 0, `the act ${act} records what it changed`)
      await sealAct(tx, actor, act, announcementsOf(actor, act, recorded))
      return outcome
    }), { givesWay: true })
  } catch (error) {
    if (error instanceof Refused) return error.outcome as Outcome
    throw error
  }
}

/** Performs an act as a part of another one, after `nextInstant`: sealed under its own name, with what follows at a later instant. */
async function performWithin<Outcome extends Result<unknown, unknown>>(tx: Tx, actor: Actor, act: string, perform: (tx: Tx, record: Record) => Promise<Outcome>): Promise<Outcome> {
  let recorded = 0
  const outcome = await perform(tx, async (...changes) => {
    recorded += changes.length
    await writeRevisions(tx, actor, act, changes)
  })
  if (!outcome.ok) return outcome
  invariant(recorded > 0, `the act ${act} records what it changed`)
  await nextInstant(tx, actor, act)
  return outcome
}

/**
 * Ends a part of an act that tells a longer story: what it wrote so far is sealed with its instant, and what follows has a later one.
 * All of it stays one transaction, whole or not at all; returns the instant of what follows.
 */
export async function nextInstant(tx: Tx, actor: Actor, act: string): Promise<string> {
  await sealAct(tx, actor, act)
  await sql`select set_config('app.recorded_at', '', true)`.execute(tx)
  return takeActClock(tx)
}

/** Revisions that travel in one statement. */
const revisionsPerStatement = 1000

async function writeRevisions(tx: Tx, actor: Actor, act: string, changes: readonly Change[]): Promise<void> {
  for (let at = 0; at < changes.length; at += revisionsPerStatement) {
    const rows = changes.slice(at, at + revisionsPerStatement).map(({ room, kind, id, before, after, why }) => ({ id: newId(), room, kind, entity_id: id, before: wire(before), after: wire(after), why: why ?? null }))
    await sql`${planned(tx, 'insert into')} revision (org_id, account_id, actor_name, act, id, room, kind, entity_id, before, after, why)
      select current_org(), ${actor.accountId}::uuid, ${actor.name}, ${act}, r.* from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, room text, kind text, entity_id text, before jsonb, after jsonb, why text)`.execute(tx)
  }
}

const wire = (value: object | null): unknown => (value === null ? null : toWire(value))

/** Carries a refusal out of the transaction, so that the transaction rolls back. */
class Refused extends Error {
  readonly outcome: unknown
  constructor(outcome: unknown) {
    super('refused')
    this.outcome = outcome
  }
}

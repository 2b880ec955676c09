import { invariant, ok, type Result } from '@throughline/engine/kernel'
import type { Refusal } from '@throughline/contract/wire'
import { Type, type Static } from 'typebox'
import { Value } from 'typebox/value'
import { newId, nextInstant, within, type Actor, type Tx } from '../database/index.ts'
import { checksOf, type RequestContext, type RoomServer } from '../http/index.ts'
import { plainServices } from '../people/index.ts'
import { resolved } from './references.ts'

const Part = Type.Record(Type.String(), Type.Unknown())
const ActsFile = Type.Object({
  acts: Type.Array(Type.Object({
    /** The route, as `room.name`; reads are named to refer to what they answer. */
    do: Type.String({ pattern: '^[a-z]+\\.[A-Za-z]+$' }), params: Type.Optional(Part), query: Type.Optional(Part), body: Type.Optional(Part),
    /** The name under which later ones refer to the answer; without one, the name of the route. */
    as: Type.Optional(Type.String()),
  }, { additionalProperties: false })),
})
type Step = Static<typeof ActsFile>['acts'][number]

export type Playing = { readonly tx: Tx; readonly actor: Actor; /** The act that they are part of. */ readonly act: string; readonly now: Date; /** Told how many are done; false ends it. */ readonly told: (done: number, of: number) => Promise<boolean> }

/** What there is already that the acts may speak of, by name. */
export type ReadWorld = (tx: Tx) => Promise<Readonly<Record<string, unknown>>>

/**
 * Does the acts of a file one after the other by the handlers of the rooms, so that the same rules hold as for anybody's; what they send is
 * checked against the contract as a request is. All within one transaction. A refusal is a fault of the file, and thrown.
 */
export const playActsOf = (rooms: () => readonly RoomServer[], readWorld: ReadWorld) => async ({ tx, actor, act, now, told }: Playing, file: unknown): Promise<Result<number, Refusal<'job_cancelled'>>> => {
  invariant(Value.Check(ActsFile, file), 'the acts of an example have the expected form')
  const today = now.toISOString().slice(0, 10)
  const ids = new Map<string, string>()
  const idOf = (name: string): string => ids.get(name) ?? (ids.set(name, newId()), idOf(name))
  const replies: Record<string, unknown> = { me: { id: actor.accountId, name: actor.name } }
  await nextInstant(tx, actor, act)
  // What the handlers of acts use of a request; mail is sent to nobody.
  const context = { db: within(tx), now, requestId: act, accounts: plainServices } as RequestContext
  const called = { ...actor, email: '', via: 'session' as const }
  for (const [done, step] of file.acts.entries()) {
    if (done % 10 === 0 && !(await told(done, file.acts.length))) return { ok: false, refusal: { code: 'job_cancelled' } }
    const known = { replies: { ...(await readWorld(tx)), ...replies }, today, idOf }
    const asked = { params: resolved(step.params, known), query: resolved(step.query, known), body: resolved(step.body, known) }
    const { route, handler } = routeOf(rooms(), step)
    const checks = checksOf(route)
    const issues = [...(checks.params?.(asked.params ?? {}) ?? []), ...(checks.query?.(asked.query ?? {}) ?? []), ...(checks.body?.(asked.body) ?? [])]
    invariant(issues.length === 0, `act ${done + 1} of the example, ${step.do}, is of the form of its route: ${issues.map(({ path, expected }) => `${path}: expected ${expected}`).join('; ')}`)
    const outcome = await handler({ params: asked.params, query: asked.query ?? {}, body: asked.body, actor: called, context })
    invariant(outcome.ok, `act ${done + 1} of the example, ${step.do}, is done${outcome.ok ? '' : `, and not refused: ${JSON.stringify(outcome.refusal)}`}`)
    replies[step.as ?? step.do.replace(/^.*\./, '')] = outcome.value
  }
  return ok(file.acts.length)
}

function routeOf(rooms: readonly RoomServer[], { do: name }: Step) {
  const [room = '', key = ''] = name.split('.')
  const found = rooms.find((one) => one.room === room)
  const [route, handler] = [found?.routes[key], found?.handlers[key]]
  invariant(route && handler, `the example does ${name}, which is a route`)
  return { route, handler }
}

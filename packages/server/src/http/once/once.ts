import { createHash } from 'node:crypto'
import { refuse, type Result } from '@throughline/engine/kernel'
import { keepsAnswer, onceHeader, replayedHeader, wireProblems, type ProblemKind, type Refusal, type Route } from '@throughline/contract/wire'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { onDisk, type Actor, type Db } from '../../database/index.ts'
import type { Problems } from '../problem.ts'
import { oneTransaction } from './one-transaction.ts'
import { hashOfKey, openAnswer, sealAnswer } from './seal.ts'
import { findKept, keepAnswer, letGo, takeKey, type Kept, type Place } from './store.ts'

/** What is done once: by whom, through which route, and what of the body there is to tell it from another. */
export type Asked = { readonly request: FastifyRequest; readonly reply: FastifyReply; readonly route: Route; readonly actor: Actor | undefined; readonly body: unknown; readonly problems: Problems }
type Perform = (db: Db, body: unknown) => Promise<Result<unknown, Refusal>>

/** How long a repeat waits for the first to end. */
const patienceMs = 5_000

/**
 * Performs an act once for each key that its caller gives (`Idempotency-Key`). The answer is kept in the transaction of the act: a repeat
 * is given the first answer, a refusal as well, also where the first was never heard; and something else under the same key is refused. Without a key, as ever.
 */
export async function once({ request, reply, route, actor, body, problems }: Asked, db: Db, perform: Perform): Promise<Result<unknown, Refusal>> {
  const given = request.headers[onceHeader]
  if (given === undefined || !actor || !keepsAnswer(route)) return perform(db, body)
  const key = keyIn(String(given))
  if (key === undefined) return refuse(unfit(String(given)))
  const place: Place = { actor, keyHash: hashOfKey(key) }
  const asking = askedOf(request, body)
  const answered = async (kept: Kept): Promise<Result<unknown, Refusal>> => {
    if (!kept.asked.equals(await asking.whole())) return refuse({ code: 'key_used_otherwise', values: { key } })
    // The first may be read while the disk still writes it, and an answer says that it is there.
    await onDisk(db)
    reply.header(replayedHeader, 'true')
    return openAnswer(kept.answer ?? Buffer.alloc(0), key, actor)
  }
  const before = await findKept(db, place)
  if (before) return answered(before)

  const work = oneTransaction(db, async (tx) => {
    const other = await takeKey(tx, place, asking.soFar(), patienceMs)
    if (other) throw new AnsweredBefore(other)
  })
  try {
    const outcome = await perform(work.db, asking.body)
    const tx = await work.whole()
    if (asking.isKnown() && (outcome.ok || isFinal(outcome.refusal, problems))) await keepAnswer(tx, place, sealAnswer(outcome, key, actor))
    else await letGo(tx, place)
    await work.commit()
    return outcome
  } catch (error) {
    await work.rollback()
    if (error instanceof AnsweredBefore) return answered(error.kept)
    if (error instanceof Error && 'code' in error && error.code === '55P03') return refuse({ code: 'act_under_way', values: { seconds: 2 } })
    throw error
  }
}

/** Between looking and taking the key, another request with it has been answered. */
class AnsweredBefore extends Error {
  readonly kept: Kept
  constructor(kept: Kept) {
    super('answered before')
    this.kept = kept
  }
}

/** A key as it is sent: text in quotes, as the draft has it, or bare. */
function keyIn(given: string): string | undefined {
  const key = /^"(.*)"$/.exec(given)?.[1] ?? given
  return /^[\x21\x23-\x7e]{16,255}$/.test(key) ? key : undefined
}

const unfit = (found: string) => ({ code: 'input_invalid', issues: [{ path: '/headers/idempotency-key', found: found.slice(0, 80), expected: '16 to 255 characters without spaces, such as a UUID made for this act' }] })

/** Whether the same request would be refused again: not where it is to be tried later. */
function isFinal({ code }: Refusal, problems: Problems): boolean {
  const kind: ProblemKind = problems[code] ?? (wireProblems as Problems)[code] ?? wireProblems.fault
  return kind.status < 500 && kind.status !== 429
}

type Asking = { readonly body: unknown; /** Whether all of it has come in. */ isKnown(): boolean; /** Of what has come in. */ soFar(): Buffer; /** Of all of it, read to its end. */ whole(): Promise<Buffer> }

/** What was asked, as a digest: the address and the body, a file by its bytes as they come in. */
function askedOf(request: FastifyRequest, body: unknown): Asking {
  const hash = createHash('sha256').update(`${request.method} ${request.url}\n`)
  const soFar = () => hash.copy().digest()
  if (!isStream(body)) {
    hash.update(body instanceof Uint8Array ? body : JSON.stringify(body ?? null))
    return { body, soFar, isKnown: () => true, whole: () => Promise.resolve(soFar()) }
  }
  let ended = false
  const bytes = (async function* () {
    for await (const piece of body.bytes) {
      hash.update(piece)
      yield piece
    }
    ended = true
  })()
  const whole = async () => {
    for await (const piece of bytes) void piece
    return soFar()
  }
  return { body: { ...body, bytes }, soFar, isKnown: () => ended, whole }
}

const isStream = (body: unknown): body is { readonly bytes: AsyncIterable<Uint8Array> } => typeof body === 'object' && body !== null && 'bytes' in body && typeof body.bytes === 'object' && body.bytes !== null && Symbol.asyncIterator in body.bytes

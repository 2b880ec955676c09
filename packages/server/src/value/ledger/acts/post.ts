import { invariant, ok, refuse, type CivilDate, type Result } from '@throughline/engine/kernel'
import type { LedgerRefusal } from '@throughline/contract/value'
import { postEach, type Act, type Entry, type LedgerTerms, type Posted } from '@throughline/engine/value'
import { newId, writeAs, type Actor, type Db, type Record, type Tx } from '../../../database/index.ts'
import { strangeFile } from '../../evidence/index.ts'
import { openPart, type LedgerPart } from '../book-store.ts'
import { readFound, type Asked } from '../found-store.ts'
import { askedBy } from '../places.ts'
import { inWords } from '../words.ts'
import { benefitsOfPools, nobody, readPeople, readReductions, termsOf } from '../terms-store.ts'
import { readTouched } from '../touched-store.ts'
import { addEntries } from '../write-store.ts'

/** What somebody wants to do: an act of the engine without id, instant and person, which are given here. */
export type Intent = { readonly [Kind in Act['kind']]: Omit<Extract<Act, { readonly kind: Kind }>, 'id' | 'recordedAt' | 'by'> }[Act['kind']]

export type Opened = { readonly part: LedgerPart; readonly terms: LedgerTerms; readonly recordedAt: string }

/**
 * Reads what some acts touch: a part of the ledger in which they find all that they ask for. The clock of the organisation is held by the
 * act, and everybody who writes to the ledger takes it first, so that nothing of it changes until the act is done.
 */
export async function openLedger(tx: Tx, intents: readonly Intent[], today: CivilDate): Promise<Opened> {
  const entryIds = intents.flatMap((intent) => (intent.kind === 'reverse' ? [intent.entryId] : []))
  const asked = askedBy(intents, await readTouched(tx, { entryIds, sweeping: intents.flatMap((intent) => (intent.kind === 'close' ? [intent.periodId] : [])) }))
  const found = await readFound(tx, intents.some(({ kind }) => kind === 'measure' || kind === 'reverse' || kind === 'adjust') ? await withMates(tx, asked) : asked)
  const people = intents.some(({ kind }) => kind === 'verify') ? await readPeople(tx, found.initiatives.map(({ id }) => id)) : nobody
  const reductions = intents.some(({ kind }) => kind === 'bank') ? await readReductions(tx) : new Map<string, bigint>()
  const part = await openPart(tx, found, { entryIds, claimed: people === nobody ? [] : asked.benefits })
  return { part, terms: termsOf(found, { today, people, reductions }), recordedAt: found.taken }
}

/** Every benefit of the same pools as well, in all the periods: what a measurement or a reversal may sweep. */
async function withMates(tx: Tx, asked: Asked): Promise<Asked> {
  const { measures } = await readFound(tx, asked)
  const ids = new Set([...asked.benefits.map(({ id }) => id), ...(await benefitsOfPools(tx, measures.map(({ poolId }) => poolId)))])
  return { ...asked, benefits: asked.periods.flatMap((period) => [...ids].map((id) => ({ id, period }))) }
}

/** An act that is made of what the transaction finds: a measurement of the actual that stands, a close of the checklist as it is. */
export type Found = { readonly kind: Intent['kind']; find(tx: Tx): Promise<Result<Intent, LedgerRefusal>> }

/** Posts one act: the entry with its postings, or the first rule that forbids it and nothing at all. */
export function postAct(db: Db, actor: Actor, asked: Intent | Found, today: CivilDate, held?: Held): Promise<Result<string, LedgerRefusal>> {
  return writeAs<Result<string, LedgerRefusal>>(db, actor, `value.${asked.kind.replaceAll('_', '-')}`, (tx, record) => postWithin({ tx, actor, record }, asked, today, held))
}

/** What holds an act back before its rules are asked, by what was read for it. */
export type Held = (opened: Opened) => LedgerRefusal | undefined

/** An act that is at work: its transaction, who does it, and where it is written down. */
export type AtWork = { readonly tx: Tx; readonly actor: Actor; readonly record: Record }

/** Posts within an act that may do more. */
export async function postWithin({ tx, actor, record }: AtWork, asked: Intent | Found, today: CivilDate, held?: Held): Promise<Result<string, LedgerRefusal>> {
  const found = 'find' in asked ? await asked.find(tx) : ok(asked)
  if (!found.ok) return found
  const strange = await strangeFile(tx, found.value)
  if (strange) return refuse(strange)
  const opened = await openLedger(tx, [found.value], today)
  const stop = held?.(opened)
  if (stop) return refuse(stop)
  const [posted] = postAllInto(opened, actor, [found.value])
  invariant(posted, 'of one act there is one outcome')
  if (!posted.ok) return inWords(tx, opened.terms, found.value, posted.refusal)
  await keepPosted(tx, actor, record, opened, [posted.value])
  return ok(posted.value.id)
}

/** Posts acts into the part that was read, each on top of those before it, which stands with them afterwards. */
export const postAllInto = ({ part, terms, recordedAt }: Opened, actor: Pick<Actor, 'accountId'>, intents: readonly Intent[]): readonly Posted[] =>
  postEach(part.book, terms, intents.map((intent) => ({ ...intent, id: newId(), recordedAt, by: actor.accountId }) as Act))

/** Stores what was posted, with one revision for each entry, or one for a long list of them. */
export async function keepPosted(tx: Tx, actor: Actor, record: Record, { part }: { readonly part: Parameters<typeof addEntries>[2] }, entries: readonly Entry[], names?: ReadonlyMap<string, string>): Promise<void> {
  invariant(entries.length > 0, 'an act posts an entry')
  await addEntries(tx, actor, part, entries, names)
  if (entries.length > mostRevisions) return record({ room: 'value', kind: 'ledger_entry', id: entries[0]?.id ?? '', before: null, after: { entries: entries.length, last: entries.at(-1)?.id } })
  await record(...entries.map(({ id, kind, postings, reason, evidence, reverses }) => ({ room: 'value', kind: 'ledger_entry', id, before: null, after: { kind, ...(reverses ? { reverses } : {}), ...(evidence ? { evidence } : {}), postings: postings.map(({ account, amount }) => ({ ...account, amount })) }, ...(reason ? { why: reason } : {}) })))
}
/** Of more entries than this one revision tells how many there were: the entries themselves say by whom and when. */
const mostRevisions = 50

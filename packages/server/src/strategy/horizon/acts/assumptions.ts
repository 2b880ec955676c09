import type { AssumptionChange, AssumptionReview, NewAssumption } from '@throughline/contract/strategy'
import type { Refusal } from '@throughline/contract/wire'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { expectVersion, newId, writeAs, type Actor, type Db, type Tx } from '../../../database/index.ts'
import { readStored } from '../../store.ts'
import { aboutOf, toldAbout } from '../about.ts'
import { assumptionSaying, insertAssumption, lockAssumption, updateAssumption, type StoredAssumption } from '../store.ts'

type Refused = Refusal<'not_found' | 'version_moved' | 'name_taken' | 'review_not_ahead' | 'assumption_given_up'>
type Done = Promise<Result<object, Refused>>
const subject = (id: string) => ({ room: 'strategy', kind: 'assumption', id }) as const

/** Writes down what the strategy rests on. */
export function addAssumption(db: Db, actor: Actor, given: NewAssumption, today: string): Done {
  return writeAs<Awaited<Done>>(db, actor, 'strategy.add-assumption', async (tx, record) => {
    const [id, statement] = [newId(), given.statement.trim()]
    const wrong = await refusalOf(tx, { id, statement, reviewOn: given.reviewOn, measureId: given.wire?.measureId, today })
    if (wrong) return refuse(wrong)
    const about = await aboutOf(tx, given, { objectives: [], services: [] })
    if (!about.ok) return about
    const said = { statement, owner: given.owner.trim(), trip_words: given.tripWords?.trim() ?? '', wire: given.wire ?? null, review_on: given.reviewOn }
    await insertAssumption(tx, { org_id: actor.orgId, id, ...said, tripped: null, reviewed: null, ...about.value })
    await record({ ...subject(id), before: null, after: await told(tx, { ...said, ...about.value }) })
    return ok({})
  })
}

/** Changes what is given of an assumption; what tripped it stays until it is reviewed. */
export function changeAssumption(db: Db, actor: Actor, id: string, { version, ...given }: AssumptionChange, today: string): Done {
  return writeAs<Awaited<Done>>(db, actor, 'strategy.change-assumption', async (tx, record) => {
    const found = await expectVersion(tx, await lockAssumption(tx, id), { ...subject(id), version })
    if (!found.ok) return found
    const before = found.value
    const said = { statement: given.statement?.trim() ?? before.statement, owner: given.owner?.trim() ?? before.owner, trip_words: given.tripWords?.trim() ?? before.trip_words, wire: given.wire === undefined ? before.wire : given.wire, review_on: given.reviewOn ?? before.review_on }
    const wrong = await refusalOf(tx, { id, statement: said.statement, reviewOn: given.reviewOn, measureId: given.wire?.measureId, today })
    if (wrong) return refuse(wrong)
    const about = await aboutOf(tx, given, before)
    if (!about.ok) return about
    await updateAssumption(tx, id, { ...said, ...about.value })
    await record({ ...subject(id), before: await told(tx, before), after: await told(tx, { ...said, ...about.value }) })
    return ok({})
  })
}

/** Says what came of a review: what tripped it is dealt with, and the next review is due on its day. */
export function reviewAssumption(db: Db, actor: Actor, id: string, { version, outcome, words, statement, reviewOn }: AssumptionReview, today: string): Done {
  return writeAs<Awaited<Done>>(db, actor, 'strategy.review-assumption', async (tx, record) => {
    const found = await expectVersion(tx, await lockAssumption(tx, id), { ...subject(id), version })
    if (!found.ok) return found
    const before = found.value
    if (before.reviewed?.outcome === 'given_up') return refuse({ code: 'assumption_given_up', values: { statement: before.statement, by: before.reviewed.by, on: before.reviewed.on } })
    const after = outcome === 'reworded' ? (statement?.trim() ?? before.statement) : before.statement
    // Whoever keeps an assumption says when it is looked at again; a day that has passed would be due at once.
    const wrong = await refusalOf(tx, { id, statement: after, reviewOn: outcome === 'given_up' ? undefined : (reviewOn ?? before.review_on), measureId: undefined, today })
    if (wrong) return refuse(wrong)
    await updateAssumption(tx, id, { statement: after, tripped: null, reviewed: { outcome, words: words.trim(), by: actor.name, on: today }, review_on: reviewOn ?? before.review_on })
    await record({ ...subject(id), before: { statement: before.statement, tripped: before.tripped !== null }, after: { statement: after, outcome, words: words.trim(), reviewOn: reviewOn ?? before.review_on } })
    return ok({})
  })
}

type Said = { readonly id: string; readonly statement: string; readonly reviewOn: string | undefined; readonly measureId: string | undefined; readonly today: string }
async function refusalOf(tx: Tx, { id, statement, reviewOn, measureId, today }: Said): Promise<Refusal<'name_taken' | 'review_not_ahead' | 'not_found'> | undefined> {
  if (reviewOn !== undefined && reviewOn <= today) return { code: 'review_not_ahead', values: { found: reviewOn, today } }
  const same = await assumptionSaying(tx, statement)
  if (same && same.id !== id) return { code: 'name_taken', values: { what: 'assumption', name: same.statement } }
  if (measureId === undefined) return undefined
  const stored = await readStored(tx)
  return [...(stored?.measures ?? []), ...(stored?.unitMeasures ?? [])].some((one) => one.id === measureId) ? undefined : { code: 'not_found', values: { what: 'measure', id: measureId } }
}

/** An assumption as the history tells it. */
async function told(tx: Tx, { statement, owner, trip_words: tripWords, wire, review_on: reviewOn, ...about }: Pick<StoredAssumption, 'statement' | 'owner' | 'trip_words' | 'wire' | 'review_on' | 'objectives' | 'services'>) {
  const stored = wire && (await readStored(tx))
  const measure = [...(stored?.measures ?? []), ...(stored?.unitMeasures ?? [])].find(({ id }) => id === wire?.measureId)
  return { statement, owner, tripWords, wire: wire && `${measure?.name ?? wire.measureId} ${wire.direction} ${wire.value}`, reviewOn, ...(await toldAbout(tx, about)) }
}

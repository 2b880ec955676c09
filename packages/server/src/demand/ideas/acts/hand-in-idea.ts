import type { IdeaChange, NewIdea } from '@throughline/contract/demand'
import type { Refusal } from '@throughline/contract/wire'
import { isOpenIdea, openIdeaStates, twinLikeness } from '@throughline/engine/demand'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { expectVersion, newId, withOrg, writeAs, type Actor, type Db, type Tx } from '../../../database/index.ts'
import { may, readUnits } from '../../../people/index.ts'
import { openOpportunities, readStrategyFacts } from '../../../strategy/index.ts'
import { findAlike } from '../existing.ts'
import { elsewhere, noIdea } from '../refusals.ts'
import { addMove, insertIdea, lockIdea, updateIdea } from '../store.ts'

type Unfit = Refusal<'not_found' | 'idea_alike' | 'idea_source_unnamed' | 'unit_not_found'>
type Unchanged = Refusal<'not_found' | 'version_moved' | 'idea_not_yours' | 'idea_elsewhere' | 'unit_not_found'>
type Refused<R> = { readonly ok: false; readonly refusal: R }

/** Hands in an idea. What is there already and reads very much alike is named first; who hands it in all the same says what is missing there. */
export async function handInIdea(db: Db, actor: Actor, given: NewIdea, now: Date): Promise<Result<object, Unfit>> {
  const [title, problem, missing] = [given.title.trim(), given.problem.trim(), given.missing?.trim() ?? '']
  // Read before the act begins: others wait for an act to end.
  const alike = (await withOrg(db, actor, (tx) => findAlike(tx, { title, problem }))).map(({ likeness: { metric }, ...one }) => ({ ...one, likeness: metric.status === 'ok' ? metric.value : 0 }))
  const twin = alike.find(({ likeness }) => likeness >= twinLikeness)
  return writeAs<Result<object, Unfit>>(db, actor, 'demand.hand-in-idea', async (tx, record) => {
    const from = await originOf(tx, given)
    if (!from.ok) return from
    const wrong = await whyNoUnit(tx, given.unitId)
    if (wrong) return wrong
    if (twin && missing === '') return refuse({ code: 'idea_alike', values: { kind: twin.kind, name: twin.name, found: twin.likeness } })
    const [id, at] = [newId(), now.toISOString()]
    await insertIdea(tx, { org_id: actor.orgId, id, title, problem, source: given.source, ...from.value, unit_id: given.unitId ?? null, submitter_id: actor.accountId, submitter: actor.name, handed_in_at: at, checked: { alike, missing } })
    await addMove(tx, actor, id, { to: 'new', words: '', at })
    await record({ room: 'demand', kind: 'idea', id, before: null, after: { title, problem, source: given.source, origin: from.value.origin, measure: from.value.measure, missing, state: 'new' } })
    return ok({})
  })
}

/** Changes what an open idea says. Whoever handed it in may, and who may change initiatives. */
export function changeIdea(db: Db, actor: Actor, id: string, { version, title, problem, unitId }: IdeaChange): Promise<Result<object, Unchanged>> {
  return writeAs<Result<object, Unchanged>>(db, actor, 'demand.change-idea', async (tx, record) => {
    const stored = await lockIdea(tx, id)
    if (!stored) return noIdea(id)
    if (stored.submitter_id !== actor.accountId && !may(actor, 'edit_initiative')) return refuse({ code: 'idea_not_yours', values: { title: stored.title, owner: stored.submitter } })
    const found = await expectVersion(tx, stored, { room: 'demand', kind: 'idea', id, version })
    if (!found.ok) return found
    if (!isOpenIdea(stored.state)) return elsewhere(stored.title, stored.state, openIdeaStates)
    const wrong = await whyNoUnit(tx, unitId)
    if (wrong) return wrong
    const set = { title: title?.trim() ?? stored.title, problem: problem?.trim() ?? stored.problem, unit_id: unitId === undefined ? stored.unit_id : unitId }
    await updateIdea(tx, id, set)
    await record({ room: 'demand', kind: 'idea', id, before: { title: stored.title, problem: stored.problem, unitId: stored.unit_id }, after: { title: set.title, problem: set.problem, unitId: set.unit_id } })
    return ok({})
  })
}

type Origin = { readonly origin: string; readonly measure_id: string | null; readonly measure: string | null; readonly signal_id: string | null }

/** Where an idea comes from, as its source asks for it: a measure or a signal that is there, or which rule, which customer. */
async function originOf(tx: Tx, { source, origin = '', measureId = null, signalId = null }: NewIdea): Promise<Result<Origin, Unfit>> {
  const said = origin.trim()
  const plain = { origin: said, measure_id: null, measure: null, signal_id: null }
  const unnamed = (expected: string) => refuse({ code: 'idea_source_unnamed', values: { source, expected } } as const)
  switch (source) {
    case 'person':
      return ok(plain)
    case 'regulation':
      return said === '' ? unnamed('origin: which rule it is') : ok(plain)
    case 'customer':
      return said === '' ? unnamed('origin: which customer, or where customers said so') : ok(plain)
    case 'measure': {
      if (measureId === null) return unnamed('measureId: which measure it is')
      const measure = (await readStrategyFacts(tx)).measures.find(({ id }) => id === measureId)
      return measure ? ok({ ...plain, measure_id: measure.id, measure: measure.name }) : refuse({ code: 'not_found', values: { what: 'measure', id: measureId } })
    }
    case 'signal': {
      if (signalId === null) return said === '' ? unnamed('signalId or origin: which signal it is') : ok(plain)
      const signal = (await openOpportunities(tx)).find(({ id }) => id === signalId)
      return signal ? ok({ ...plain, origin: said === '' ? `${signal.unit}: ${signal.words}` : said, signal_id: signal.id }) : refuse({ code: 'not_found', values: { what: 'signal', id: signalId } })
    }
  }
}

async function whyNoUnit(tx: Tx, unitId: string | null | undefined): Promise<Refused<Refusal<'unit_not_found'>> | undefined> {
  return typeof unitId !== 'string' || (await readUnits(tx)).some(({ id }) => id === unitId) ? undefined : refuse({ code: 'unit_not_found', values: { id: unitId } } as const)
}

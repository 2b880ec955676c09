import type { FrameworkChange, FrameworkElement, FrameworkText, NewFrameworkEdition } from '@throughline/contract/governance'
import type { Refusal } from '@throughline/contract/wire'
import { frameworkDifference } from '@throughline/engine/governance'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import type { Static } from 'typebox'
import { expectVersion, newId, writeAs, type Actor, type Db, type Tx } from '../../../database/index.ts'
import { namesOfServices } from '../../services/index.ts'
import { whyRetired, whyUnsound } from '../refusals.ts'
import { insertEdition, insertFramework, lockFramework, readEditions, readFrameworks, updateFramework, type StoredFramework } from '../store.ts'
import { saysTheSame, textOf } from '../text.ts'

type Unfit = Refusal<'not_found' | 'framework_there' | 'framework_unsound'>
type Moved = Refusal<'not_found' | 'version_moved' | 'framework_retired'>

/** Adds a framework as a draft: nobody can follow it until it is published. */
export function addFramework(db: Db, actor: Actor, given: FrameworkText): Promise<Result<object, Unfit>> {
  return writeAs<Result<object, Unfit>>(db, actor, 'governance.add-framework', async (tx, record) => {
    const [id, said] = [newId(), textOf(given)]
    const unfit = await whyUnfit(tx, said)
    if (unfit) return unfit
    await insertFramework(tx, { org_id: actor.orgId, id, said })
    await record({ room: 'governance', kind: 'framework', id, before: null, after: said })
    return ok({})
  })
}

/** Changes what stands in writing of a framework; what was published stays until it is published again. */
export function changeFramework(db: Db, actor: Actor, id: string, { version, ...change }: Static<typeof FrameworkChange>): Promise<Result<object, Moved | Unfit>> {
  return writeAs<Result<object, Moved | Unfit>>(db, actor, 'governance.change-framework', async (tx, record) => {
    const found = await standing(tx, id, version)
    if (!found.ok) return found
    const [before, said] = [textOf(found.value.said), textOf({ ...found.value.said, ...change })]
    const unfit = await whyUnfit(tx, said, id)
    if (unfit) return unfit
    await updateFramework(tx, id, { said })
    await record({ room: 'governance', kind: 'framework', id, ...changedPart(before, said) })
    return ok({})
  })
}

type Unpublished = Moved | Refusal<'framework_unsound' | 'framework_unchanged' | 'effective_too_early'>
/** Publishes what stands in writing as the next edition, which holds from a day on. No rule holds before it was published, and no edition begins before the one that it follows. */
export function publishFramework(db: Db, actor: Actor, id: string, { version, effectiveOn, reason }: NewFrameworkEdition, now: Date): Promise<Result<object, Unpublished>> {
  return writeAs<Result<object, Unpublished>>(db, actor, 'governance.publish-framework', async (tx, record) => {
    const found = await standing(tx, id, version)
    if (!found.ok) return found
    const [said, [last], today] = [textOf(found.value.said), await readEditions(tx, id), now.toISOString().slice(0, 10)]
    if (last && saysTheSame(last.said, said)) return refuse({ code: 'framework_unchanged', values: { name: said.name, edition: last.no } })
    const unsound = whyUnsound(said, 1)
    if (unsound) return unsound
    if (effectiveOn < today) return refuse({ code: 'effective_too_early', values: { found: effectiveOn, expected: today, reason: 'nobody can keep a rule before it was published' } })
    if (last && effectiveOn < last.effective_on) return refuse({ code: 'effective_too_early', values: { found: effectiveOn, expected: last.effective_on, reason: `edition ${last.no} begins then` } })
    const no = (last?.no ?? 0) + 1
    await insertEdition(tx, { org_id: actor.orgId, id: newId(), framework_id: id, no, said, effective_on: effectiveOn, reason: reason.trim(), published_by: actor.name, published_at: now.toISOString() })
    await updateFramework(tx, id, {})
    const { before, after } = changedPart(last ? textOf(last.said) : { name: '', about: '', elements: [] }, said)
    await record({ room: 'governance', kind: 'framework', id, before: { edition: last?.no ?? null, ...before }, after: { edition: no, effectiveOn, ...after }, why: reason.trim() })
    return ok({})
  })
}

/** Retires a framework: who follows it keeps it, and nobody adopts it any more. */
export function retireFramework(db: Db, actor: Actor, id: string, { version, reason }: { readonly version: number; readonly reason: string }, now: Date): Promise<Result<object, Moved>> {
  return writeAs<Result<object, Moved>>(db, actor, 'governance.retire-framework', async (tx, record) => {
    const found = await standing(tx, id, version)
    if (!found.ok) return found
    await updateFramework(tx, id, { retired_at: now.toISOString(), retired_by: actor.name, retired_because: reason.trim() })
    await record({ room: 'governance', kind: 'framework', id, before: { retired: null }, after: { retired: reason.trim() } })
    return ok({})
  })
}

/** A framework that was not retired, as somebody saw it, held until the act ends. */
async function standing(tx: Tx, id: string, version: number): Promise<Result<StoredFramework, Moved>> {
  const stored = await lockFramework(tx, id)
  const retired = stored && whyRetired(stored)
  return retired ?? expectVersion(tx, stored, { room: 'governance', kind: 'framework', id, version })
}

/** Why a text cannot stand: its name is taken, its elements contradict one another, or one names a service that is not there. */
async function whyUnfit(tx: Tx, said: FrameworkText, except?: string): Promise<{ readonly ok: false; readonly refusal: Unfit } | undefined> {
  const other = (await readFrameworks(tx)).find((row) => row.id !== except && row.retired_at === null && row.said.name.toLowerCase() === said.name.toLowerCase())
  if (other) return refuse({ code: 'framework_there', values: { name: other.said.name } })
  const named = said.elements.flatMap(({ serviceId }) => serviceId ?? [])
  const there = new Set((await namesOfServices(tx, named)).map(({ id }) => id))
  const unknown = named.find((id) => !there.has(id))
  return unknown === undefined ? whyUnsound(said) : refuse({ code: 'not_found', values: { what: 'service of the PMO', id: unknown } })
}

/** Two texts as far as they differ: of elements those alone that changed, came or went. */
function changedPart(before: FrameworkText, after: FrameworkText) {
  const moved = new Set(frameworkDifference(before.elements, after.elements).map(({ key }) => key))
  const part = ({ elements, ...text }: FrameworkText) => ({ ...text, elements: elements.filter(({ key }: FrameworkElement) => moved.has(key)) })
  return { before: part(before), after: part(after) }
}

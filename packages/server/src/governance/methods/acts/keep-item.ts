import type { MethodItemChange, NewMethodItem } from '@throughline/contract/governance'
import type { Refusal } from '@throughline/contract/wire'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { expectVersion, newId, writeAs, type Actor, type Db, type Tx } from '../../../database/index.ts'
import { readFrameworks } from '../../frameworks/index.ts'
import type { Refused } from '../../refused.ts'
import { namesOfServices } from '../../services/index.ts'
import { whyRetired } from '../refusals.ts'
import { insertItems, lockItem, readItems, updateItem, type ListedItem } from '../store.ts'
import { alike, textOf } from '../text.ts'

type Unkept = Refusal<'not_found' | 'method_there'>
type Moved = Refusal<'not_found' | 'version_moved' | 'method_retired'>
const kind = { room: 'governance', kind: 'method_item' } as const

/** Adds an item as a draft; answers with its id. */
export function addItem(db: Db, actor: Actor, given: NewMethodItem): Promise<Result<string, Unkept>> {
  return writeAs<Result<string, Unkept>>(db, actor, 'governance.add-method', async (tx, record) => {
    const [id, said] = [newId(), textOf(given)]
    const unfit = itemThere(said, await readItems(tx)) ?? (await strangeLink(tx, said))
    if (unfit) return unfit
    await insertItems(tx, [{ org_id: actor.orgId, id, said }])
    await record({ ...kind, id, before: null, after: await told(tx, said) })
    return ok(id)
  })
}

/** Changes what is given of an item; of a published one it is offered so at once, and the history keeps what it said. */
export function changeItem(db: Db, actor: Actor, id: string, { version, ...change }: MethodItemChange): Promise<Result<string, Moved | Unkept>> {
  return writeAs<Result<string, Moved | Unkept>>(db, actor, 'governance.change-method', async (tx, record) => {
    const items = await readItems(tx)
    const found = await standing(tx, id, { version, items })
    if (!found.ok) return found
    const [before, said] = [textOf(found.value.said), textOf({ ...found.value.said, ...change })]
    const unfit = itemThere(said, items, id) ?? (await strangeLink(tx, linkedSince(before, said)))
    if (unfit) return unfit
    await updateItem(tx, id, { said })
    await record({ ...kind, id, before: await told(tx, before), after: await told(tx, said) })
    return ok(id)
  })
}

/** Offers an item: from then on it is used and rated. */
export function publishItem(db: Db, actor: Actor, id: string, { version, reason }: { readonly version: number; readonly reason: string }, today: string): Promise<Result<string, Moved | Refusal<'method_unfit'>>> {
  return writeAs<Result<string, Moved | Refusal<'method_unfit'>>>(db, actor, 'governance.publish-method', async (tx, record) => {
    const found = await standing(tx, id, { version, items: await readItems(tx) })
    if (!found.ok) return found
    const { state, said: { name } } = found.value
    if (state === 'published') return refuse({ code: 'method_unfit', values: { name, found: 'published already', expected: 'a draft' } })
    await updateItem(tx, id, { state: 'published', published_on: today, published_by: actor.name, published_because: reason.trim() })
    await record({ ...kind, id, before: { state }, after: { state: 'published' }, why: reason.trim() })
    return ok(id)
  })
}

/** An item that was not retired, in the version that was seen, held until the act ends. */
export async function standing(tx: Tx, id: string, { version, items }: { readonly version: number; readonly items: readonly ListedItem[] }) {
  const stored = await lockItem(tx, id)
  const retired = stored && whyRetired(stored, items)
  return retired ?? expectVersion(tx, stored, { ...kind, id, version })
}

/** The library has one item of a name, retired ones apart. */
export function itemThere({ name }: Pick<NewMethodItem, 'name'>, items: readonly ListedItem[], except?: string): Refused<'method_there'> | undefined {
  const other = items.find((row) => row.id !== except && row.state !== 'retired' && alike(row.said.name, name))
  return other && refuse({ code: 'method_there', values: { name: other.said.name } } as const)
}

/** An item as the history tells it, whole, so that no change hides what stood there before: what it links by its name, never by an id. */
export async function told(tx: Tx, { elements, serviceIds, ...said }: NewMethodItem): Promise<object> {
  const frameworks = elements.length === 0 ? [] : await readFrameworks(tx)
  const services = serviceIds.length === 0 ? [] : await namesOfServices(tx, serviceIds)
  return { ...said, elements: elements.map(({ frameworkId, key }) => `${frameworks.find(({ id }) => id === frameworkId)?.said.name ?? 'A framework'} ${key}`), services: serviceIds.map((id) => services.find((one) => one.id === id)?.name ?? 'a service') }
}

/** What an item names that it did not name before: an element that its framework has lost since may stay named. */
const linkedSince = (before: NewMethodItem, { elements, serviceIds }: NewMethodItem): Pick<NewMethodItem, 'elements' | 'serviceIds'> => ({
  elements: elements.filter(({ frameworkId, key }) => !before.elements.some((one) => one.frameworkId === frameworkId && one.key === key)), serviceIds: serviceIds.filter((id) => !before.serviceIds.includes(id)),
})

/** Refused where an element of a framework, or a service, is named that is not there. */
export async function strangeLink(tx: Tx, { elements, serviceIds }: Pick<NewMethodItem, 'elements' | 'serviceIds'>): Promise<Refused<'not_found'> | undefined> {
  const frameworks = elements.length === 0 ? [] : await readFrameworks(tx)
  const strange = elements.find(({ frameworkId, key }) => !frameworks.some(({ id, said }) => id === frameworkId && said.elements.some((one) => one.key === key)))
  if (strange) return refuse({ code: 'not_found', values: { what: 'element of the framework', id: strange.key } } as const)
  const services = serviceIds.length === 0 ? [] : await namesOfServices(tx, serviceIds)
  const unknown = serviceIds.find((id) => !services.some((one) => one.id === id))
  return unknown === undefined ? undefined : refuse({ code: 'not_found', values: { what: 'service of the PMO', id: unknown } } as const)
}

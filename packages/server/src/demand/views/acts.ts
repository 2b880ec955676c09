import { ok, refuse, type Result } from '@throughline/engine/kernel'
import type { NewView, ViewChange } from '@throughline/contract/demand'
import type { Refusal } from '@throughline/contract/wire'
import type { Static } from 'typebox'
import { expectVersion, newId, writeAs, type Actor, type Db } from '../../database/index.ts'
import { lockOrganisation, may } from '../../people/index.ts'
import { insertView, lockView, updateView, viewNamed, type ViewRecord } from './store.ts'

type Taken = Refusal<'view_name_taken'>
type NotYours = Refusal<'not_found' | 'view_not_yours'>
type Edited = Taken | NotYours | Refusal<'version_moved'>
/** Most letters of a look as text. */
const lookLimit = 20_000

/** Keeps how a list looks under a name that its owner has not used yet. */
export function createView(db: Db, actor: Actor, { list, name, look, sharing }: Static<typeof NewView>): Promise<Result<string, Taken | Refusal<'view_too_large'>>> {
  return writeAs<Result<string, Taken | Refusal<'view_too_large'>>>(db, actor, 'demand.create-view', async (tx, record) => {
    await lockOrganisation(tx)
    const own = { list, accountId: actor.accountId, name: name.trim() }
    const wrong = tooLong(look) ?? ((await viewNamed(tx, own)) ? nameTaken(own.name) : undefined)
    if (wrong) return refuse(wrong)
    const id = newId()
    await insertView(tx, { org_id: actor.orgId, id, list, account_id: actor.accountId, owner_name: actor.name, name: own.name, look: JSON.stringify(look), sharing })
    await record({ room: 'demand', kind: 'view', id, before: null, after: told({ name: own.name, sharing }), ...seen(actor.accountId, sharing) })
    return ok(id)
  })
}

/** Renames, shares or changes a view. Who gives access may do so with any shared view, but not hide it from its owner's readers. */
export function changeView(db: Db, actor: Actor, id: string, { version, ...given }: Static<typeof ViewChange>): Promise<Result<string, Edited | Refusal<'view_too_large'>>> {
  return writeAs<Result<string, Edited | Refusal<'view_too_large'>>>(db, actor, 'demand.change-view', async (tx, record) => {
    await lockOrganisation(tx)
    const found = await expectVersion(tx, await lockView(tx, id, actor.accountId), { room: 'demand', kind: 'view', id, version })
    if (!found.ok) return found
    const view = found.value
    const name = given.name?.trim() ?? view.name
    const refused = notYours(view, actor, given.sharing === 'private') ?? tooLong(given.look)
    if (refused) return refuse(refused)
    const same = await viewNamed(tx, { list: view.list, accountId: view.account_id, name })
    if (same && same.id !== id) return refuse(nameTaken(name))
    await updateView(tx, id, { name, ...(given.sharing ? { sharing: given.sharing } : {}), ...(given.look ? { look: JSON.stringify(given.look) } : {}) })
    await record({ room: 'demand', kind: 'view', id, before: told(view), after: told({ name, sharing: given.sharing ?? view.sharing }), ...seen(view.account_id, view.sharing, given.sharing) })
    return ok(id)
  })
}

/** Removes a view. */
export function removeView(db: Db, actor: Actor, id: string, now: Date): Promise<Result<object, NotYours>> {
  return writeAs<Result<object, NotYours>>(db, actor, 'demand.remove-view', async (tx, record) => {
    const view = await lockView(tx, id, actor.accountId)
    if (!view) return refuse({ code: 'not_found', values: { what: 'view', id } })
    const refused = notYours(view, actor, false)
    if (refused) return refuse(refused)
    await updateView(tx, id, { removed_at: now.toISOString() })
    await record({ room: 'demand', kind: 'view', id, before: told(view), after: null, ...seen(view.account_id, view.sharing) })
    return ok({})
  })
}

/** What everybody may read of it in the history: of a private view, only that there is one. */
const told = ({ name, sharing }: Pick<ViewRecord, 'name' | 'sharing'>) => (sharing === 'shared' ? { name, sharing } : { sharing })

/** Whom a change of it concerns: of a view that is private and stays so, its owner alone. */
const seen = (owner: string, ...sharing: readonly (ViewRecord['sharing'] | undefined)[]) => (sharing.includes('shared') ? {} : { seenBy: [owner] })

const nameTaken = (name: string): Taken => ({ code: 'view_name_taken', values: { name } })

function tooLong(look: object | undefined): Refusal<'view_too_large'> | undefined {
  const length = look === undefined ? 0 : JSON.stringify(look).length
  return length > lookLimit ? { code: 'view_too_large', values: { found: length, expected: lookLimit } } : undefined
}

function notYours(view: ViewRecord, actor: Actor, hides: boolean): Refusal<'view_not_yours'> | undefined {
  if (view.account_id === actor.accountId || (may(actor, 'administer') && !hides)) return undefined
  const expected = hides ? 'Only they can make it private.' : 'Only they or an owner of the organisation can change it; save your own under another name.'
  return { code: 'view_not_yours', values: { name: view.name, owner: view.owner_name, expected } }
}

import { ok, refuse, type Result } from '@throughline/engine/kernel'
import type { CustomField, demandProblems, demandRoutes } from '@throughline/contract/demand'
import type { Refusal } from '@throughline/contract/wire'
import { withOrg, type Actor, type Db } from '../../database/index.ts'
import type { Handlers } from '../../http/index.ts'
import { changeField, createField, removeField } from './acts.ts'
import { readFields } from './store.ts'

type Served = Pick<typeof demandRoutes, 'listFields' | 'createField' | 'changeField' | 'removeField'>

async function readField(db: Db, actor: Actor, id: string): Promise<Result<CustomField, Refusal<'not_found'>>> {
  const field = (await withOrg(db, actor, readFields)).find((one) => one.id === id)
  return field ? ok(field) : refuse({ code: 'not_found', values: { what: 'field', id } })
}

/** The fields of the organisation. Whoever may change an initiative may add a field to all. */
export const fieldHandlers: Handlers<Served, keyof typeof demandProblems> = {
  listFields: async ({ actor, context: { db } }) => ok([...(await withOrg(db, actor, readFields))]),
  createField: async ({ actor, body, context: { db } }) => {
    const added = await createField(db, actor, body)
    return added.ok ? readField(db, actor, added.value) : added
  },
  changeField: async ({ actor, params, body, context: { db } }) => {
    const changed = await changeField(db, actor, params.id, body)
    return changed.ok ? readField(db, actor, changed.value) : changed
  },
  removeField: ({ actor, params, context: { db, now } }) => removeField(db, actor, params.id, now),
}

import { ok, refuse, type Result } from '@throughline/engine/kernel'
import type { CustomFieldChange, NewCustomField } from '@throughline/contract/demand'
import type { Refusal } from '@throughline/contract/wire'
import type { Static } from 'typebox'
import { expectVersion, newId, writeAs, type Actor, type Db, type Tx } from '../../database/index.ts'
import { lockOrganisation } from '../../people/index.ts'
import { countValues, fieldNamed, insertField, lockField, updateField, type FieldRecord } from './store.ts'

type Wrong = Refusal<'field_name_taken' | 'field_form_wrong'>
type Edited = Wrong | Refusal<'not_found' | 'version_moved' | 'choice_in_use'>
type Form = Pick<FieldRecord, 'kind' | 'unit' | 'choices'>

/** Adds a field to all initiatives; none has a value yet. */
export function createField(db: Db, actor: Actor, given: Static<typeof NewCustomField>): Promise<Result<string, Wrong>> {
  return writeAs<Result<string, Wrong>>(db, actor, 'demand.create-field', async (tx, record) => {
    // One at a time, so that two cannot take one name together.
    await lockOrganisation(tx)
    const field = { name: given.name.trim(), kind: given.kind, unit: given.unit?.trim() ?? null, choices: (given.choices ?? []).map((choice) => choice.trim()), note: given.note ?? '' }
    const wrong = wrongForm(field) ?? (await wrongName(tx, field.name))
    if (wrong) return refuse(wrong)
    const id = newId()
    await insertField(tx, { ...field, org_id: actor.orgId, id })
    await record({ room: 'demand', kind: 'custom_field', id, before: null, after: field })
    return ok(id)
  })
}

/** Renames a field or changes its unit, choices or note. Its kind stays, for values stand in its form. */
export function changeField(db: Db, actor: Actor, id: string, { version, ...given }: Static<typeof CustomFieldChange>): Promise<Result<string, Edited>> {
  return writeAs<Result<string, Edited>>(db, actor, 'demand.change-field', async (tx, record) => {
    await lockOrganisation(tx)
    const current = await expectVersion(tx, await lockField(tx, id), { room: 'demand', kind: 'custom_field', id, version })
    if (!current.ok) return current
    const before = pick(current.value)
    const after = {
      ...before,
      ...(given.name === undefined ? {} : { name: given.name.trim() }),
      ...(given.unit === undefined ? {} : { unit: given.unit?.trim() ?? null }),
      ...(given.choices === undefined ? {} : { choices: given.choices.map((choice) => choice.trim()) }),
      ...(given.note === undefined ? {} : { note: given.note }),
    }
    const wrong = wrongForm({ ...after, kind: current.value.kind }) ?? (await wrongName(tx, after.name, id)) ?? (await choiceInUse(tx, current.value, after.choices))
    if (wrong) return refuse(wrong)
    await updateField(tx, id, after)
    await record({ room: 'demand', kind: 'custom_field', id, before, after })
    return ok(id)
  })
}

/** Removes a field from all initiatives. Its values stay where they are and show no more. */
export function removeField(db: Db, actor: Actor, id: string, now: Date): Promise<Result<object, Refusal<'not_found'>>> {
  return writeAs<Result<object, Refusal<'not_found'>>>(db, actor, 'demand.remove-field', async (tx, record) => {
    const field = await lockField(tx, id)
    if (!field) return refuse({ code: 'not_found', values: { what: 'field', id } })
    await updateField(tx, id, { removed_at: now.toISOString() })
    await record({ room: 'demand', kind: 'custom_field', id, before: { ...pick(field), kind: field.kind }, after: null })
    return ok({})
  })
}

const pick = ({ name, unit, choices, note }: FieldRecord) => ({ name, unit, choices, note })

/** Only a choice has choices, and it has some; only a number has a unit of its own. */
function wrongForm({ kind, unit, choices }: Form): Wrong | undefined {
  const wrong = (found: string, expected: string): Wrong => ({ code: 'field_form_wrong', values: { found, expected } })
  if (kind === 'choice' && choices.length === 0) return wrong('no choices', 'at least one choice')
  if (kind !== 'choice' && choices.length > 0) return wrong(`choices for a field of the kind ${kind}`, 'none')
  if (kind !== 'number' && unit !== null) return wrong(`the unit ${unit} for a field of the kind ${kind}`, 'none: only numbers have a unit of their own')
  const twice = choices.find((choice, index) => choices.findIndex((other) => other.toLowerCase() === choice.toLowerCase()) < index)
  return twice === undefined ? undefined : wrong(`the choice ${twice} twice`, 'each choice once, whatever its case')
}

async function wrongName(tx: Tx, name: string, own?: string): Promise<Wrong | undefined> {
  const other = await fieldNamed(tx, name)
  return other && other.id !== own ? { code: 'field_name_taken', values: { name: other.name } } : undefined
}

async function choiceInUse(tx: Tx, { id, name, choices }: FieldRecord, kept: readonly string[]): Promise<Refusal<'choice_in_use'> | undefined> {
  const gone = choices.filter((choice) => !kept.includes(choice))
  if (gone.length === 0) return undefined
  const counts = await countValues(tx, id)
  const used = gone.find((choice) => counts.has(choice))
  return used === undefined ? undefined : { code: 'choice_in_use', values: { choice: used, name, count: counts.get(used) } }
}

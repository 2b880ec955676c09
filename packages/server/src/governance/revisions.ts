import type { Revision } from '@throughline/contract/demand'
import type { RevisionRow } from './store.ts'

/** A revision as a list of fields that changed, before and after. */
export function presentRevision({ id, at, actor_name, act, kind, entity_id, before, after, why }: RevisionRow): Revision {
  return { id, at, by: actor_name, act, kind, entityId: entity_id, why, changes: changesBetween(fieldsOf(before), fieldsOf(after)) }
}

type Fields = Readonly<Record<string, unknown>>
const fieldsOf = (value: unknown): Fields => (typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {})

function changesBetween(before: Fields, after: Fields): Revision['changes'] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return names.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field])).map((field) => ({ field, before: before[field] ?? null, after: after[field] ?? null }))
}

import type { NewDefinition } from '@throughline/contract/strategy'
import type { Refusal } from '@throughline/contract/wire'
import { refuse, units } from '@throughline/engine/kernel'
import { definitionText } from '@throughline/engine/strategy'
import { isUnit, unitOf, type StoredStrategy } from '../store.ts'
import { hashOf } from './hash.ts'
import { placedObjectives, textOf, usedMeasures, usesInWords, usesOf } from './placed.ts'
import type { StoredDefinition } from './store.ts'

type Refused<Code extends string> = { readonly ok: false; readonly refusal: Refusal<Code> }
export type Undefinable = Refusal<'name_taken' | 'unit_unknown' | 'calculation_empty' | 'definition_exists'>

/** The text that a definition is known by; undefined where its calculation says nothing. */
export const textOfDefinition = ({ calculation, unit, direction, aggregation }: NewDefinition): string | undefined => definitionText({ calculation, unit: unitOf(unit), direction, aggregation })

/** Why a definition cannot stand in the library beside those that are there. */
export function undefinable(given: NewDefinition, definitions: readonly StoredDefinition[], stored: StoredStrategy, except?: string): Refused<Undefinable['code']> | undefined {
  if (!isUnit(given.unit)) return refuse({ code: 'unit_unknown', values: { found: given.unit, expected: Object.keys(units).join(', ') } } as const)
  const text = textOfDefinition(given)
  if (text === undefined) return refuse({ code: 'calculation_empty', values: { name: given.name, found: given.calculation } } as const)
  const others = definitions.filter(({ id, retired_at }) => id !== except && retired_at === null)
  const same = others.find(({ hash }) => hash === hashOf(text))
  if (same) return refuse({ code: 'definition_exists', values: { name: same.name, used: usesInWords(usesOf(usedMeasures(stored, placedObjectives(stored)).filter((one) => one.text === text))) } } as const)
  const called = others.find(({ name }) => name.toLowerCase() === given.name.trim().toLowerCase())
  return called && refuse({ code: 'name_taken', values: { what: 'definition', name: called.name } } as const)
}

/** Refused where a definition was retired. */
export const whyRetired = ({ name, retired_at, retired_by, retired_because }: StoredDefinition): Refused<'definition_retired'> | undefined =>
  retired_at === null ? undefined : refuse({ code: 'definition_retired', values: { name, by: retired_by, at: retired_at.slice(0, 10), reason: /[.!?…]$/.test(retired_because ?? '') ? retired_because : `${retired_because}.` } } as const)

/** Refused where a measure of the same strategy is defined alike: it is the same fact, and is linked instead. What another unit measures of itself is another fact. */
export function measuredAlready(stored: StoredStrategy, objectiveId: string, given: Parameters<typeof textOf>[0]): Refused<'measure_defined'> | undefined {
  const [placed, text] = [placedObjectives(stored), textOf(given)]
  const goal = placed.get(objectiveId)
  const same = text === undefined ? undefined : usedMeasures(stored, placed).find((one) => one.text === text && one.objectives.some(({ strategyId }) => strategyId === goal?.strategyId))
  return same && refuse({ code: 'measure_defined', values: { name: same.name, used: usesInWords(usesOf([same])) } } as const)
}

import type { PortfolioRefusal } from '@throughline/contract/portfolio'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { constraintKinds, type Constraint, type ConstraintKind } from '@throughline/engine/portfolio'

type Form = 'amount' | 'count' | 'year' | 'id' | 'ids' | 'text'
type FieldsOf<C> = { readonly [Field in Exclude<keyof C, 'kind'>]-?: Form }

/** The fields of each kind of constraint; the compiler asks for every one. Whether the amounts make sense is the engine's to say. */
const fields: { readonly [K in ConstraintKind]: FieldsOf<Extract<Constraint, { readonly kind: K }>> } = {
  totalBudget: { limit: 'amount' },
  yearlyBudget: { year: 'year', limit: 'amount' },
  departmentCap: { departmentId: 'id', limit: 'amount' },
  mustInclude: { candidateId: 'id', because: 'text' },
  mustExclude: { candidateId: 'id', because: 'text' },
  dependency: { candidateId: 'id', requires: 'ids' },
  dependencyAny: { candidateId: 'id', requiresAny: 'ids' },
  exclusion: { candidateIds: 'ids' },
  atMostK: { candidateIds: 'ids', most: 'count' },
  atLeastK: { candidateIds: 'ids', least: 'count' },
  objectiveFloor: { objectiveId: 'id', least: 'amount' },
  minimumShare: { departmentId: 'id', leastPercent: 'count' },
  maximumChange: { from: 'ids', most: 'count' },
}

/** Every constraint has the fields of its kind and no other; the first that has not is refused by its place in the list. */
export function soundConstraints(constraints: readonly unknown[]): Result<readonly Constraint[], PortfolioRefusal> {
  for (const [index, constraint] of constraints.entries()) {
    const wrong = wrongIn(constraint)
    if (wrong) return refuse({ code: 'selection_invalid', values: { reason: `Constraint ${index + 1} of ${constraints.length}: ${wrong}` } })
  }
  return ok(constraints as readonly Constraint[])
}

function wrongIn(constraint: unknown): string | undefined {
  const given = new Map(Object.entries(typeof constraint === 'object' && constraint !== null ? constraint : {}))
  const kind = constraintKinds.find((known) => known === given.get('kind'))
  if (!kind) return `found kind ${inShort(given.get('kind'))}; expected one of ${constraintKinds.join(', ')}.`
  const forms = new Map<string, Form>(Object.entries(fields[kind]))
  const strange = [...given.keys()].find((name) => name !== 'kind' && !forms.has(name))
  if (strange !== undefined) return `found field ${inShort(strange)} in ${kind}; expected ${[...forms.keys()].join(', ')}.`
  for (const [name, form] of forms) {
    const value = given.get(name)
    if (!(form === 'text' && value === undefined) && !isOf(form, value)) return `found ${kind}.${name} ${inShort(value)}; expected ${formWords[form]}.`
  }
  return undefined
}

function isOf(form: Form, value: unknown): boolean {
  switch (form) {
    case 'amount':
    case 'count':
      return typeof value === 'number'
    case 'year':
      return typeof value === 'number' && Number.isInteger(value) && value >= 1900 && value <= 2299
    case 'id':
      return typeof value === 'string' && value.length <= 100
    case 'ids':
      return Array.isArray(value) && value.length <= 5000 && value.every((id) => isOf('id', id))
    case 'text':
      return typeof value === 'string' && value.length <= 2000
  }
}

const formWords: Readonly<Record<Form, string>> = {
  amount: 'a whole number of minor units',
  count: 'a whole number',
  year: 'a year from 1900 to 2299, that in which the fiscal year begins',
  id: 'an id as text',
  ids: 'a list of at most 5000 ids',
  text: 'text of at most 2000 characters',
}

const inShort = (value: unknown): string => (value === undefined ? 'nothing' : (JSON.stringify(value) ?? String(value)).slice(0, 80))

import type { FieldSource, InitiativeFacts, InitiativeKind, InitiativeState, SourcedField } from '../../demand/index.ts'
import { known, missing, money, type Metric, type Money } from '../../kernel/index.ts'
import type { ObjectiveFacts } from '../../strategy/index.ts'
import { customFieldId, type FieldValue, type Plan } from './plan.ts'
import { yearOfField } from './years.ts'

/** The form of a field's content, as it is checked before it is kept. */
export type FieldForm = 'text' | 'textOrNone' | 'state' | 'kind' | 'unit' | 'yesNo' | 'date' | 'money' | 'share' | 'contribution' | 'ids' | 'longText' | 'custom'

type InitiativeField = { readonly form: FieldForm; readonly read: (facts: InitiativeFacts) => FieldValue; readonly write: (value: FieldValue, plan: Plan) => Partial<InitiativeFacts>; readonly source?: SourcedField }

const minorOf = (metric: Metric<Money>): string | null => (metric.status === 'ok' ? metric.value.minor.toString() : null)
const text = (value: FieldValue): string => (typeof value === 'string' ? value : '')
const textOrNone = (value: FieldValue): string | null => (typeof value === 'string' ? value : null)
const amount = (field: string, value: FieldValue, { currency }: Plan): Metric<Money> => (typeof value === 'string' ? known(money(BigInt(value), currency)) : missing(field))

/** Every field of an initiative that a scenario can change. Ratings are reported, never planned, so none is here. */
export const initiativeFields = {
  key: { form: 'text', read: ({ key }) => key, write: (value) => ({ key: text(value) }) },
  name: { form: 'text', read: ({ name }) => name, write: (value) => ({ name: text(value) }), source: 'name' },
  kind: { form: 'kind', read: ({ kind }) => kind, write: (value) => ({ kind: text(value) as InitiativeKind }) },
  state: { form: 'state', read: ({ state }) => state, write: (value) => ({ state: text(value) as InitiativeState }) },
  unitId: { form: 'unit', read: ({ unitId }) => unitId, write: (value, { unitNames }) => ({ unitId: textOrNone(value), unitName: unitNames.get(text(value)) ?? null }), source: 'unit' },
  category: { form: 'textOrNone', read: ({ category }) => category, write: (value) => ({ category: textOrNone(value) }), source: 'category' },
  sponsor: { form: 'textOrNone', read: ({ sponsor }) => sponsor, write: (value) => ({ sponsor: textOrNone(value) }), source: 'sponsor' },
  mandatory: { form: 'yesNo', read: ({ mandatory }) => mandatory, write: (value) => ({ mandatory: value === true }) },
  startOn: { form: 'date', read: ({ startOn }) => startOn, write: (value) => ({ startOn: textOrNone(value) }), source: 'startOn' },
  endOn: { form: 'date', read: ({ endOn }) => endOn, write: (value) => ({ endOn: textOrNone(value) }), source: 'endOn' },
  costMinor: { form: 'money', read: ({ cost }) => minorOf(cost), write: (value, plan) => ({ cost: amount('cost', value, plan) }), source: 'cost' },
  benefitsMinor: { form: 'money', read: ({ benefits }) => minorOf(benefits), write: (value, plan) => ({ benefits: amount('benefits', value, plan) }), source: 'benefits' },
} as const satisfies Readonly<Record<string, InitiativeField>>

const initiativeFieldMap: ReadonlyMap<string, InitiativeField> = new Map(Object.entries(initiativeFields))

type ObjectiveField = { readonly form: FieldForm; readonly read: (facts: ObjectiveFacts) => FieldValue; readonly write: (value: FieldValue) => Partial<ObjectiveFacts> }

/** Every field of an objective that a scenario can change. */
export const objectiveFields = {
  statement: { form: 'text', read: ({ statement }) => statement, write: (value) => ({ statement: text(value) }) },
  weight: { form: 'share', read: ({ weight }) => weight, write: (value) => ({ weight: Number(value) }) },
  deadline: { form: 'date', read: ({ deadline }) => deadline, write: (value) => ({ deadline: textOrNone(value) }) },
} as const satisfies Readonly<Record<string, ObjectiveField>>

const objectiveFieldMap: ReadonlyMap<string, ObjectiveField> = new Map(Object.entries(objectiveFields))

export const initiativeField = (field: string): InitiativeField | undefined => initiativeFieldMap.get(field)
export const objectiveField = (field: string): ObjectiveField | undefined => objectiveFieldMap.get(field)

/** The initiative with a field set; the field counts as entered in the scenario. */
export function writeInitiative(facts: InitiativeFacts, field: string, value: FieldValue, plan: Plan, source?: FieldSource): InitiativeFacts {
  const known = initiativeField(field)
  if (!known) return facts
  return { ...facts, ...known.write(value, plan), ...(known.source && source ? { sources: { ...facts.sources, [known.source]: source } } : {}) }
}

/** An initiative that a scenario adds, before its fields are set. */
export const blankInitiative = (id: string): InitiativeFacts => ({
  id, key: '', name: '', kind: 'project', state: 'idea', unitId: null, unitName: null, category: null, sponsor: null, mandatory: false, rating: null, ratingAsOf: null, startOn: null, endOn: null,
  cost: missing('cost'), benefits: missing('benefits'), inYearBaseline: missing('inYearBaseline'), inYearForecast: missing('inYearForecast'), sources: {}, flags: [], version: 0, current: true, reports: 0, lastReportedOn: null,
})

/** The forms of all fields by subject: what `changes` may name. */
export function formOf(kind: string, field: string): FieldForm | undefined {
  switch (kind) {
    case 'initiative':
      return field === 'exists' ? 'yesNo' : formOfInitiative(field)
    case 'objective':
      return objectiveField(field)?.form
    case 'contribution':
      return field === 'contribution' ? 'contribution' : undefined
    case 'dependency':
      return field === 'exists' ? 'yesNo' : undefined
    case 'exclusion':
      return exclusionForms.get(field)
    default:
      return undefined
  }
}
function formOfInitiative(field: string): FieldForm | undefined {
  if (customFieldId(field) !== undefined) return 'custom'
  if (yearOfField(field)) return 'money'
  return field === 'description' ? 'longText' : initiativeField(field)?.form
}

const exclusionForms: ReadonlyMap<string, FieldForm> = new Map([['exists', 'yesNo'], ['name', 'text'], ['initiativeIds', 'ids']])

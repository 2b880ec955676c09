import { Type, type Static } from 'typebox'
import { Id, IdParams, Instant, Nullable, OneOf, Seen, ShortText, LongText, Version, route } from '../wire/index.ts'

const Behaviours = Type.Array(ShortText(300), { maxItems: 20, description: 'What anybody could see where the value is lived' })

/** A value of the organisation, with who took it up and how often decisions named it. A retired one stays, for what it is named by. */
export const OrganisationValue = Type.Object({
  id: Id, name: Type.String(), meaning: Type.String(), behaviours: Type.Array(Type.String()), retired: Nullable(Type.Object({ by: Type.String(), at: Instant, reason: Type.String() })), version: Version,
  takenUpBy: Type.Array(Type.String()), served: Type.Integer(), against: Type.Integer(),
})
export type OrganisationValue = Static<typeof OrganisationValue>

/** What a unit says it stands for, and where somebody put it. `lapsed`: the value that it was mapped to was retired. */
export const UnitStatement = Type.Object({
  id: Id, words: Type.String(), saidBy: Type.String(), saidAt: Instant, version: Version, standing: OneOf(['mapped', 'own', 'unmapped', 'lapsed']), valueId: Nullable(Id), value: Nullable(Type.String()),
  reason: Type.String(), mapped: Nullable(Type.Object({ by: Type.String(), at: Instant })),
})
export type UnitStatement = Static<typeof UnitStatement>
export const UnitValues = Type.Object({ id: Id, name: Type.String(), statements: Type.Array(UnitStatement), mapped: Type.Integer(), own: Type.Integer(), diverging: Type.Integer() })
export type UnitValues = Static<typeof UnitValues>

const ValueRef = Type.Object({ id: Id, name: Type.String() })
/** That a decision served a value and, with a reason, went against another: a declared conflict. */
export const DecisionTag = Type.Object({ id: Id, served: ValueRef, against: Nullable(Type.Object({ id: Id, name: Type.String(), reason: Type.String() })), by: Type.String(), at: Instant, version: Version })
export type DecisionTag = Static<typeof DecisionTag>
export const ValuedDecision = Type.Object({ id: Id, question: Type.String(), chosen: Type.String(), decider: Type.String(), decidedAt: Instant, tags: Type.Array(DecisionTag) })
export type ValuedDecision = Static<typeof ValuedDecision>

export const ValuesRegister = Type.Object({
  /** In force by name, then retired ones. */
  values: Type.Array(OrganisationValue),
  /** Units with a strategy in force. */
  units: Type.Array(UnitValues),
  /** Statements of units whose strategy is in force no longer; they are kept and counted nowhere else. */
  former: Type.Integer(),
  statements: Type.Integer(), diverging: Type.Integer(), conflicts: Type.Integer(),
  /** Values in force that no unit took up; null where no unit has said anything. */
  notTakenUp: Nullable(Type.Array(Id)),
  /** Newest first. */
  decisions: Type.Array(ValuedDecision),
})
export type ValuesRegister = Static<typeof ValuesRegister>

export const NewValue = Type.Object({ name: ShortText(120), meaning: LongText(2000), behaviours: Behaviours })
export type NewValue = Static<typeof NewValue>
export const ValueChange = Type.Object({ version: Version, name: Type.Optional(ShortText(120)), meaning: Type.Optional(LongText(2000)), behaviours: Type.Optional(Behaviours) })
export const ValueRetirement = Type.Object({ version: Version, reason: ShortText(2000) })
export const NewUnitStatement = Type.Object({ unitId: Id, words: ShortText(500) })
/** To a value of the organisation, to the unit’s own with a reason, or nowhere again. */
export const StatementMapping = Type.Union([Type.Object({ kind: Type.Literal('value'), valueId: Id }), Type.Object({ kind: Type.Literal('own'), reason: ShortText(2000) }), Type.Object({ kind: Type.Literal('none') })])
export type StatementMapping = Static<typeof StatementMapping>
export const StatementChange = Type.Object({ version: Version, mapping: StatementMapping })
export const NewDecisionTag = Type.Object({ decisionId: Id, servedId: Id, /** The value that it went against, and why it did all the same. */ against: Type.Optional(Nullable(Type.Object({ valueId: Id, reason: ShortText(2000) }))) })
export type NewDecisionTag = Static<typeof NewDecisionTag>

export const valuesRoutes = {
  readValues: route({ method: 'GET', path: '/api/strategy/values', summary: 'Values of the organisation, what units say they stand for, where they part, and the decisions that served a value or went against one', access: 'read', reply: ValuesRegister }),
  addValue: route({ method: 'POST', path: '/api/strategy/values', summary: 'Add a value of the organisation with the behaviours by which it is seen', access: 'edit_strategy', body: NewValue, reply: ValuesRegister, status: 201, refusals: ['name_taken'] }),
  changeValue: route({ method: 'PATCH', path: '/api/strategy/values/:id', summary: 'Change a value’s name, meaning or behaviours', access: 'edit_strategy', params: IdParams, body: ValueChange, reply: ValuesRegister, refusals: ['value_retired', 'name_taken'] }),
  retireValue: route({ method: 'POST', path: '/api/strategy/values/:id/retirement', summary: 'Retire a value, with the reason; what is mapped to it diverges again', access: 'edit_strategy', params: IdParams, body: ValueRetirement, reply: ValuesRegister, refusals: ['value_retired'] }),
  stateUnitValue: route({ method: 'POST', path: '/api/strategy/unit-values', summary: 'Say what a unit stands for; it diverges until somebody maps or justifies it', access: 'take_part', body: NewUnitStatement, reply: ValuesRegister, status: 201, refusals: ['name_taken'] }),
  mapUnitValue: route({ method: 'PATCH', path: '/api/strategy/unit-values/:id', summary: 'Map what a unit says to a value of the organisation, or justify it as the unit’s own', access: 'edit_strategy', params: IdParams, body: StatementChange, reply: ValuesRegister, refusals: ['value_retired'] }),
  removeUnitValue: route({ method: 'DELETE', path: '/api/strategy/unit-values/:id', summary: 'Take away what a unit said it stands for; it stays in the history', access: 'edit_strategy', params: IdParams, query: Seen, seen: 'unit_value', reply: ValuesRegister }),
  tagDecision: route({ method: 'POST', path: '/api/strategy/decision-values', summary: 'Say which value a decision served and, where there was one, which it went against and why', access: 'edit_strategy', body: NewDecisionTag, reply: ValuesRegister, status: 201, refusals: ['value_against_itself', 'value_retired', 'decision_tagged'] }),
  untagDecision: route({ method: 'DELETE', path: '/api/strategy/decision-values/:id', summary: 'Take away that a decision served a value; it stays in the history', access: 'edit_strategy', params: IdParams, query: Seen, seen: 'decision_value', reply: ValuesRegister }),
} as const

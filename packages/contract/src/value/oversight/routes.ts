import { Type } from 'typebox'
import { route } from '../../wire/index.ts'
import { Attention, Backlog, MeasureEvent, MeasureEventsAsked, NewCircumstances, ObjectiveValue, ObjectiveValueAsked } from './schemas.ts'

/** What of the ledger somebody has to look at. All of it is about amounts. */
export const oversightRoutes = {
  readBacklog: route({ method: 'GET', path: '/api/value/backlog', summary: 'Claims that wait for verification: how long, whose turn it is, and the amount at stake by unit of account', access: 'read', money: 'refused', reply: Backlog }),
  readAttention: route({ method: 'GET', path: '/api/value/attention', summary: 'Warnings on claims by rule, with their figures and what to do; and movement of measures that nobody has a claim on', access: 'read', money: 'refused', reply: Attention }),
  readMeasureEvents: route({ method: 'GET', path: '/api/value/measure-events', summary: 'What happened around a measure: restatements, deliveries, changes that were done, ends of initiatives, closes, and what was agreed anew', access: 'read', query: MeasureEventsAsked, reply: Type.Array(MeasureEvent) }),
  recordCircumstances: route({ method: 'POST', path: '/api/value/circumstances', summary: 'Say of a benefit how it is claimed: what it is, at which prices, whether as a run-rate', access: 'record_value', on: [{ kind: 'benefit', at: 'body.benefitId' }], body: NewCircumstances, reply: Type.Object({}), status: 201, refusals: ['benefit_unknown'] }),
  readObjectiveValue: route({ method: 'GET', path: '/api/value/by-objective', summary: 'What is promised, claimed, verified and banked under each objective, by unit of account', access: 'read', money: 'refused', query: ObjectiveValueAsked, reply: Type.Array(ObjectiveValue) }),
} as const

import { Empty, IdParams, route, Seen } from '../wire/index.ts'
import { ContributionChange, MeasureChange, NewActual, NewMeasure, NewObjective, NewPerspective, ObjectiveChange, PerspectiveChange, Strategy, StrategyChange, WeightsChange } from './schemas.ts'

/** Every change answers with the whole strategy as it stands, so that coverage and totals on the page are never stale. */
export const strategyRoutes = {
  readStrategy: route({ method: 'GET', path: '/api/strategy', summary: 'The strategy in force: perspectives, objectives, measures, contributions, and what is unserved', access: 'read', reply: Strategy }),
  changeStrategy: route({ method: 'PATCH', path: '/api/strategy', summary: 'Change name, mission or vision', access: 'edit_strategy', body: StrategyChange, reply: Strategy }),
  createPerspective: route({ method: 'POST', path: '/api/strategy/perspectives', summary: 'Add a perspective', access: 'edit_strategy', body: NewPerspective, reply: Strategy, status: 201, refusals: ['name_taken'] }),
  changePerspective: route({ method: 'PATCH', path: '/api/strategy/perspectives/:id', summary: 'Rename or reorder a perspective', access: 'edit_strategy', params: IdParams, body: PerspectiveChange, reply: Strategy, refusals: ['name_taken'] }),
  removePerspective: route({ method: 'DELETE', path: '/api/strategy/perspectives/:id', summary: 'Remove a perspective without objectives', access: 'edit_strategy', params: IdParams, query: Seen, seen: 'perspective', reply: Strategy, refusals: ['perspective_in_use'] }),
  createObjective: route({ method: 'POST', path: '/api/strategy/objectives', summary: 'Add an objective', access: 'edit_strategy', body: NewObjective, reply: Strategy, status: 201, refusals: ['name_taken'] }),
  changeObjective: route({ method: 'PATCH', path: '/api/strategy/objectives/:id', summary: 'Change an objective', access: 'edit_strategy', params: IdParams, body: ObjectiveChange, reply: Strategy, refusals: ['name_taken'] }),
  removeObjective: route({ method: 'DELETE', path: '/api/strategy/objectives/:id', summary: 'Remove an objective with its measures and links', access: 'edit_strategy', params: IdParams, query: Seen, seen: 'objective', reply: Strategy }),
  changeWeights: route({ method: 'PUT', path: '/api/strategy/weights', summary: 'Set the weights of the objectives; they sum to 1', access: 'edit_strategy', body: WeightsChange, reply: Strategy, refusals: ['weights_not_one'] }),
  createMeasure: route({ method: 'POST', path: '/api/strategy/measures', summary: 'Add a measure to an objective', access: 'edit_strategy', body: NewMeasure, reply: Strategy, status: 201, refusals: ['name_taken', 'unit_unknown', 'due_before_baseline'] }),
  changeMeasure: route({ method: 'PATCH', path: '/api/strategy/measures/:id', summary: 'Change a measure, its baseline or its target', access: 'edit_strategy', params: IdParams, body: MeasureChange, reply: Strategy, refusals: ['name_taken', 'unit_unknown', 'due_before_baseline'] }),
  removeMeasure: route({ method: 'DELETE', path: '/api/strategy/measures/:id', summary: 'Remove a measure', access: 'edit_strategy', params: IdParams, query: Seen, seen: 'measure', reply: Strategy }),
  recordActual: route({ method: 'POST', path: '/api/strategy/measures/:id/actuals', summary: 'Record what was measured; a second record of the same date restates the first, which is kept', access: 'record_actual', params: IdParams, body: NewActual, reply: Strategy, status: 201 }),
  removeActual: route({ method: 'DELETE', path: '/api/strategy/actuals/:id', summary: 'Withdraw a recorded actual', access: 'record_actual', params: IdParams, query: Seen, seen: 'measure_actual', reply: Empty, status: 204 }),
  changeContribution: route({ method: 'PUT', path: '/api/strategy/contributions', summary: 'Say how an initiative serves an objective', access: 'edit_strategy', body: ContributionChange, reply: Strategy }),
} as const

import { Type } from 'typebox'
import { Empty, IdParams, route } from '../wire/index.ts'
import { Cockpit, FrontierRequest, JobRef, NewScenario, Scenario, ScenarioChange, SelectionCase, SelectionRequest, ValueChoice } from './schemas.ts'

export const portfolioRoutes = {
  readCockpit: route({ method: 'GET', path: '/api/portfolio/cockpit', summary: 'What the portfolio costs and promises, its health, what moved, what needs a decision', access: 'viewer', reply: Cockpit }),
  readSelectionCase: route({ method: 'GET', path: '/api/portfolio/selection-case', summary: 'Candidates, years, departments and ties to select from', access: 'viewer', query: Type.Object({ value: Type.Optional(ValueChoice) }), reply: SelectionCase }),
  startSelection: route({ method: 'POST', path: '/api/portfolio/selections', summary: 'Select the best portfolio in a job; follow it at /api/governance/jobs/:id', access: 'viewer', body: SelectionRequest, reply: JobRef, status: 202, refusals: ['selection_invalid'] }),
  startFrontier: route({ method: 'POST', path: '/api/portfolio/frontiers', summary: 'Compute the efficient frontier in a job', access: 'viewer', body: FrontierRequest, reply: JobRef, status: 202, refusals: ['selection_invalid'] }),
  startPins: route({ method: 'POST', path: '/api/portfolio/pin-prices', summary: 'Compute what each pin costs, in a job', access: 'viewer', body: SelectionRequest, reply: JobRef, status: 202, refusals: ['selection_invalid'] }),
  listScenarios: route({ method: 'GET', path: '/api/portfolio/scenarios', summary: 'Saved scenarios, newest first', access: 'viewer', reply: Type.Array(Scenario) }),
  readScenario: route({ method: 'GET', path: '/api/portfolio/scenarios/:id', summary: 'One scenario', access: 'viewer', params: IdParams, reply: Scenario }),
  createScenario: route({ method: 'POST', path: '/api/portfolio/scenarios', summary: 'Save a selection as a scenario; the server checks it against the constraints and proves its bound again', access: 'editor', body: NewScenario, reply: Scenario, status: 201, refusals: ['selection_invalid', 'selection_breaks_constraint', 'scenario_name_taken'] }),
  changeScenario: route({ method: 'PATCH', path: '/api/portfolio/scenarios/:id', summary: 'Rename a scenario or change its note', access: 'editor', params: IdParams, body: ScenarioChange, reply: Scenario, refusals: ['scenario_name_taken'] }),
  removeScenario: route({ method: 'DELETE', path: '/api/portfolio/scenarios/:id', summary: 'Remove a scenario', access: 'editor', params: IdParams, reply: Empty, status: 204 }),
} as const

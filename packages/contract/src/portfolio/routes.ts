import { Type } from 'typebox'
import { DecisionPage, DecisionsAsk, MovementPage, MovementsAsk } from './paging.ts'
import { route } from '../wire/index.ts'
import { allocationRoutes } from './allocation.ts'
import { changeRoutes } from './changes.ts'
import { demandRoutes } from './demands.ts'
import { roadmapRoutes } from './roadmap.ts'
import { scenarioRoutes } from './scenarios.ts'
import { CandidatesAsk, Cockpit, FrontierRequest, JobRef, SelectionCase, SelectionRequest, ValueChoice } from './schemas.ts'

export const portfolioRoutes = {
  readCockpit: route({ method: 'GET', path: '/api/portfolio/cockpit', summary: 'What the portfolio costs and promises, its health, what moved, what needs a decision', access: 'read', reply: Cockpit }),
  listMovements: route({ method: 'GET', path: '/api/portfolio/movements', summary: 'What moved since the previous position, page by page', access: 'read', query: MovementsAsk, reply: MovementPage }),
  listDecisions: route({ method: 'GET', path: '/api/portfolio/decisions-needed', summary: 'What needs a decision, page by page', access: 'read', query: DecisionsAsk, reply: DecisionPage }),
  readSelectionCase: route({ method: 'GET', path: '/api/portfolio/selection-case', summary: 'Candidates, years, departments and ties to select from', access: 'read', money: 'refused', query: Type.Object({ value: Type.Optional(ValueChoice), ask: CandidatesAsk }), reply: SelectionCase, refusals: ['selection_invalid', 'selection_too_large'] }),
  startSelection: route({ method: 'POST', path: '/api/portfolio/selections', summary: 'Select the best portfolio in a job; follow it at /api/governance/jobs/:id', access: 'read', money: 'refused', body: SelectionRequest, reply: JobRef, status: 202, refusals: ['selection_invalid', 'selection_too_large'] }),
  startFrontier: route({ method: 'POST', path: '/api/portfolio/frontiers', summary: 'Compute the efficient frontier in a job', access: 'read', money: 'refused', body: FrontierRequest, reply: JobRef, status: 202, refusals: ['selection_invalid', 'selection_too_large'] }),
  startPins: route({ method: 'POST', path: '/api/portfolio/pin-prices', summary: 'Compute what each pin costs, in a job', access: 'read', money: 'refused', body: SelectionRequest, reply: JobRef, status: 202, refusals: ['selection_invalid', 'selection_too_large'] }),
  ...allocationRoutes,
  ...changeRoutes,
  ...demandRoutes,
  ...roadmapRoutes,
  ...scenarioRoutes,
} as const

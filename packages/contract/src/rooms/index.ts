import { capacityProblems, capacityRoutes } from '../capacity/index.ts'
import { deliveryProblems, deliveryRoutes } from '../delivery/index.ts'
import { demandProblems, demandRoutes } from '../demand/index.ts'
import { followEvents, governanceProblems, governanceRoutes } from '../governance/index.ts'
import { peopleProblems, peopleRoutes } from '../people/index.ts'
import { portfolioProblems, portfolioRoutes } from '../portfolio/index.ts'
import { strategyProblems, strategyRoutes } from '../strategy/index.ts'
import { valueProblems, valueRoutes } from '../value/index.ts'
import { wireProblems, type ProblemKind, type RoomRoutes } from '../wire/index.ts'

/** Every room of the wire in house order: the reference page, OpenAPI and the route walks in tests read this list. */
export const rooms = [
  { room: 'people', about: 'Accounts, access and the organisation tree', routes: peopleRoutes },
  { room: 'strategy', about: 'Perspectives, objectives, measures and contributions', routes: strategyRoutes },
  { room: 'demand', about: 'Initiatives, what was published of them, ties and imports', routes: demandRoutes },
  { room: 'capacity', about: 'Pools of people, budgets, and what initiatives need of them', routes: capacityRoutes },
  { room: 'delivery', about: 'The work of initiatives, and strategic milestones of objectives', routes: deliveryRoutes },
  { room: 'value', about: 'Promised, forecast and realised benefits', routes: valueRoutes },
  { room: 'portfolio', about: 'Cockpit, selection and scenarios', routes: portfolioRoutes },
  { room: 'governance', about: 'Revisions and jobs', routes: governanceRoutes, streams: { followEvents } },
] as const satisfies readonly RoomRoutes[]

/** Every problem of the wire by code. */
export const problems: Readonly<Record<string, ProblemKind>> = {
  ...wireProblems, ...peopleProblems, ...strategyProblems, ...demandProblems, ...capacityProblems, ...deliveryProblems, ...valueProblems, ...portfolioProblems, ...governanceProblems,
}

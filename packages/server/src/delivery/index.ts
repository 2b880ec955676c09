import { deliveryProblems, deliveryRoutes } from '@throughline/contract/delivery'
import { roomServer } from '../http/index.ts'
import type { EnabledSource } from './enabled-source.ts'
import { migrations } from './migrations.ts'
import { milestoneMigrations } from './milestones/index.ts'
import { deliveryHandlers } from './routes.ts'
import { anyAmounts, registerPlaces, riskMigrations } from './risks/index.ts'
import { placesOfTasks } from './subject-store.ts'
import './tables.ts'

export { keepTasks } from './acts/keep-list.ts'
export type { EnabledSource } from './enabled-source.ts'
export { deliverySight } from './sight-store.ts'
export { deliveryState } from './state-store.ts'
export { readRegisters } from './risks/index.ts'
export { deliverySubjects } from './subject-store.ts'

/** The delivery room: the work of initiatives, and the strategic milestones that depend on them. */
export const deliveryRoom = (readEnabled: EnabledSource) =>
  roomServer({ room: 'delivery', about: 'The work of initiatives, their risks and issues, and strategic milestones of objectives', routes: deliveryRoutes, problems: deliveryProblems, handlers: deliveryHandlers(readEnabled), migrations: [...migrations, ...milestoneMigrations, ...riskMigrations], places: { task: placesOfTasks, ...registerPlaces }, holds: { amounts: anyAmounts } })

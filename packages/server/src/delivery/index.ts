import { deliveryProblems, deliveryRoutes } from '@throughline/contract/delivery'
import { roomServer } from '../http/index.ts'
import type { EnabledSource } from './enabled-source.ts'
import { migrations } from './migrations.ts'
import { milestoneMigrations } from './milestones/index.ts'
import { reuseMigrations, type ReuseSources } from './reuse/index.ts'
import { deliveryHandlers } from './routes.ts'
import { anyAmounts, registerPlaces, riskMigrations } from './risks/index.ts'
import { placesOfTasks } from './subject-store.ts'
import './tables.ts'

export { keepTasks } from './acts/keep-list.ts'
export type { EnabledSource } from './enabled-source.ts'
export { deliveryCoherence } from './milestones/index.ts'
export { deliverySight } from './sight-store.ts'
export { deliveryState } from './state-store.ts'
export { readRegisters } from './risks/index.ts'
export { deliverySubjects } from './subject-store.ts'

/** The delivery room: the work of initiatives, the strategic milestones that depend on them, and what they make for each other. */
export const deliveryRoom = (readEnabled: EnabledSource, sources: ReuseSources) =>
  roomServer({ room: 'delivery', about: 'The work of initiatives, their risks and issues, strategic milestones of objectives, and reuse', routes: deliveryRoutes, problems: deliveryProblems, handlers: deliveryHandlers(readEnabled, sources), migrations: [...migrations, ...milestoneMigrations, ...riskMigrations, ...reuseMigrations], places: { task: placesOfTasks, ...registerPlaces }, holds: { amounts: anyAmounts } })

import type { governanceProblems, pmoObjectiveRoutes, PmoObjectives } from '@throughline/contract/governance'
import { ok } from '@throughline/engine/kernel'
import type { Handlers } from '../../http/index.ts'
import { readUnits } from '../../people/index.ts'
import { rolledUp } from '../../rollups/index.ts'
import type { ServiceSources } from '../services/index.ts'
import { readServices } from '../services/store.ts'
import { presentPmoObjectives } from './present.ts'

/** Objectives of PMOs, of the version in force. Every initiative is read for them, once after each act. */
export const pmoObjectiveHandlers = ({ readGoalsBelow }: Pick<ServiceSources, 'readGoalsBelow'>): Handlers<typeof pmoObjectiveRoutes, keyof typeof governanceProblems> => ({
  readPmoObjectives: ({ actor, context }) =>
    rolledUp<PmoObjectives, never>(context.db, actor, { kind: 'pmo-objectives', asked: null }, async ({ tx }) => ok(presentPmoObjectives({ goals: await readGoalsBelow(tx, { actor, now: context.now }), services: await readServices(tx), units: await readUnits(tx) }))),
})

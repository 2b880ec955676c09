import type { stakeRoutes, Stakes, strategyProblems } from '@throughline/contract/strategy'
import { ok } from '@throughline/engine/kernel'
import type { Handlers } from '../../http/index.ts'
import { readOrganisation, readUnits } from '../../people/index.ts'
import { rolledUp } from '../../rollups/index.ts'
import { firstStrategy } from '../first-strategy.ts'
import type { InitiativeSource } from '../initiative-source.ts'
import { readStored } from '../store.ts'
import { presentStakes } from './present.ts'

/** Stake and control of units, of the version in force. Every initiative is read for it, once after each act. */
export const stakeHandlers = (source: InitiativeSource): Handlers<typeof stakeRoutes, keyof typeof strategyProblems> => ({
  readStakes: ({ actor, context }) =>
    rolledUp<Stakes, never>(context.db, actor, { kind: 'stakes', asked: null }, async ({ tx }) => {
      const stored = (await readStored(tx)) ?? firstStrategy(actor.orgId)
      return ok(presentStakes({ stored, initiatives: await source.readInitiatives(tx), units: await readUnits(tx), currency: (await readOrganisation(tx)).currency }))
    }),
})

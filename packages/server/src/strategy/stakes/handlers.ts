import type { stakeRoutes, Stakes, strategyProblems } from '@throughline/contract/strategy'
import { ok } from '@throughline/engine/kernel'
import type { Tx } from '../../database/index.ts'
import type { Handlers } from '../../http/index.ts'
import { readOrganisation, readUnits } from '../../people/index.ts'
import { rolledUp } from '../../rollups/index.ts'
import { firstStrategy } from '../first-strategy.ts'
import type { InitiativeSource } from '../initiative-source.ts'
import { readStored } from '../store.ts'
import { presentStakes } from './present.ts'

/** Stake and control in one snapshot. */
export const readStakes = async (tx: Tx, orgId: string, { readInitiatives }: Pick<InitiativeSource, 'readInitiatives'>): Promise<Stakes> =>
  presentStakes({ stored: (await readStored(tx)) ?? firstStrategy(orgId), initiatives: await readInitiatives(tx), units: await readUnits(tx), currency: (await readOrganisation(tx)).currency })

/** Stake and control of units, of the version in force. Every initiative is read for it, once after each act. */
export const stakeHandlers = (source: InitiativeSource): Handlers<typeof stakeRoutes, keyof typeof strategyProblems> => ({
  readStakes: ({ actor, context }) => rolledUp<Stakes, never>(context.db, actor, { kind: 'stakes', asked: null }, async ({ tx }) => ok(await readStakes(tx, actor.orgId, source))),
})

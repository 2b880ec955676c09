import type { strategyProblems, treeRoutes } from '@throughline/contract/strategy'
import { ok } from '@throughline/engine/kernel'
import { withOrg } from '../../database/index.ts'
import type { Handlers } from '../../http/index.ts'
import { readUnits } from '../../people/index.ts'
import type { InitiativeSource } from '../initiative-source.ts'
import { firstStrategy } from '../first-strategy.ts'
import { readStored } from '../store.ts'
import { ofVersion } from '../versions/of-version.ts'
import { readNext, readObjectiveNames } from '../versions/store.ts'
import { contentOf } from '../versions/whole.ts'
import { measuredIn } from './measured.ts'
import { presentTree } from './present.ts'

/** Strategies of the organisation, its units and functions, of the version in force or of another. */
export const treeHandlers = (source: InitiativeSource): Handlers<typeof treeRoutes, keyof typeof strategyProblems> => ({
  readTree: ({ actor, query, context }) =>
    withOrg(context.db, actor, async (tx) => {
      const { inForce } = (await readStored(tx)) ?? firstStrategy(actor.orgId)
      return ofVersion(tx, actor, query.version ?? inForce.id, async (_, whole, stored) => {
        const content = contentOf(whole)
        const keys = new Set(content.objectives.map(({ key }) => key))
        return ok(presentTree({
          version: { id: whole.row.id, no: whole.row.no, status: whole.row.status }, draftId: (await readNext(tx))?.id ?? null, content, retired: (await readObjectiveNames(tx)).filter(({ key }) => !keys.has(key)),
          measured: measuredIn(stored), initiatives: await source.readInitiatives(tx), unitNames: new Map((await readUnits(tx)).map(({ id, name }) => [id, name])), today: context.now.toISOString().slice(0, 10),
        }))
      })
    }),
})

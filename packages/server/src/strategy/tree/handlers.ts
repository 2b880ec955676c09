import type { StrategyRefusal, StrategyTree, strategyProblems, treeRoutes } from '@throughline/contract/strategy'
import type { WireRefusal } from '@throughline/contract/wire'
import { ok, type Result } from '@throughline/engine/kernel'
import { withOrg, type Actor, type Tx } from '../../database/index.ts'
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

/** What a tree is read by: whose, of which version (that in force where none is named), and of which day. */
export type TreeQuestion = { readonly actor: Actor; readonly version?: string | undefined; readonly now: Date; readonly source: Pick<InitiativeSource, 'readInitiatives'> }

/** The tree of strategies of a version in one snapshot; refused where there is no such version. */
export async function readTree(tx: Tx, { actor, version, now, source }: TreeQuestion): Promise<Result<StrategyTree, StrategyRefusal | WireRefusal>> {
  const { inForce } = (await readStored(tx)) ?? firstStrategy(actor.orgId)
  return ofVersion(tx, actor, version ?? inForce.id, async (_, whole, stored) => {
    const content = contentOf(whole)
    const keys = new Set(content.objectives.map(({ key }) => key))
    return ok(presentTree({
      version: { id: whole.row.id, no: whole.row.no, status: whole.row.status }, draftId: (await readNext(tx))?.id ?? null, content, retired: (await readObjectiveNames(tx)).filter(({ key }) => !keys.has(key)),
      measured: measuredIn(stored), initiatives: await source.readInitiatives(tx), unitNames: new Map((await readUnits(tx)).map(({ id, name }) => [id, name])), today: now.toISOString().slice(0, 10),
    }))
  })
}

/** Strategies of the organisation, its units and functions, of the version in force or of another. */
export const treeHandlers = (source: InitiativeSource): Handlers<typeof treeRoutes, keyof typeof strategyProblems> => ({
  readTree: ({ actor, query, context }) => withOrg(context.db, actor, (tx) => readTree(tx, { actor, version: query.version, now: context.now, source })),
})

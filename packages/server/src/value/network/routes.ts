import { ok, refuse, type Result } from '@throughline/engine/kernel'
import type { NetworkEdge, NetworkNode, networkRoutes, valueProblems } from '@throughline/contract/value'
import type { Refusal } from '@throughline/contract/wire'
import { withOrg } from '../../database/index.ts'
import type { Actor, Handlers, RequestContext } from '../../http/index.ts'
import { addEdge, changeEdge, removeEdge } from './acts/edges.ts'
import { addList } from './acts/list.ts'
import { addNode, changeNode, removeNode } from './acts/nodes.ts'
import { counterfactualOf } from './counterfactual.ts'
import { presentNetwork } from './present.ts'
import { previewList } from './preview.ts'

type Serving = { readonly actor: Actor; readonly context: RequestContext }
type Gone = Refusal<'not_found'>

/** The part of the network that an act wrote, as it is now. */
async function written<T extends { readonly id: string }, R>({ actor, context }: Serving, done: Result<string, R>, what: string, pick: (network: { readonly nodes: readonly NetworkNode[]; readonly edges: readonly NetworkEdge[] }) => readonly T[]): Promise<Result<T, R | Gone>> {
  if (!done.ok) return done
  const network = await withOrg(context.db, actor, (tx) => presentNetwork(tx, undefined), {})
  const found = network.ok ? pick(network.value).find(({ id }) => id === done.value) : undefined
  return found ? ok(found) : refuse({ code: 'not_found', values: { what, id: done.value } })
}
const node = <R>(serving: Serving, done: Result<string, R>) => written(serving, done, 'network node', ({ nodes }) => nodes)
const edge = <R>(serving: Serving, done: Result<string, R>) => written(serving, done, 'network edge', ({ edges }) => edges)

export const networkHandlers: Handlers<typeof networkRoutes, keyof typeof valueProblems> = {
  readNetwork: ({ actor, context, query }) => withOrg(context.db, actor, (tx) => presentNetwork(tx, query.around)),
  addNetworkNode: async ({ actor, context, body }) => node({ actor, context }, await addNode(context.db, actor, body)),
  changeNetworkNode: async ({ actor, context, params, body }) => node({ actor, context }, await changeNode(context.db, actor, params.id, body)),
  removeNetworkNode: ({ actor, context, params }) => removeNode(context.db, actor, params.id, context.now),
  addNetworkEdge: async ({ actor, context, body }) => edge({ actor, context }, await addEdge(context.db, actor, body)),
  changeNetworkEdge: async ({ actor, context, params, body }) => edge({ actor, context }, await changeEdge(context.db, actor, params.id, body)),
  removeNetworkEdge: ({ actor, context, params }) => removeEdge(context.db, actor, params.id),
  previewNetworkList: async ({ actor, context, query, body }) => ok(await withOrg(context.db, actor, (tx) => previewList(tx, body, query.fileName ?? 'network'))),
  addNetworkList: ({ actor, context, body }) => addList(context.db, actor, body.rows),
  readCounterfactual: ({ actor, context, params }) => withOrg(context.db, actor, (tx) => counterfactualOf(tx, params.id)),
}

import type { NetworkEdge, NetworkNode, NetworkPreview, NetworkRow, valueRoutes } from '@throughline/contract/value'
import type { BodyOf, Problem } from '@throughline/contract/wire'
import type { Result } from '@throughline/engine/kernel'

export type NodeEntered = Omit<BodyOf<typeof valueRoutes.addNetworkNode>, 'kind'>
export type EdgeEntered = Pick<BodyOf<typeof valueRoutes.addNetworkEdge>, 'share' | 'lagMonths' | 'evidence'>
type Done = Promise<Result<unknown, Problem>>

/** What the page can do to the network. */
export type NetworkActs = {
  addNode(kind: BodyOf<typeof valueRoutes.addNetworkNode>['kind'], entered: NodeEntered): Done
  changeNode(node: NetworkNode, entered: NodeEntered): Done
  removeNode(node: NetworkNode): Done
  link(from: string, to: string, entered: EdgeEntered): Done
  changeEdge(edge: NetworkEdge, entered: EdgeEntered): Done
  unlink(edge: NetworkEdge): Done
  preview(bytes: Uint8Array, fileName: string): Promise<Result<NetworkPreview, Problem>>
  addList(rows: readonly NetworkRow[]): Done
}

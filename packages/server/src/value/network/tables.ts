import type { Generated } from 'kysely'
import type { NodeKind } from '@throughline/engine/value'

/** A node that is kept in the network: a driver, a change or a deliverable. Objectives, benefits and initiatives stay where they are kept. */
export interface NetworkNodeTable {
  org_id: string
  id: string
  kind: Exclude<NodeKind, 'benefit' | 'objective'>
  name: string
  owner: string | null
  note: string
  initiative_id: string | null
  starts_on: string | null
  due_on: string | null
  state: 'planned' | 'under_way' | 'done' | 'retired'
  version: Generated<number>
  removed_at: Generated<string | null>
}

/** An edge between any two nodes of the network, wherever these are kept. */
export interface NetworkEdgeTable { org_id: string; id: string; from_id: string; to_id: string; share: number | null; lag_months: number | null; evidence: string; version: Generated<number> }

declare module '../../database/tables.ts' {
  interface Tables {
    network_node: NetworkNodeTable
    network_edge: NetworkEdgeTable
  }
}

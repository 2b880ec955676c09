import type { Generated } from 'kysely'

declare module '../../database/tables.ts' {
  interface Tables {
    coherence_ground: CoherenceGroundTable
  }
}

/** What the rules on policies, rewards and assets look at; `said` is a `NewGround` of the contract. */
export interface CoherenceGroundTable { org_id: string; id: string; version: Generated<number>; said: unknown }

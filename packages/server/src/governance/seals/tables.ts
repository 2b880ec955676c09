import type { SealedKind } from '@throughline/contract/governance'
import type { Generated } from 'kysely'

declare module '../../database/tables.ts' {
  interface Tables {
    seal: { org_id: string; id: string; kind: SealedKind; title: string; known_at: string; valid_on: string | null; product: string; sealed_by: string; sealed_at: Generated<string> }
    /** Which value period a pack is of. */
    seal_period: { org_id: string; seal_id: string; period: string }
    /** The latest counts: an erasure of a person is the one thing that makes another. */
    seal_digest: { org_id: string; seal_id: string; no: number; digest: string; bytes: number; at: Generated<string> }
    seal_alarm: { org_id: string; seal_id: string; found: string; at: Generated<string> }
  }
}

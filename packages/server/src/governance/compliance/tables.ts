import type { AttestationState } from '@throughline/engine/governance'
import type { Generated } from 'kysely'

declare module '../../database/tables.ts' {
  interface Tables {
    obligation: ObligationTable
    attestation: AttestationTable
    compliance_exception: ComplianceExceptionTable
  }
}

/** An obligation as it stands in writing, with who verifies it. */
export interface ObligationTable {
  org_id: string
  id: string
  version: Generated<number>
  /** `ObligationText` */
  said: unknown
  /** `{ id, name }[]` */
  verifiers: unknown
  retired_at: Generated<string | null>
  retired_by: Generated<string | null>
  retired_because: Generated<string | null>
}

/** That an initiative meets an obligation, as somebody says, and what another made of it. */
export interface AttestationTable {
  org_id: string
  id: string
  version: Generated<number>
  obligation_id: string
  initiative_id: string
  control: string
  evidence: string
  reference: string
  evidence_on: string
  expires_on: string | null
  attested_by_id: string
  attested_by: string
  attested_at: string
  state: Generated<AttestationState>
  /** `{ by, at, words }` */
  judgement: Generated<unknown>
  /** `{ name, way, at }[]`: who was refused as verifier, in the order in which it happened. */
  refused: Generated<unknown>
}

/** That an initiative need not meet an obligation until, not with, a day. */
export interface ComplianceExceptionTable {
  org_id: string
  id: string
  version: Generated<number>
  obligation_id: string
  initiative_id: string
  reason: string
  compensation: string
  from_on: string
  expires_on: string
  granted_by: string
  granted_at: string
  ended_at: Generated<string | null>
  ended_by: Generated<string | null>
  ended_because: Generated<string | null>
}

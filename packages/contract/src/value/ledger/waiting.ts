import { Type, type Static } from 'typebox'
import { Id, Instant, Nullable } from '../../wire/index.ts'
import { EvidenceRef } from '../evidence/schemas.ts'
import { Amount, PeriodCode, PeriodState, Seen, UnitOfAccount } from './register.ts'

/** What of a benefit in a period was claimed and nobody independent has looked at yet. */
export const WaitingClaim = Type.Object({
  benefitId: Id, benefit: Type.String(), initiative: Type.String(), measure: Nullable(Type.String()), period: PeriodCode, periodState: PeriodState, unit: UnitOfAccount, amount: Amount, version: Seen,
  claims: Type.Array(Type.Object({ entryId: Id, by: Type.String(), at: Instant, evidence: Nullable(Type.String()), files: Type.Array(EvidenceRef) }), { description: 'The claims of it that stand, the newest first' }),
  hindrance: Nullable(Type.String({ description: 'V-13: by which way the reader depends on it and cannot verify it; null where they are independent' })),
})
export type WaitingClaim = Static<typeof WaitingClaim>
/** Of what waits the first, in the order of periods and benefits. */
export const Waiting = Type.Object({ claims: Type.Array(WaitingClaim), more: Type.Boolean() })
export type Waiting = Static<typeof Waiting>
export const WaitingAsked = Type.Object({ period: Type.Optional(PeriodCode) }, { description: 'Of one period, also a closed one; else of all that are not closed' })

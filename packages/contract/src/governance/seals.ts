import { Type, type Static } from 'typebox'
import { PeriodCode } from '../value/index.ts'
import { CivilDate, Id, IdParams, Instant, Nullable, OneOf, route, ShortText } from '../wire/index.ts'

/** What can be sealed: the plan of record, a board pack (cockpit, strategy, value), or the list and cockpit of one position. */
export const sealKinds = ['plan', 'board_pack', 'publication'] as const
export type SealKind = (typeof sealKinds)[number]
/** With them what is sealed by its own act: the pack of a closed value period. */
export const sealedKinds = [...sealKinds, 'value_period'] as const
export type SealedKind = (typeof sealedKinds)[number]

/** What was known at an instant, sealed: its digest stands in the chain, and it is to read the same for ever. */
export const Seal = Type.Object({
  id: Id, kind: OneOf(sealedKinds), title: Type.String(), knownAt: Instant, position: Nullable(CivilDate), /** The value period of a pack. */ period: Nullable(PeriodCode),
  /** SHA-256 of the sealed document, and its length in bytes; `restatedAt` where a person was erased since. */
  digest: Type.String(), bytes: Type.Integer(), restatedAt: Nullable(Instant),
  sealedBy: Type.String(), sealedAt: Instant, /** The version of the product that sealed it. */ product: Type.String(),
  /** When it was first found not to read the same any more. */
  brokenAt: Nullable(Instant),
})
export type Seal = Static<typeof Seal>

export const NewSeal = Type.Object({ kind: OneOf(sealKinds), title: ShortText(), position: Type.Optional(CivilDate) })

export const NewPeriodSeal = Type.Object({ period: PeriodCode })

/** What a check of seals found: the result of its job. */
export const SealCheck = Type.Object({ holds: Type.Boolean(), seals: Type.Array(Type.Object({ id: Id, title: Type.String(), holds: Type.Boolean(), expected: Type.String(), found: Type.String() })) })
export type SealCheck = Static<typeof SealCheck>

export const sealRoutes = {
  listSeals: route({ method: 'GET', path: '/api/governance/seals', summary: 'What was sealed, newest first, and whether it was ever found broken', access: 'read', reply: Type.Array(Seal) }),
  addSeal: route({ method: 'POST', path: '/api/governance/seals', summary: 'Seal what is known now: the plan, a board pack, or a position', access: 'administer', body: NewSeal, reply: Seal, status: 201, refusals: ['position_needed'] }),
  sealPeriod: route({ method: 'POST', path: '/api/governance/period-seals', summary: 'Seal the pack of a closed value period: control totals, reconciliation, promise-keeping and every entry', access: 'verify_value', body: NewPeriodSeal, reply: Seal, status: 201, refusals: ['period_not_closed'] }),
  checkSeals: route({ method: 'POST', path: '/api/governance/seals-check', summary: 'Make every sealed document again, as a job; administrators are told of each that is not the same byte for byte', access: 'read', reply: Type.Object({ jobId: Id }), status: 202 }),
  readSealed: route({ method: 'GET', path: '/api/governance/seals/:id/document', summary: 'The sealed document as canonical JSON, made again from what is kept', access: 'read', money: 'refused', params: IdParams, reply: 'bytes' }),
} as const

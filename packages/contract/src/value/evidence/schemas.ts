import { Type, type Static } from 'typebox'
import { Id, Instant, Nullable, OneOf, ShortText } from '../../wire/index.ts'

/** The most bytes of one file of evidence. */
export const evidenceFileBytes = 10 * 1024 * 1024

/** What a file may be, by its bytes, with the endings that its name may have. */
export const evidenceKinds = {
  'application/pdf': ['.pdf'],
  'image/png': ['.png'],
  'image/jpeg': ['.jpg', '.jpeg'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['.xlsx'],
  'text/csv': ['.csv'],
  'text/plain': ['.txt'],
  'message/rfc822': ['.eml'],
} as const
export type EvidenceKind = keyof typeof evidenceKinds
/** Every ending that is taken, as of the accept attribute of a page. */
export const evidenceEndings: readonly string[] = Object.values(evidenceKinds).flat()

/** A file as an entry names it; without a name where it is not there any more. */
export const EvidenceRef = Type.Object({ id: Id, fileName: Type.String() })
export type EvidenceRef = Static<typeof EvidenceRef>

/** A file that is kept as evidence, of a benefit or of a measure. Its bytes never change; `sha256` tells them. */
export const EvidenceFile = Type.Object({
  ...EvidenceRef.properties, mediaType: OneOf(Object.keys(evidenceKinds) as EvidenceKind[]), bytes: Type.Integer(), sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }), benefitId: Nullable(Id), measureId: Nullable(Id),
  by: Type.String(), byId: Id, at: Instant, used: Type.Boolean({ description: 'Whether an entry of the ledger or an actual names it: then it stays' }),
  withdrawn: Nullable(Type.Object({ by: Type.String(), at: Instant, reason: Type.String() }, { description: 'Its bytes are gone' })),
})
export type EvidenceFile = Static<typeof EvidenceFile>

/** The newest first; `next` is given back to get the page after this one. */
export const EvidenceFiles = Type.Object({ files: Type.Array(EvidenceFile), next: Nullable(Id) })
export const EvidenceAsked = Type.Object({ benefitId: Type.Optional(Id), measureId: Type.Optional(Id), withdrawn: Type.Optional(Type.Boolean({ description: 'Also those that were withdrawn' })), cursor: Type.Optional(Id), limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })) })
export const EvidenceName = Type.Object({ fileName: ShortText(200) })
export const EvidenceWithdrawal = Type.Object({ reason: ShortText(2000) })

import { Type, type Static } from 'typebox'
import { Id, Instant, Nullable, OneOf, route } from '../wire/index.ts'

/** The head of an organisation's chain: kept elsewhere, it shows whether what came before was changed since. */
export const EvidenceHead = Type.Object({
  format: Type.Literal('throughline-evidence-head'), version: Type.Literal(1),
  organisation: Type.Object({ id: Id, name: Type.String() }),
  /** The number of the latest act, from 1, its instant and the hash of its link. */
  seq: Type.Integer({ minimum: 1 }), at: Instant, hash: Type.String({ pattern: '^[0-9a-f]{64}$' }),
})
export type EvidenceHead = Static<typeof EvidenceHead>

/**
 * What was done behind the server's back. Of a row: `changed`, `removed`, `inserted`. Of the chain: `link_changed`, `marks_changed`,
 * `link_missing` (before the act of this number), `tail_missing` (after the last act there is), `act_without_revision`, `unlinked`
 * (written outside of any act), `head_differs` (from the head that was given), `head_missing` (the chain does not reach it).
 */
export const evidenceFaults = ['changed', 'removed', 'inserted', 'link_changed', 'marks_changed', 'link_missing', 'tail_missing', 'act_without_revision', 'unlinked', 'head_differs', 'head_missing'] as const
export const EvidenceFault = Type.Object({
  fault: OneOf(evidenceFaults),
  /** Table and key of the row; of a change of the chain the number of the act, where it has one. */
  table: Nullable(Type.String()), key: Nullable(Type.String()), seq: Nullable(Type.Integer()),
  /** The act that said otherwise. */
  at: Nullable(Instant),
})
export type EvidenceFault = Static<typeof EvidenceFault>

/** What a check found: the result of its job. */
export const EvidenceReport = Type.Object({
  holds: Type.Boolean(), head: EvidenceHead, acts: Type.Integer(), tables: Type.Integer(), rows: Type.Integer(),
  faults: Type.Array(EvidenceFault), /** There are more faults than these. */ more: Type.Boolean(), checkedAt: Instant,
})
export type EvidenceReport = Static<typeof EvidenceReport>

export const evidenceRoutes = {
  readEvidenceHead: route({ method: 'GET', path: '/api/governance/evidence/head', summary: 'The head of the chain of all acts, to be kept elsewhere', access: 'read', reply: EvidenceHead }),
  verifyEvidence: route({ method: 'POST', path: '/api/governance/evidence/checks', summary: 'Check every row and every act against the chain, as a job whose result is the report; with a head, also that the chain leads there', access: 'read', body: Type.Object({ head: Type.Optional(EvidenceHead) }), reply: Type.Object({ jobId: Id }), status: 202 }),
} as const

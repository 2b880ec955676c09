import type { Generated } from 'kysely'
import type { EvidenceKind } from '@throughline/contract/value'

/** A file that was attached: to what, by whom, and the digest that tells its bytes. Append-only. */
export interface EvidenceFileTable { org_id: string; id: string; file_name: string; media_type: EvidenceKind; bytes: number; sha256: string; benefit_id: string | null; measure_id: string | null; by_id: string; by_name: string; recorded_at: Generated<string> }

/** The bytes of files in pieces, by the digest of the whole: those of a file that is attached twice are kept once. */
export interface EvidencePieceTable { org_id: string; sha256: string; number: number; bytes: Uint8Array }

/** Which entries of the ledger name a file. Append-only. */
export interface EvidenceUseTable { org_id: string; file_id: string; entry_id: string }

/** A file that nothing named and that was withdrawn: why, and by whom. Append-only. */
export interface EvidenceWithdrawalTable { org_id: string; file_id: string; reason: string; by_name: string; recorded_at: Generated<string> }

declare module '../../database/tables.ts' {
  interface Tables {
    evidence_file: EvidenceFileTable
    evidence_piece: EvidencePieceTable
    evidence_use: EvidenceUseTable
    evidence_withdrawal: EvidenceWithdrawalTable
  }
}

import { IdParams, route } from '../../wire/index.ts'
import { EvidenceAsked, EvidenceFile, evidenceFileBytes, EvidenceFiles, EvidenceName, EvidenceWithdrawal } from './schemas.ts'

const sent = { method: 'POST', params: IdParams, query: EvidenceName, body: 'bytes', streamedUpTo: evidenceFileBytes, reply: EvidenceFile, status: 201, refusals: ['evidence_file_too_large', 'evidence_file_empty', 'evidence_file_kind', 'evidence_quota_full'] } as const

/** Files as evidence: sent, then named in the text of a claim or an actual as `file:<id>`. Those of a benefit are for who may see amounts, as its entries are. */
export const evidenceRoutes = {
  attachToBenefit: route({ ...sent, path: '/api/value/benefits/:id/evidence', summary: 'Keep a file as evidence of a benefit: PDF, PNG, JPEG, XLSX, CSV, text or an email, at most 10 MB; name it as file:<id> in the evidence of an act', access: 'record_value', on: [{ kind: 'benefit', at: 'params.id' }] }),
  attachToMeasure: route({ ...sent, path: '/api/value/measures/:id/evidence', summary: 'Keep a file as evidence of what a measure showed; name it as file:<id> in the source or note of an actual', access: 'record_actual' }),
  listEvidence: route({ method: 'GET', path: '/api/value/evidence', summary: 'Files that are kept as evidence, the newest first; of a benefit or a measure', access: 'read', query: EvidenceAsked, reply: EvidenceFiles }),
  readEvidence: route({ method: 'GET', path: '/api/value/evidence/:id', summary: 'A file of evidence, byte for byte as it was sent, always as a download', access: 'read', params: IdParams, reply: 'bytes' }),
  withdrawEvidence: route({ method: 'POST', path: '/api/value/evidence/:id/withdrawal', summary: 'Withdraw a file that nothing names: its bytes go, that it was there and why it went stays', access: 'record_value', on: [{ kind: 'evidence_file', at: 'params.id' }], params: IdParams, body: EvidenceWithdrawal, reply: EvidenceFile, refusals: ['evidence_file_used'] }),
} as const

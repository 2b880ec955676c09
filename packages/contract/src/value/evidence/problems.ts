import type { ProblemKind, Refusal } from '../../wire/index.ts'

export type EvidenceRefusal = Refusal<'evidence_file_empty' | 'evidence_file_too_large' | 'evidence_file_kind' | 'evidence_file_used' | 'evidence_quota_full'>

/** Refusals of files that are kept as evidence. */
export const evidenceProblems = {
  evidence_file_empty: { status: 422, title: 'The file is empty', words: '{fileName} has no bytes: it shows nothing.', exit: 65 },
  evidence_file_too_large: { status: 413, title: 'The file is too large', words: '{fileName}: found {found} bytes; expected at most {limit}.', exit: 65 },
  evidence_file_kind: { status: 422, title: 'Not kept as evidence', words: '{fileName} is {found}; expected {expected}.', exit: 65 },
  evidence_quota_full: { status: 409, title: 'There is no room for more evidence', words: '{fileName} has {asked} bytes. The organisation keeps {held} of at most {limit}. Withdraw files that nothing names, or ask who runs the server for more.', exit: 73 },
  evidence_file_used: { status: 409, title: 'The file is evidence', words: '{fileName} is named by {where}: it stays as long as that does.', exit: 73 },
} as const satisfies Record<EvidenceRefusal['code'], ProblemKind>

import type { ProblemKind, Refusal } from '../wire/index.ts'
import { planProblems, type PlanRefusal } from './business-plan/problems.ts'
import { evidenceProblems, type EvidenceRefusal } from './evidence/problems.ts'
import { ledgerProblems, type LedgerRefusal } from './ledger/problems.ts'
import { networkProblems, type NetworkRefusal } from './network/problems.ts'
import { storyProblems, type StoryRefusal } from './stories/problems.ts'

export type ValueRefusal = Refusal<'initiative_unknown' | 'year_in_future' | 'entry_reversed' | 'split_not_whole'> | LedgerRefusal | NetworkRefusal | EvidenceRefusal | PlanRefusal | StoryRefusal

export const valueProblems = {
  initiative_unknown: { status: 422, title: 'No such initiative', words: 'There is no initiative with id {id}.', exit: 65 },
  year_in_future: { status: 422, title: 'The year has not begun', words: 'Found {found}; realised value can be recorded up to {expected}.', exit: 65 },
  entry_reversed: { status: 409, title: 'Already reversed', words: 'This entry was reversed on {at}. A reversal cannot be reversed: record a new entry.', exit: 73 },
  split_not_whole: { status: 422, title: 'The shares are not the whole', words: 'Found shares of {benefit} that sum to {found}; expected 100 %, or none at all to take back what was said.', exit: 65 },
  ...ledgerProblems,
  ...networkProblems,
  ...evidenceProblems,
  ...planProblems,
  ...storyProblems,
} as const satisfies Record<ValueRefusal['code'], ProblemKind>

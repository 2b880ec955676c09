import type { CreditedIdea } from '@throughline/engine/demand'
import type { StoredIdea } from './store.ts'

/** A stored idea as it is credited, with the name of who handed it in. */
export const asCredited = ({ id, submitter_id, submitter, handed_in_at, duplicate_of }: StoredIdea): CreditedIdea & { readonly submitter: string } => ({ id, submitterId: submitter_id, submitter, handedInAt: handed_in_at, duplicateOf: duplicate_of })

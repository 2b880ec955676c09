import type { Subject } from '@throughline/contract/governance'
import type { Tx } from '../../database/index.ts'
import type { SubjectFacts } from '../subjects/kinds.ts'
import type { Subjects } from '../subjects/registry.ts'

type Seen = { readonly seenBy?: readonly string[] }

/** What is said about a thing is seen by those who may see the thing. */
export const seenOnlyBy = ({ seenBy }: Pick<SubjectFacts, 'seenBy'>): Seen => (seenBy ? { seenBy } : {})

/** As `seenOnlyBy`, of a subject by its id; one that is not found any more is shown to nobody. */
export async function seenWith(tx: Tx, subjects: Subjects, subject: Subject): Promise<Seen> {
  const found = await subjects.find(tx, subject)
  return found.ok ? seenOnlyBy(found.value) : { seenBy: [] }
}

import { createHash } from 'node:crypto'
import type { AdoptionPreview, DraftProblem } from '@throughline/contract/strategy'
import { planProblems, type Plan } from '@throughline/engine/portfolio'
import { sameContent } from './merge.ts'
import type { RecordOfPlan } from './plan-source.ts'
import { initiativeChanges, movedInitiatives, planAfter, problemsOf, type WholeVersion } from './whole.ts'

/** What approving would do: the plan after it, and everything that keeps it from being done. */
export type Adoption<P extends Plan> = { readonly after: P; readonly changes: AdoptionPreview['changes']; readonly moved: readonly DraftProblem[]; readonly problems: readonly DraftProblem[]; readonly seen: string }

/** Everything that approving changes and everything that is wrong with it, at once. `moved` is what changed under the draft since it was made. */
export function adoptionOf<P extends Plan>(whole: WholeVersion, plan: P, record: Pick<RecordOfPlan, 'changeList'>): Adoption<P> {
  const { document, inForce, contributions } = whole
  const after = planAfter(plan, whole)
  const changes = record.changeList(plan, after)
  const moved = [
    ...(document.base && !sameContent(document.base, inForce) ? [{ code: 'strategy_moved', ids: [], words: 'The strategy in force was changed since the draft began.' }] : []),
    ...movedInitiatives(document, plan.initiatives).map(({ id, words }) => ({ code: 'initiative_moved', ids: [id], words })),
  ]
  const unsound = planProblems(after, initiativeChanges(document, plan.initiatives)).map(({ code, ids, found, expected }) => ({ code, ids: [...ids], words: `Found ${found}; expected ${expected}.` }))
  const problems = [...problemsOf(whole, plan.initiatives), ...unsound]
  return { after, changes, moved, problems, seen: seenOf([document.content, contributions, document.actions, changes.items, moved, problems]) }
}

/** Names what was shown, so that an act can say which preview it follows. */
export const seenOf = (shown: unknown): string => createHash('sha256').update(JSON.stringify(shown)).digest('hex')

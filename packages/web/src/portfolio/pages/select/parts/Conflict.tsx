import type { SelectionInput, SelectionRefusal } from '@throughline/engine/portfolio'
import { Button } from '../../../../ui/controls/Button.tsx'
import { RefusedState } from '../../../../ui/states/states.tsx'
import { refusalWords } from '../../../words.ts'
import { pinnedCost, without, type Levers } from '../levers.ts'
import type { CaseWords } from '../words.tsx'

export type ConflictProps = { readonly input: SelectionInput; readonly refusal: SelectionRefusal; readonly levers: Levers; readonly words: CaseWords; onLevers(levers: Levers): void }

/** Nothing fits: the demands that cannot be kept together, and a way out for each. */
export function Conflict({ input, refusal, levers, words, onLevers }: ConflictProps) {
  if (refusal.code !== 'constraints_conflict') return <RefusedState title="No portfolio could be computed" reason={refusalWords(refusal, words.nameOf)} />
  const { conflict } = refusal
  const needed = pinnedCost(input)
  return (
    <RefusedState
      title="No portfolio keeps all of this"
      reason={conflict.irreducible ? 'These demands cannot be kept together; without any one of them, the rest of the list can.' : 'These demands cannot be kept together. A shorter list may exist; the search for it ended early.'}
      actions={
        <ul className="grid w-full gap-2 text-left">
          {conflict.members.map(({ constraint, words: said, candidateId }, index) => (
            <li key={index} className="flex flex-wrap items-center justify-between gap-2 rounded-node border border-border px-3 py-2">
              <span className="min-w-0 grow basis-64">{said}</span>
              {candidateId !== null && <span className="quiet">Change it under Ties</span>}
              {candidateId === null && constraint.kind === 'totalBudget' && needed > constraint.limit && <Button onClick={() => onLevers({ ...levers, totalBudget: needed })}>Raise to {words.cost(needed)}</Button>}
              {candidateId === null && <Button onClick={() => onLevers(without(levers, constraint))}>{relaxWords(constraint.kind)}</Button>}
            </li>
          ))}
        </ul>
      }
    />
  )
}

const relaxWords = (kind: string): string => (kind === 'mustInclude' || kind === 'mustExclude' ? 'Unpin' : kind.endsWith('Budget') || kind === 'departmentCap' ? 'Lift' : 'Set aside')

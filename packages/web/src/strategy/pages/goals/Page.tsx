import type { GoalList } from '@throughline/contract/strategy'
import { PageFrame } from '../../../ui/display/PageFrame.tsx'
import { EmptyState } from '../../../ui/states/states.tsx'
import { Shown, type Reading } from '../../../wire/index.ts'
import { KeyResults } from './parts/KeyResults.tsx'
import { MovedTargets } from './parts/MovedTargets.tsx'
import { MixTable } from './parts/MixTable.tsx'
import { SmartTable } from './parts/SmartTable.tsx'
import { goalWords as words } from './words.ts'

/** Objectives as goals: what each says and lacks, how far its key results are, and which targets are not those first agreed. */
export function GoalsPage({ reading }: { readonly reading: Reading<GoalList> }) {
  return (
    <PageFrame title={words.title} note={words.note}>
      <Shown reading={reading} what="goals" lines={8}>
        {(list) => (list.goals.length === 0 ? <EmptyState title={words.emptyTitle} actions={<a href="/strategy">Open the strategy</a>}>{words.note}</EmptyState> : <><SmartTable list={list} /><MixTable mixes={list.mixes} /><KeyResults goals={list.goals} /><MovedTargets moved={list.moved} /></>)}
      </Shown>
    </PageFrame>
  )
}

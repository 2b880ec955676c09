import type { CitedObjective, CitingDecision, ObjectiveUse } from '@throughline/contract/strategy'
import type { Problem } from '@throughline/contract/wire'
import { useState } from 'react'
import { places } from '../../../format/index.ts'
import { PageFrame } from '../../../ui/display/PageFrame.tsx'
import { EmptyState } from '../../../ui/states/states.tsx'
import { ProblemNote, Shown, type Reading } from '../../../wire/index.ts'
import { Cite, Decisions, type CitingActs } from './parts/Decisions.tsx'
import { Objectives, Trend, Units } from './parts/Use.tsx'
import { inDecisionsWords as words } from './words.ts'

export type InDecisionsProps = { readonly reading: Reading<ObjectiveUse>; readonly canEdit: boolean; readonly acts: CitingActs }

/** How often objectives are a reason of decisions, and of which. */
export function InDecisionsPage({ reading, canEdit, acts }: InDecisionsProps) {
  const [citing, setCiting] = useState<CitingDecision>()
  const [problem, setProblem] = useState<Problem>()
  const withdraw = async (cited: CitedObjective) => {
    const done = await acts.withdraw(cited)
    setProblem(done.ok ? undefined : done.refusal)
  }
  return (
    <PageFrame title={words.title} note={words.note}>
      <ProblemNote problem={problem} />
      <Shown reading={reading} what="objectives in decisions" lines={8}>
        {(use) => use.decisions.length === 0 ? <EmptyState title={words.emptyTitle} actions={<a className="button" data-kind="secondary" href={places.scenarios}>Scenarios</a>}>{words.emptyWhy}</EmptyState> : (
          <>
            <Trend use={use} />
            <Units units={use.units} />
            <Objectives objectives={use.objectives} />
            <Decisions decisions={use.decisions} citable={use.citable} canEdit={canEdit} onCite={setCiting} onWithdraw={(cited) => void withdraw(cited)} />
            {citing && <Cite decision={citing} citable={use.citable} acts={acts} onClose={() => setCiting(undefined)} />}
          </>
        )}
      </Shown>
    </PageFrame>
  )
}

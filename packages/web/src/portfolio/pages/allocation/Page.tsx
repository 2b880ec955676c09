import type { Allocation } from '@throughline/contract/portfolio'
import { PageFrame } from '../../../ui/display/PageFrame.tsx'
import { EmptyState } from '../../../ui/states/states.tsx'
import { Shown, type Reading } from '../../../wire/index.ts'
import { Mismatches, ScarcePools, TopQuarter } from './parts/Tables.tsx'
import { allocationWords as words } from './words.ts'

/** Whether scarce skills go where they count most, what counts most and is short of them, and what there is to do. */
export function AllocationPage({ reading }: { readonly reading: Reading<Allocation> }) {
  return (
    <PageFrame title={words.title} note={words.note} actions={<a className="button" data-kind="secondary" href="/capacity">Capacity</a>}>
      <Shown reading={reading} what="where scarce skills go" lines={8}>
        {(allocation) => (allocation.pools.length + allocation.ample + allocation.unrecorded === 0 ? <EmptyState title={words.emptyTitle} actions={<a className="button" data-kind="secondary" href="/capacity">Add a pool</a>}>{words.emptyWhy}</EmptyState> : (
          <>
            <ScarcePools allocation={allocation} />
            <Mismatches mismatches={allocation.mismatches} omitted={allocation.omitted} />
            <TopQuarter top={allocation.top} />
          </>
        ))}
      </Shown>
    </PageFrame>
  )
}

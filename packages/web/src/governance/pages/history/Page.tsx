import type { Revision } from '@throughline/contract/demand'
import { places } from '../../../format/index.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { Card } from '../../../ui/display/Card.tsx'
import { PageFrame } from '../../../ui/display/PageFrame.tsx'
import { EmptyState } from '../../../ui/states/states.tsx'
import { Shown, type Reading } from '../../../wire/index.ts'
import { RevisionList } from '../../parts/RevisionList.tsx'

export type HistoryProps = {
  readonly revisions: Reading<readonly Revision[]>
  readonly currency: string
  /** Only the changes of one thing. */
  readonly ofOne: boolean
  /** Whether older revisions are left, and how to get them. */
  readonly more: { readonly left: boolean; readonly busy: boolean; onMore(): void }
  onAll(): void
}

/** Everything that was changed, by whom and why, newest first. Nothing here can be changed or removed. */
export function HistoryPage({ revisions, currency, ofOne, more, onAll }: HistoryProps) {
  return (
    <PageFrame
      title="History"
      note={ofOne ? 'Every change of one entry, newest first' : 'Every change in this organisation, newest first. Entries are kept for good.'}
      actions={ofOne && <Button onClick={onAll}>Show every change</Button>}
    >
      <Card title="Changes" flush={false}>
        <Shown reading={revisions} what="the history" lines={12}>
          {(list) =>
            list.length === 0 ? (
              <EmptyState title="Nothing has been changed yet">Every change is noted here with who made it, when, why, and what stood there before.</EmptyState>
            ) : (
              <>
                <RevisionList revisions={list} currency={currency} placeOf={placeOfRevision} />
                {more.left && <Button busy={more.busy} onClick={more.onMore}>Show older changes</Button>}
              </>
            )
          }
        </Shown>
      </Card>
    </PageFrame>
  )
}

/** The page of what was changed, where it has one. */
export function placeOfRevision({ kind, entityId }: Revision): string | undefined {
  if (kind === 'initiative') return places.initiative(entityId)
  if (kind === 'objective') return places.objective(entityId)
  if (kind === 'scenario') return `${places.scenarios}/${encodeURIComponent(entityId)}`
  if (kind === 'import') return `${places.import}/${encodeURIComponent(entityId)}`
  return undefined
}

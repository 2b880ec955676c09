import type { ActivityEntry, Thread } from '@throughline/contract/governance'
import { Bell, BellOff } from 'lucide-react'
import { Button } from '../../ui/controls/Button.tsx'
import { Tabs } from '../../ui/controls/Tabs.tsx'
import { EmptyState } from '../../ui/states/states.tsx'
import { Shown, type Reading } from '../../wire/index.ts'
import { discussionWords as say } from '../words.ts'
import { Happenings } from './Happenings.tsx'
import { Threads, type DiscussionActs } from './Threads.tsx'

type More = { readonly left: boolean; readonly busy: boolean; onMore(): void }
export type PanelProps = {
  readonly tab: 'comments' | 'activity'
  onTab(tab: 'comments' | 'activity'): void
  readonly threads: Reading<readonly Thread[]>
  readonly moreThreads: More
  readonly entries: Reading<readonly ActivityEntry[]>
  readonly moreEntries: More
  readonly following: boolean
  onFollow(following: boolean): void
  readonly acts: DiscussionActs
  readonly currency: string
  readonly about: string
}

/** What was said about one thing and what happened to it. */
export function DiscussionPanel({ tab, onTab, threads, moreThreads, entries, moreEntries, following, onFollow, acts, currency, about }: PanelProps) {
  return (
    <div className="grid gap-3">
      <div>
        <Button kind="quiet" aria-pressed={following} icon={following ? <BellOff aria-hidden="true" /> : <Bell aria-hidden="true" />} onClick={() => onFollow(!following)}>
          {following ? say.unfollow : say.follow}
        </Button>
      </div>
      <Tabs label={say.title} tabs={[{ key: 'comments', label: say.comments }, { key: 'activity', label: say.activity }]} selected={tab} onSelect={onTab}>
        {tab === 'comments' ? (
          <Shown reading={threads} what="what was said" lines={6}>{(found) => <Threads discussion={{ threads: [...found] }} acts={acts} more={moreThreads} />}</Shown>
        ) : (
          <Shown reading={entries} what="what happened" lines={8}>
            {(found) => (found.length === 0 ? <EmptyState title={say.nothingHappened}>{say.nothingHappenedWhy}</EmptyState> : <Happenings happened={found.map((entry) => ({ entry }))} currency={currency} about={about} more={moreEntries} />)}
          </Shown>
        )}
      </Tabs>
    </div>
  )
}

import type { ImportDraft } from '@throughline/contract/demand'
import { useState } from 'react'
import { Button } from '../../../../ui/controls/Button.tsx'
import { Tabs } from '../../../../ui/controls/Tabs.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import { ProgressBar } from '../../../../ui/display/Progress.tsx'
import { PartialState } from '../../../../ui/states/states.tsx'
import { ProblemNote, useSending } from '../../../../wire/index.ts'
import type { ImportActs, ImportLists, IssuesAsk, RowsAsk, Work } from '../acts.ts'
import { blockersOf, isAtWork, unreadCount } from '../draft.ts'
import { useCorrecting } from '../use-correcting.ts'
import { Columns } from './Columns.tsx'
import { Counts } from './Counts.tsx'
import { Effect } from './Effect.tsx'
import { Issues } from './Issues.tsx'
import { Outcome } from './Outcome.tsx'
import { Position } from './Position.tsx'
import { Rows } from './Rows.tsx'

export type PreviewProps = { readonly draft: ImportDraft; readonly work: Work | undefined; readonly lists: ImportLists; readonly canEdit: boolean; readonly acts: ImportActs; onUndo(): void }

/** What a file holds and what applying it would do. Open to correction until it is applied or discarded. */
export function Preview({ draft, work, lists, canEdit, acts, onUndo }: PreviewProps) {
  const correcting = useCorrecting(acts)
  const blockers = draft.state === 'preview' ? blockersOf(draft) : []
  const open = canEdit && draft.state === 'preview'
  if (isAtWork(draft)) return <AtWork {...{ draft, work, canEdit, acts }} />
  const known = draft.columns.length > 0
  return (
    <>
      <Outcome draft={draft} canUndo={canEdit} onUndo={onUndo} />
      {blockers.length > 0 && <PartialState message={`Not ready to be applied. ${blockers.join(' ')}`} />}
      {draft.stale && <PartialState message="The portfolio has changed since this was compared with it. Applying compares again." actions={open && <Button busy={correcting.busy} onClick={() => correcting.correct({})}>Compare again</Button>} />}
      {draft.state === 'preview' && <Counts draft={draft} />}
      {draft.state === 'preview' && <Effect {...{ draft, open, correcting }} />}
      {known && <Position {...{ draft, open, correcting }} />}
      <ProblemNote problem={correcting.problem} />
      {known && <Contents {...{ draft, lists, open, correcting, acts }} />}
    </>
  )
}

function AtWork({ draft, work, canEdit, acts }: Pick<PreviewProps, 'draft' | 'work' | 'canEdit' | 'acts'>) {
  const stopping = useSending(acts.cancel)
  return (
    <Card title={work?.words ?? 'At work'} note="You can leave this page; it goes on">
      <ProgressBar label={draft.fileName} done={work?.done ?? null} {...(canEdit ? { onCancel: () => void stopping.send() } : {})} />
      <ProblemNote problem={stopping.problem} />
    </Card>
  )
}

type ContentsProps = { readonly draft: ImportDraft; readonly lists: ImportLists; readonly open: boolean; readonly correcting: ReturnType<typeof useCorrecting>; readonly acts: ImportActs }

function Contents({ draft, lists, open, correcting, acts }: ContentsProps) {
  const [tab, setTab] = useState<'rows' | 'columns' | 'issues'>(() => (draft.columns.some(({ field }) => field === 'name') ? 'rows' : 'columns'))
  const notRead = unreadCount(draft.columns)
  const showRow = (ask: RowsAsk) => {
    lists.rows.onAsk({ from: 0, ...ask })
    setTab('rows')
  }
  const showIssues = (ask: IssuesAsk) => {
    lists.issues.onAsk({ from: 0, ...ask })
    setTab('issues')
  }
  return (
    <Card title="Contents" flush note={`${draft.columns.length - notRead} of ${draft.columns.length} ${draft.transposed ? 'rows of the sheet' : 'columns'} read`}>
      <div className="px-4 pb-4">
        <Tabs
          label="What the file holds"
          selected={tab}
          onSelect={setTab}
          tabs={[{ key: 'rows', label: 'Initiatives', count: draft.counts.rows }, { key: 'columns', label: draft.transposed ? 'Fields' : 'Columns', count: draft.columns.length }, { key: 'issues', label: 'Issues', count: draft.issuesInAll }]}
        >
          {tab === 'rows' && <Rows draft={draft} rows={lists.rows} onIssues={showIssues} />}
          {tab === 'columns' && <Columns {...{ draft, open, correcting }} />}
          {tab === 'issues' && <Issues draft={draft} issues={lists.issues} onRow={showRow} onSave={acts.saveIssues} />}
        </Tabs>
      </div>
    </Card>
  )
}

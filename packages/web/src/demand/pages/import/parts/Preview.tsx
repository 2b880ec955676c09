import type { ImportDraft } from '@throughline/contract/demand'
import { useState } from 'react'
import { Tabs } from '../../../../ui/controls/Tabs.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import { PartialState } from '../../../../ui/states/states.tsx'
import { ProblemNote } from '../../../../wire/index.ts'
import type { ImportActs, Publication } from '../acts.ts'
import { blockersOf, unreadCount } from '../draft.ts'
import { useCorrecting } from '../use-correcting.ts'
import { Columns } from './Columns.tsx'
import { Counts } from './Counts.tsx'
import { Issues } from './Issues.tsx'
import { Outcome } from './Outcome.tsx'
import { Position } from './Position.tsx'
import { Rows } from './Rows.tsx'

export type PreviewProps = { readonly draft: ImportDraft; readonly publications: readonly Publication[]; readonly canEdit: boolean; readonly acts: ImportActs }

/** What a file holds and what applying it would do. Open to correction until it is applied or discarded. */
export function Preview({ draft, publications, canEdit, acts }: PreviewProps) {
  const correcting = useCorrecting(acts)
  const blockers = draft.state === 'preview' ? blockersOf(draft) : []
  const open = canEdit && draft.state === 'preview'
  return (
    <>
      <Outcome draft={draft} />
      {blockers.length > 0 && <PartialState message={`Not ready to be applied. ${blockers.join(' ')}`} />}
      {draft.state !== 'applied' && <Counts draft={draft} />}
      <Position {...{ draft, publications, open, correcting }} />
      <ProblemNote problem={correcting.problem} />
      <Contents {...{ draft, open, correcting, acts }} />
    </>
  )
}

type ContentsProps = { readonly draft: ImportDraft; readonly open: boolean; readonly correcting: ReturnType<typeof useCorrecting>; readonly acts: ImportActs }

function Contents({ draft, open, correcting, acts }: ContentsProps) {
  const [tab, setTab] = useState<'rows' | 'columns' | 'issues'>(() => (draft.columns.some(({ field }) => field === 'name') ? 'rows' : 'columns'))
  const notRead = unreadCount(draft.columns)
  return (
    <Card title="Contents" flush note={`${draft.columns.length - notRead} of ${draft.columns.length} ${draft.transposed ? 'rows of the sheet' : 'columns'} read`}>
      <div className="px-4 pb-4">
        <Tabs
          label="What the file holds"
          selected={tab}
          onSelect={setTab}
          tabs={[{ key: 'rows', label: 'Initiatives', count: draft.counts.rows }, { key: 'columns', label: draft.transposed ? 'Fields' : 'Columns', count: draft.columns.length }, { key: 'issues', label: 'Issues', count: draft.issuesInAll }]}
        >
          {tab === 'rows' && <Rows draft={draft} />}
          {tab === 'columns' && <Columns {...{ draft, open, correcting }} />}
          {tab === 'issues' && <Issues draft={draft} onSave={acts.saveIssues} />}
        </Tabs>
      </div>
    </Card>
  )
}

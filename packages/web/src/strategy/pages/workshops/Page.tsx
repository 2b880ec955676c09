import type { NewWorkshop, Perspective, WorkshopItem } from '@throughline/contract/strategy'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useFormat } from '../../../format/index.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { Card } from '../../../ui/display/Card.tsx'
import { PageFrame } from '../../../ui/display/PageFrame.tsx'
import { StatusMark } from '../../../ui/display/Status.tsx'
import { Table } from '../../../ui/display/Table.tsx'
import { EmptyState } from '../../../ui/states/states.tsx'
import { Shown, type Reading } from '../../../wire/index.ts'
import type { Outcome } from '../../acts.ts'
import { methodWords, stateLooks } from '../workshop/words.ts'
import { OpenWorkshop } from './OpenWorkshop.tsx'

export type WorkshopsProps = {
  readonly list: Reading<readonly WorkshopItem[]>
  readonly canOpen: boolean
  /** Read when somebody opens one. */
  readonly perspectives: readonly Perspective[]
  readonly people: readonly { readonly id: string; readonly name: string }[]
  onAsk(): void
  onOpen(given: NewWorkshop): Outcome
}

/** Workshops on weights, the newest first. */
export function WorkshopsPage({ list, canOpen, perspectives, people, onAsk, onOpen }: WorkshopsProps) {
  const [opening, setOpening] = useState(false)
  const format = useFormat()
  const begin = () => {
    onAsk()
    setOpening(true)
  }
  const button = canOpen && <Button kind="primary" icon={<Plus aria-hidden="true" />} onClick={begin}>Workshop</Button>
  return (
    <PageFrame title="Weights workshops" note="Several people judge what counts most, each by themselves. Where they disagree is what they talk about." actions={list.state === 'full' && list.value.length > 0 && button}>
      <Shown reading={list} what="workshops" lines={6}>
        {(all) => all.length === 0 ? (
          <EmptyState title="No workshop was held yet" actions={canOpen && <Button kind="primary" onClick={begin}>Open a workshop</Button>}>
            Invite those who know: each judges the objectives in their own browser, by points, swings, order or pairs. Results appear when all have judged.
          </EmptyState>
        ) : (
          <Card title="Workshops" note={format.number(all.length, 0)} flush>
            <Table
              caption="Workshops"
              rows={all}
              rowKey={({ id }) => id}
              columns={[
                { key: 'title', label: 'Workshop', cell: ({ id, title, round }) => <a href={`/strategy/workshops/${encodeURIComponent(id)}`}>{title}{round > 1 && `, round ${round}`}</a> },
                { key: 'state', label: 'State', cell: ({ state }) => <StatusMark quiet tone={stateLooks[state].tone} word={stateLooks[state].words} /> },
                { key: 'level', label: 'On', cell: ({ level }) => level.name },
                { key: 'method', label: 'By', cell: ({ method }) => methodWords[method].name },
                { key: 'judged', label: 'Judged', numeric: true, cell: ({ judges }) => `${judges.filter(({ handedInAt }) => handedInAt !== null).length} of ${judges.length}` },
                { key: 'mine', label: 'You', cell: (item) => (item.mine ? (item.state === 'open' ? 'Invited' : 'Took part') : '') },
                { key: 'opened', label: 'Opened', cell: ({ openedAt, openedBy }) => `${format.instant(openedAt)}, ${openedBy}` },
              ]}
            />
          </Card>
        )}
      </Shown>
      {opening && <OpenWorkshop {...{ perspectives, people, onOpen }} onClose={() => setOpening(false)} />}
    </PageFrame>
  )
}

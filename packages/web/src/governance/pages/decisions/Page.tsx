import type { DecisionItem } from '@throughline/contract/governance'
import { places, useFormat } from '../../../format/index.ts'
import { Card } from '../../../ui/display/Card.tsx'
import { PageFrame } from '../../../ui/display/PageFrame.tsx'
import { Table } from '../../../ui/display/Table.tsx'
import { EmptyState } from '../../../ui/states/states.tsx'
import { Shown, type Reading } from '../../../wire/index.ts'

/** What was decided about the plan, newest first. Nothing here can be changed. */
export function DecisionsPage({ decisions }: { readonly decisions: Reading<readonly DecisionItem[]> }) {
  const format = useFormat()
  return (
    <PageFrame title="Decisions" note="Each with what was known, what was chosen between, and why. Kept for good.">
      <Shown reading={decisions} what="decisions" lines={6}>
        {(list) =>
          list.length === 0 ? (
            <EmptyState title="Nothing has been decided yet" actions={<a className="button" data-kind="primary" href={places.scenarios}>Scenarios</a>}>A decision is written when an owner approves or rejects a proposed scenario.</EmptyState>
          ) : (
            <Card title="All decisions" note={format.count(list.length, 'decision', 'decisions')} flush>
              <Table
                caption="Decisions"
                rows={list}
                rowKey={({ id }) => id}
                columns={[
                  { key: 'question', label: 'Question', cell: ({ id, question }) => <a className="text-ink" href={places.decision(id)}>{question}</a> },
                  { key: 'chosen', label: 'Chosen', cell: ({ chosen, options }) => <>{chosen} <span className="quiet">of {format.count(options.length, 'option', 'options')}</span></> },
                  { key: 'why', label: 'Because', cell: ({ rationale }) => rationale },
                  { key: 'changes', label: 'Changes', numeric: true, cell: ({ changes }) => format.number(changes, 0) },
                  { key: 'by', label: 'Decided', cell: ({ decider, decidedAt }) => <span className="quiet">{decider.name}, {format.instant(decidedAt)}</span> },
                ]}
              />
            </Card>
          )
        }
      </Shown>
      <p><a href={places.objectiveUse}>Objectives that were a reason</a></p>
    </PageFrame>
  )
}

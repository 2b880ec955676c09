import type { AcceptanceCondition, DeliverableDetail, QualityDefect, QualityReview, Rework } from '@throughline/contract/governance'
import { useFormat } from '../../../../format/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import { StatusMark } from '../../../../ui/display/Status.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { defectLooks, methodWords, outcomeLooks, qualityWords as words, severityWords } from '../../../quality-words.ts'

type Of = { readonly deliverable: DeliverableDetail }

/** The criteria of each edition, the newest first. */
export function EditionCards({ deliverable: { editions } }: Of) {
  const format = useFormat()
  return editions.map(({ no, because, openedBy, openedAt, criteria, agreed, acceptedOn }) => (
    <Card key={no} title={editions.length === 1 ? 'Criteria' : `Criteria of edition ${no}`} note={[agreed ? `agreed by ${agreed.by} on ${format.date(agreed.on)}` : 'not agreed yet', acceptedOn ? `accepted on ${format.date(acceptedOn)}` : ''].filter(Boolean).join(', ')} flush>
      {because && <p className="p-4">Opened because: {because} <span className="quiet">{openedBy}, {format.instant(openedAt)}</span></p>}
      <Table
        caption={`Criteria of edition ${no}`} rows={criteria} rowKey={({ code }) => code} empty="None was given: there is nothing to agree."
        columns={[
          { key: 'code', label: 'Code', cell: ({ code }) => code }, { key: 'says', label: 'Criterion', cell: ({ says }) => <span className="block min-w-40">{says}</span> },
          { key: 'measured', label: 'Measured by', cell: ({ measuredBy }) => <span className="block min-w-40">{measuredBy}</span> }, { key: 'threshold', label: 'Met from', cell: ({ threshold }) => <span className="block min-w-32">{threshold}</span> },
        ]}
      />
    </Card>
  ))
}

/** What was found, before acceptance and after it. */
export function Defects({ deliverable: { defects, edition }, onDismiss }: Of & { onDismiss?(defect: QualityDefect): void }) {
  const format = useFormat()
  return (
    <Card title="Defects" note={words.escaped} flush>
      <Table<QualityDefect>
        caption="Defects" rows={defects} rowKey={({ id }) => id} maxHeight={560} empty="None was found."
        columns={[
          { key: 'no', label: 'No', cell: ({ no }) => format.number(no, 0) },
          { key: 'words', label: 'Defect', cell: (one) => <span className="block min-w-56">{one.words}<span className="quiet block">{one.criterion ? `against ${one.criterion}` : 'no criterion covers it'}{edition > 1 && `, edition ${one.edition}`}</span></span> },
          { key: 'severity', label: 'Severity', cell: ({ severity }) => severityWords[severity] },
          { key: 'found', label: 'Found', cell: ({ foundOn, by, escaped, reviewId }) => <span className="whitespace-nowrap">{format.date(foundOn)}<span className="quiet block">{reviewId ? 'in a review' : 'in use'}, {by}</span>{escaped && <StatusMark quiet tone="bad" word="Escaped" />}</span> },
          { key: 'state', label: 'State', cell: ({ state, dismissed }) => <span className="block min-w-40"><StatusMark quiet tone={defectLooks[state].tone} word={defectLooks[state].words} />{dismissed && <span className="quiet block">{dismissed.words} · {dismissed.by}</span>}</span> },
          { key: 'act', label: '', cell: (one) => one.mayDismiss && onDismiss && <Button kind="quiet" aria-label={`Dismiss defect ${one.no}`} onClick={() => onDismiss(one)}>Dismiss</Button> },
        ]}
      />
    </Card>
  )
}

/** Who looked, when, by which method, at which criteria. */
export function Reviews({ deliverable: { reviewed, edition } }: Of) {
  const format = useFormat()
  return (
    <Card title="Reviews" flush>
      <Table<QualityReview>
        caption="Reviews" rows={reviewed} rowKey={({ id }) => id} maxHeight={480} empty="Nobody has reviewed it."
        columns={[
          { key: 'on', label: 'On', cell: (one) => <span className="whitespace-nowrap">{format.date(one.on)}{edition > 1 && <span className="quiet block">edition {one.edition}</span>}</span> },
          { key: 'method', label: 'Method', cell: ({ method }) => <span className="whitespace-nowrap">{methodWords[method]}</span> }, { key: 'by', label: 'By', cell: ({ by }) => by },
          { key: 'words', label: 'What was found', cell: (one) => <span className="block min-w-56 whitespace-pre-line">{one.words}</span> }, { key: 'looked', label: 'Criteria', cell: ({ looked }) => looked.join(', ') }, { key: 'found', label: 'Defects', numeric: true, cell: ({ found }) => format.number(found, 0) },
        ]}
      />
    </Card>
  )
}

/** What was decided, the newest first; what was accepted before stands. */
export function Decisions({ deliverable: { decisions, edition }, onMeet }: Of & { onMeet?(condition: AcceptanceCondition): void }) {
  const format = useFormat()
  if (decisions.length === 0) return null
  return (
    <Card title="Acceptance">
      <ol className="grid gap-4">
        {decisions.map((one) => (
          <li key={one.id} className="grid gap-2">
            <div className="flex flex-wrap items-center gap-x-3"><StatusMark quiet tone={outcomeLooks[one.outcome].tone} word={outcomeLooks[one.outcome].words} /><span className="quiet">{format.date(one.on)}, {one.by}{edition > 1 && `, edition ${one.edition}`}</span></div>
            <p className="max-w-3xl whitespace-pre-line">{one.words}</p>
            {one.conditions.length > 0 && (
              <ul className="grid gap-2">
                {one.conditions.map((condition) => (
                  <li key={condition.id} className="flex flex-wrap items-center gap-x-3 border-t border-border pt-2">
                    <span>{condition.words}</span><span className="quiet">{condition.owner.name}, until {format.date(condition.dueOn)}{condition.covers.length > 0 && `; covers ${condition.covers.length === 1 ? 'defect' : 'defects'} ${condition.covers.join(', ')}`}</span>
                    {condition.met ? <><StatusMark quiet tone="done" word={condition.overdue ? 'Met late' : 'Met'} /><span className="quiet">{condition.met.words} · {condition.met.by}, {format.instant(condition.met.at)}</span></> : <StatusMark quiet tone={condition.overdue ? 'bad' : 'warn'} word={condition.overdue ? 'Overdue' : 'Not met'} />}
                    {condition.mayMeet && onMeet && <Button aria-label={`It is met: ${condition.words}`} onClick={() => onMeet(condition)}>It is met</Button>}
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
    </Card>
  )
}

/** Rounds of rework, the newest first. */
export function Reworked({ deliverable: { reworked, edition, figures } }: Of) {
  const format = useFormat()
  if (reworked.length === 0) return null
  return (
    <Card title="Rework" note={`${format.number(figures.reworkHours)} person hours in ${format.count(figures.rounds, 'round', 'rounds')}`} flush>
      <Table<Rework>
        caption="Rounds of rework" rows={reworked} rowKey={({ id }) => id} maxHeight={400}
        columns={[
          { key: 'on', label: 'On', cell: (one) => <span className="whitespace-nowrap">{format.date(one.on)}{edition > 1 && <span className="quiet block">edition {one.edition}</span>}</span> },
          { key: 'words', label: 'What was done', cell: (one) => <span className="block min-w-56">{one.words}<span className="quiet block">{one.by}</span></span> }, { key: 'corrected', label: 'Corrected defects', cell: ({ corrected }) => corrected.join(', ') || 'none' }, { key: 'hours', label: 'Hours', numeric: true, cell: ({ hours }) => format.number(hours) },
        ]}
      />
    </Card>
  )
}

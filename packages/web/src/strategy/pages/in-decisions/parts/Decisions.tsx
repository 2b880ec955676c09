import type { CitableObjective, CitedObjective, CitingDecision, NewCitation, ObjectiveUse } from '@throughline/contract/strategy'
import { useState } from 'react'
import { places, useFormat } from '../../../../format/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import { Select } from '../../../../ui/controls/Select.tsx'
import { TextArea } from '../../../../ui/controls/TextField.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { FormDialog } from '../../../../wire/index.ts'
import type { Outcome } from '../../../acts.ts'
import { inDecisionsWords as words } from '../words.ts'

export type CitingActs = { cite(citation: NewCitation): Outcome; withdraw(cited: CitedObjective): Outcome }

/** Decisions on record with the objectives that were a reason. */
export function Decisions({ decisions, citable, canEdit, onCite, onWithdraw }: Pick<ObjectiveUse, 'decisions' | 'citable'> & { readonly canEdit: boolean; onCite(decision: CitingDecision): void; onWithdraw(cited: CitedObjective): void }) {
  const format = useFormat()
  return (
    <Card flush title="Decisions" note={format.count(decisions.length, 'decision', 'decisions')}>
      <Table<CitingDecision>
        caption="Decisions with the objectives that were a reason" rows={decisions} rowKey={({ id }) => id} maxHeight={720}
        columns={[
          { key: 'decision', label: 'Decision', cell: ({ id, question, chosen, decider, decidedAt }) => <span className="block min-w-56"><a className="underline" href={places.decision(id)}>{question}</a><span className="quiet block">{chosen} · {decider}, {format.instant(decidedAt)}</span></span> },
          { key: 'because', label: 'Because', cell: ({ rationale }) => <span className="block min-w-40">{rationale}</span> },
          { key: 'units', label: 'Moved', cell: ({ units }) => (units.length === 0 ? <span className="quiet">{words.whole}</span> : units.join(', ')) },
          { key: 'cites', label: 'Objectives that were a reason', cell: ({ question, cites }) => (cites.length === 0 ? <span className="quiet">none is said</span> : (
            <ul className="min-w-56">{cites.map((one) => <li key={one.id}>{one.statement}{one.how !== '' && <span className="quiet block">{one.how}</span>}<span className="quiet block">{one.by}, {format.instant(one.at)}{canEdit && <Button kind="link" aria-label={`Take back ${one.statement}: ${question}`} onClick={() => onWithdraw(one)}>Take back</Button>}</span></li>)}</ul>
          )) },
          { key: 'act', label: '', cell: (decision) => canEdit && leftFor(decision, citable).length > 0 && <Button kind="quiet" aria-label={`Cite an objective: ${decision.question}`} onClick={() => onCite(decision)}>Cite</Button> },
        ]}
      />
    </Card>
  )
}

/** Objectives in force that a decision does not cite yet. It may cite some that are in force no longer. */
const leftFor = ({ cites }: CitingDecision, citable: readonly CitableObjective[]): readonly CitableObjective[] => citable.filter(({ key }) => !cites.some((one) => one.key === key))

/** Says which objective was a reason of a decision, and how. */
export function Cite({ decision, citable, acts, onClose }: { readonly decision: CitingDecision; readonly citable: readonly CitableObjective[]; readonly acts: CitingActs; onClose(): void }) {
  const left = leftFor(decision, citable)
  const [key, setKey] = useState(left[0]?.key ?? '')
  const [how, setHow] = useState('')
  return (
    <FormDialog title="Objective that was a reason" subtitle={decision.question} act="Cite it" onSubmit={() => acts.cite({ decisionId: decision.id, key, how: how.trim() })} onClose={onClose}>
      <Select label="Objective" value={key} options={left.map((one) => ({ value: one.key, label: one.unit === null ? one.statement : `${one.statement} (${one.unit})` }))} onChange={setKey} />
      <TextArea label="How it was a reason" rows={2} maxLength={2000} value={how} onChange={setHow} />
    </FormDialog>
  )
}

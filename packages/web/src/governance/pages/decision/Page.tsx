import type { CaseListRow } from '@throughline/contract/demand'
import type { Decision } from '@throughline/contract/governance'
import type { Comparison } from '@throughline/contract/portfolio'
import type { ReactNode } from 'react'
import { metricText, places, useFormat } from '../../../format/index.ts'
import { Differences } from '../../../portfolio/index.ts'
import { Breadcrumb } from '../../../ui/controls/Breadcrumb.tsx'
import { Card } from '../../../ui/display/Card.tsx'
import { PageFrame } from '../../../ui/display/PageFrame.tsx'
import { StatusMark } from '../../../ui/display/Status.tsx'
import { Table } from '../../../ui/display/Table.tsx'
import { Shown, type Reading } from '../../../wire/index.ts'
import { withheldChangesWords } from '../../words.ts'

export type DecisionProps = {
  readonly decision: Reading<Decision>
  /** The plan before and after, read again now. */
  readonly again: Reading<Comparison>
  /** The version of a business case that was decided on, where it was one. */
  readonly businessCase?: CaseListRow | undefined
  readonly unitName: (id: string) => string
  /** Opens the discussion of the decision. */
  readonly discuss?: ReactNode
}

/** One decision: the question, what was chosen between, why, by whom, and what it changed in the plan. */
export function DecisionPage({ decision, again, businessCase, unitName, discuss }: DecisionProps) {
  const found = decision.state === 'full' ? decision.value : undefined
  const format = useFormat()
  return (
    <PageFrame title={found?.question ?? 'Decision'} note={found && `Decided by ${found.decider.name}, ${format.instant(found.decidedAt)}${found.proposer ? `, proposed by ${found.proposer.name}` : ''}`} actions={found && discuss}>
      <Breadcrumb crumbs={[{ label: 'Decisions', link: <a href={places.decisions}>Decisions</a> }, { label: found?.chosen ?? 'Decision' }]} />
      <Shown reading={decision} what="the decision" lines={8}>{(value) => <Whole value={value} {...{ again, businessCase, unitName }} />}</Shown>
    </PageFrame>
  )
}

function Whole({ value, again, businessCase, unitName }: { readonly value: Decision; readonly again: Reading<Comparison>; readonly businessCase: CaseListRow | undefined; unitName(id: string): string }) {
  const format = useFormat()
  const rejected = value.options.some(({ id, chosen }) => chosen && id === 'plan')
  const currency = value.differences.items[0]?.cost?.currency ?? 'EUR'
  return (
    <>
      <Card title="Why">
        <p className="max-w-3xl whitespace-pre-wrap">{value.rationale}</p>
        {value.expected && <p className="max-w-3xl whitespace-pre-wrap"><strong className="font-semibold">Expected to follow: </strong>{value.expected}</p>}
      </Card>
      <Card title="What was chosen between" flush>
        <Table
          caption="Options"
          rows={value.options}
          rowKey={({ id }) => id}
          columns={[
            { key: 'name', label: 'Option', cell: ({ name, chosen }) => (chosen ? <strong className="font-semibold">{name}, chosen</strong> : name) },
            { key: 'funded', label: 'Funded', numeric: true, cell: ({ figures }) => format.number(figures.funded, 0) },
            { key: 'cost', label: 'Cost', numeric: true, cell: ({ figures }) => format.moneyCell(figures.cost) },
            { key: 'benefits', label: 'Benefits', numeric: true, cell: ({ figures }) => format.moneyCell(figures.benefits) },
            { key: 'served', label: 'Strategy served', numeric: true, cell: ({ figures }) => metricText(figures.served, (share) => format.percent(share)) },
          ]}
        />
      </Card>
      <Card title="What was known" note="The plan can be read as it was known before and after">
        <div className="flex flex-wrap items-center gap-3">
          <a href={`/?asOf=${encodeURIComponent(value.knownAt)}`}>The plan before the decision</a>
          <a href={`/?asOf=${encodeURIComponent(value.decidedAt)}`}>The plan after it</a>
          <a href={places.compare(`plan@${value.knownAt}`, `plan@${value.decidedAt}`)}>Both side by side</a>
          {value.scenario && <a href={places.scenario(value.scenario.id)}>The scenario</a>}
          {businessCase && <a href={places.businessCase(businessCase.initiative.id, businessCase.no)}>The business case, version {businessCase.no}</a>}
          <Reproduced value={value} again={again} />
        </div>
      </Card>
      <Card title={rejected ? 'What it would have changed in the plan' : 'What it changed in the plan'} note={`${format.count(value.changes, 'thing', 'things')}${rejected ? '; the plan stays as it is' : ''}`} flush>{value.changes > 0 && value.differences.items.length === 0 ? <p className="quiet p-4">{withheldChangesWords}</p> : <Differences list={value.differences} currency={currency} unitName={unitName} caption={rejected ? 'What the decision did not change' : 'What the decision changed'} />}</Card>
    </>
  )
}

/** Whether the plan as it was known, read again now, still comes to what was decided on. */
function Reproduced({ value, again }: { readonly value: Decision; readonly again: Reading<Comparison> }) {
  if (again.state !== 'full' || value.hashBefore === null) return null
  const [before, after] = again.value.plans
  const same = before?.figuresHash === value.hashBefore && after?.figuresHash === value.hashAfter
  return <StatusMark tone={same ? 'good' : 'bad'} word={same ? 'Read again: the same figures' : 'Read again: other figures'} />
}

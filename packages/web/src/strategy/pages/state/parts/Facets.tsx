import type { AlignmentState, FacetState, StateCheck } from '@throughline/contract/strategy'
import { useFormat, type Format } from '../../../../format/index.ts'
import { Card } from '../../../../ui/display/Card.tsx'
import { StatusMark } from '../../../../ui/display/Status.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { facetWords, sentence, stateWords as words, statusLooks } from '../words.ts'
import { Findings, Finding, Things } from './Evidence.tsx'

/** All facets with how each stands and why; a facet leads to its checks. */
export function Overview({ facets, asOf }: Pick<AlignmentState, 'facets' | 'asOf'>) {
  const format = useFormat()
  const count = (status: FacetState['status']): number => facets.filter((one) => one.status === status).length
  return (
    <Card flush title="Nine facets" note={`${format.date(asOf)}: ${format.number(count('fails'), 0)} fail, ${format.number(count('holds'), 0)} hold, ${format.number(count('not_checked'), 0)} not checked`}>
      <Table<FacetState>
        caption="Facets with how each stands" rows={facets} rowKey={({ facet }) => facet}
        columns={[
          { key: 'facet', label: 'Facet', cell: ({ facet }) => <span className="block min-w-40"><a className="underline" href={`#${facet}`}>{facetWords[facet].name}</a><span className="quiet block">{facetWords[facet].about}</span></span> },
          { key: 'status', label: 'Status', cell: ({ status }) => <StatusMark quiet {...statusLooks[status]} /> },
          { key: 'checks', label: 'Checks made', numeric: true, cell: ({ checks }) => `${format.number(checks.filter(({ status }) => status !== 'not_checked').length, 0)} of ${format.number(checks.length, 0)}` },
          { key: 'why', label: 'Why', cell: (one) => <span className="block min-w-60">{whyOf(one, format)}</span> },
        ]}
      />
    </Card>
  )
}

function whyOf({ status, because, checks }: FacetState, format: Format): string {
  if (because !== null) return sentence(because)
  if (status === 'holds') return `Nothing was found among ${format.count(checks.reduce((sum, { looked }) => sum + looked.count, 0), 'thing', 'things')} looked at.`
  const [first, count] = [checks.flatMap(({ findings }) => findings.first)[0], checks.reduce((sum, { findings }) => sum + findings.count, 0)]
  return `${sentence(first?.words ?? '')}${count > 1 ? ` And ${format.number(count - 1, 0)} more.` : ''}`
}

/** Where what is stated and what is done part, whatever the facet. */
export function Anomalies({ facets, anomalies: { count, first } }: Pick<AlignmentState, 'facets' | 'anomalies'>) {
  const format = useFormat()
  const compared = facets.some(({ checks }) => checks.some(({ id, status }) => comparing.has(id) && status !== 'not_checked'))
  return (
    <Card title={words.anomalies} note={count === 0 ? undefined : words.anomaliesNote}>
      {count === 0 ? <p>{compared ? words.noAnomaly : words.nothingChecked}</p> : <ul className="divide-y divide-border">{first.map(({ finding }, at) => <Finding key={at} finding={finding} />)}</ul>}
      {count > first.length && <p className="quiet">{format.number(count - first.length, 0)} more are not listed.</p>}
    </Card>
  )
}
/** Checks that hold what is done against what is stated. */
const comparing: ReadonlySet<string> = new Set(['values-lived', 'objectives-decide', 'signals-answered', 'money-follows', 'skills-follow'])

/** One facet with each of its checks: what was looked at and found, or what would have to be recorded. */
export const Facet = ({ state: { facet, status, because, checks } }: { readonly state: FacetState }) => (
  <div id={facet} className="scroll-mt-16">
    <Card title={facetWords[facet].name} note={because === null ? facetWords[facet].about : sentence(because)} actions={<StatusMark {...statusLooks[status]} />}>
      <ul className="divide-y divide-border">{checks.map((check) => <Check key={check.id} check={check} />)}</ul>
    </Card>
  </div>
)

function Check({ check: { question, status, because, looked, findings, leftOut } }: { readonly check: StateCheck }) {
  return (
    <li className="grid gap-x-4 gap-y-1 py-2.5 first:pt-0 last:pb-0 sm:grid-cols-[120px_minmax(0,1fr)]">
      <span><StatusMark quiet {...statusLooks[status]} /></span>
      <div className="grid min-w-0 gap-1">
        <h3 className="font-semibold">{question}</h3>
        {because !== null && <p className="quiet">{sentence(because)}</p>}
        {findings.count > 0 && <Findings findings={findings.first} of={findings.count} />}
        {status === 'holds' && <p className="quiet">Looked at: <Things things={looked.first} of={looked.count} /></p>}
        {leftOut.length > 0 && <p className="quiet">Not looked at, since {leftOut.join('; ')}.</p>}
      </div>
    </li>
  )
}

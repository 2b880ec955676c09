import type { Conformance, ConformanceCheck, ConformanceDeviation, ConformanceFinding, FollowedInitiative } from '@throughline/contract/governance'
import { explanationFromWire, metricCell, useFormat } from '../../../../format/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import { Figure, FigureStrip } from '../../../../ui/display/Figure.tsx'
import { StatusMark } from '../../../../ui/display/Status.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { WhyFigure } from '../../../../ui/display/WhyFigure.tsx'
import { kindWords } from '../../../framework-words.ts'
import { methodPlace } from '../../../method-words.ts'
import { conformanceWords as words, outcomeLooks, tierWords } from '../words.ts'

/** The share, and beside it what is in neither part of it. */
export function Totals({ counts, share }: Pick<Conformance, 'counts' | 'share'>) {
  const format = useFormat()
  const value = share.metric.status === 'ok' ? format.percent(share.metric.value, 0) : null
  return (
    <FigureStrip label="Conformance of running initiatives">
      <Figure label="Conformance" value={value} absent={metricCell(share.metric, String)} why={explanationFromWire(share.why)} comparison={{ words: `${format.number(counts.kept, 0)} of ${format.count(counts.kept + counts.missing + counts.out_of_order, 'element that is due', 'elements that are due')}` }} />
      <Figure label="Missing" value={format.number(counts.missing, 0)} comparison={{ words: 'due, and nothing shows it' }} />
      <Figure label="Out of order" value={format.number(counts.out_of_order, 0)} comparison={{ words: 'a gate after what follows it' }} />
      <Figure label="Justified deviations" value={format.number(counts.deviation, 0)} comparison={{ words: 'approved, counted apart' }} />
    </FigureStrip>
  )
}

/** Each running initiative with how far it is. */
export function InitiativesTable({ initiatives, onOpen }: { readonly initiatives: readonly FollowedInitiative[]; onOpen(id: string): void }) {
  const format = useFormat()
  return (
    <Card title="Initiatives" note="Running ones that follow a framework." flush>
      <Table<FollowedInitiative>
        caption="Conformance of each running initiative" rows={initiatives} rowKey={({ initiative }) => initiative.id} maxHeight={640}
        columns={[
          { key: 'initiative', label: 'Initiative', cell: ({ initiative, waiting }) => <span className="grid min-w-56 justify-items-start py-1"><button type="button" className="text-left text-accent hover:underline" onClick={() => onOpen(initiative.id)}>{initiative.name}</button>{waiting > 0 && <span className="quiet">{format.count(waiting, 'deviation waits', 'deviations wait')}</span>}</span> },
          { key: 'framework', label: 'Follows', cell: ({ framework, edition, lifecycle }) => <span className="block min-w-40">{framework.name}, edition {edition}<span className="quiet block">{lifecycle}</span></span> },
          { key: 'tier', label: 'Tier', cell: ({ tier }) => <span className="whitespace-nowrap">{tierWords[tier]}</span> },
          { key: 'kept', label: 'Kept', numeric: true, cell: ({ counts }) => format.number(counts.kept, 0) },
          { key: 'missing', label: 'Missing', numeric: true, cell: ({ counts }) => format.number(counts.missing, 0) },
          { key: 'order', label: 'Out of order', numeric: true, cell: ({ counts }) => format.number(counts.out_of_order, 0) },
          { key: 'deviation', label: 'Justified', numeric: true, cell: ({ counts }) => format.number(counts.deviation, 0) },
          { key: 'share', label: 'Conformance', numeric: true, cell: ({ share: { metric, why } }) => <WhyFigure why={explanationFromWire(why)}>{metricCell(metric, (share) => format.percent(share, 0))}</WhyFigure> },
        ]}
      />
    </Card>
  )
}

/** Deviations that wait for an answer. */
export function WaitingTable({ waiting, onAnswer }: { readonly waiting: readonly ConformanceDeviation[]; onAnswer(deviation: ConformanceDeviation): void }) {
  const format = useFormat()
  if (waiting.length === 0) return null
  return (
    <Card title="Deviations that wait for an answer" note="The oldest first; nobody answers their own." flush>
      <Table<ConformanceDeviation>
        caption="Deviations that wait for an answer" rows={waiting} rowKey={({ id }) => id} maxHeight={420}
        columns={[
          { key: 'initiative', label: 'Initiative', cell: ({ initiative }) => <span className="block min-w-48">{initiative.name}</span> },
          { key: 'key', label: 'Element', cell: ({ key }) => key },
          { key: 'reason', label: 'Why', cell: ({ reason, until }) => <span className="block min-w-56">{reason}{until && <span className="quiet block">until {format.date(until)}</span>}</span> },
          { key: 'asked', label: 'Asked', cell: ({ askedBy, askedAt }) => <span className="whitespace-nowrap">{askedBy}<span className="quiet block">{format.date(askedAt.slice(0, 10))}</span></span> },
          { key: 'act', label: '', cell: (one) => one.mayAnswer && <Button aria-label={`Answer the deviation from ${one.key} of ${one.initiative.name}`} onClick={() => onAnswer(one)}>Answer</Button> },
        ]}
      />
    </Card>
  )
}

/** Checks that were made, each with what it found and who helps. */
export function Checks({ checks, earlier }: Pick<Conformance, 'checks' | 'earlier'>) {
  const format = useFormat()
  const [last, ...others] = checks
  if (!last) return <Card title="Checks"><p className="quiet">{words.noChecks}</p></Card>
  return (
    <>
      <Card title={`Check as of ${format.date(last.on)}`} note={<CheckNote check={last} />} flush><Findings check={last} /></Card>
      {others.length > 0 && (
        <Card title="Earlier checks" note={earlier > 0 ? `${format.count(earlier, 'older one is', 'older ones are')} not listed.` : undefined}>
          <ol className="grid gap-2">{others.map((check) => <li key={check.id}>As of {format.date(check.on)}: {metricCell(check.share.metric, (share) => format.percent(share, 0))}, {format.count(foundIn(check), 'finding', 'findings')}, {format.count(check.counts.deviation, 'justified deviation', 'justified deviations')}<span className="quiet block"><CheckNote check={check} /></span></li>)}</ol>
        </Card>
      )}
    </>
  )
}

/** What a check found, whether or not all of it is listed. */
const foundIn = ({ counts }: ConformanceCheck): number => counts.missing + counts.out_of_order

function CheckNote({ check }: { readonly check: ConformanceCheck }) {
  const format = useFormat()
  const { share, full, low, sampled, seed, reason, by, at, counts, findings } = check
  const more = foundIn(check) - findings.length
  return <><WhyFigure why={explanationFromWire(share.why)}>{metricCell(share.metric, (one) => format.percent(one, 0))}</WhyFigure> of what was due; {full} of the full tier and {sampled.length} of {low} of the low one, by the seed {seed}; {format.count(counts.deviation, 'justified deviation', 'justified deviations')}{more > 0 && `; ${format.count(more, 'further finding is', 'further findings are')} not listed`}. {reason} · {by}, {format.instant(at)}</>
}

function Findings({ check: { findings } }: { readonly check: ConformanceCheck }) {
  return (
    <Table<ConformanceFinding>
      caption="What the check found" rows={findings} rowKey={({ initiative, key }) => `${initiative.id} ${key}`} maxHeight={560} empty={words.nothingFound}
      columns={[
        { key: 'initiative', label: 'Initiative', cell: ({ initiative }) => <span className="block min-w-48">{initiative.name}</span> },
        { key: 'element', label: 'Element', cell: ({ key, kind, name }) => `${kindWords[kind]} ${key}: ${name}` },
        { key: 'outcome', label: 'Finding', cell: ({ outcome, overtakenBy }) => <span className="whitespace-nowrap"><StatusMark quiet tone={outcomeLooks[outcome].tone} word={outcomeLooks[outcome].words} />{overtakenBy && <span className="quiet block">{overtakenBy} was shown before it</span>}</span> },
        { key: 'coaching', label: 'Who helps', cell: ({ coaching, library }) => <Coaching {...{ coaching, library }} /> },
      ]}
    />
  )
}

/** The service of the PMO and the items of the method library that help with an element. */
export function Coaching({ coaching, library }: Pick<ConformanceFinding, 'coaching' | 'library'>) {
  if (!coaching && library.length === 0) return <span className="quiet">nothing is named</span>
  const service = coaching && <a href={`/governance/services?service=${coaching.id}`}>{coaching.name}{!coaching.offered && ' (no longer offered)'}</a>
  return <>{[...(service ? [<span key="service">{service}</span>] : []), ...library.map(({ id, name }) => <span key={id}><a href={methodPlace(id)}>{name}</a></span>)].flatMap((one, at) => (at === 0 ? [one] : [', ', one]))}</>
}

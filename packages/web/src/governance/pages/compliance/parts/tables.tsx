import type { ComplianceCase, ComplianceCases, ComplianceTally, Obligation } from '@throughline/contract/governance'
import { explanationFromWire, metricCell, metricText, places, useFormat } from '../../../../format/index.ts'
import { Pager } from '../../../../ui/controls/Pager.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import { Figure, FigureStrip } from '../../../../ui/display/Figure.tsx'
import { Mark, StatusMark } from '../../../../ui/display/Status.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { WhyFigure } from '../../../../ui/display/WhyFigure.tsx'
import { complianceWords as words, statusLooks } from '../words.ts'

/** How all cases stand together. */
export function Totals({ counts, share: { metric, why } }: ComplianceTally) {
  const format = useFormat()
  const open = counts.missing + counts.rejected + counts.lapsed
  const told = explanationFromWire(why)
  return (
    <FigureStrip label="Compliance">
      <Figure label="Compliant of what applies" value={metric.status === 'ok' ? format.percent(metric.value, 1) : null} absent={metricText(metric, String)} why={told} comparison={{ words: `${format.number(counts.compliant, 0)} verified; ${format.number(counts.excepted, 0)} excepted` }} />
      <Figure label="Without evidence that holds" value={format.number(open, 0)} why={told} comparison={{ words: `${counts.missing} without any, ${counts.rejected} rejected, ${counts.lapsed} lapsed` }} />
      <Figure label="Not verified yet" value={format.number(counts.attested, 0)} why={told} comparison={{ words: 'attested, and waiting for somebody independent' }} />
      <Figure label="Unclear whether it applies" value={format.number(counts.unclear, 0)} why={told} comparison={{ words: 'for want of an attribute; counted for neither side' }} />
    </FigureStrip>
  )
}

/** Obligations, each with how initiatives stand to it. */
export function ObligationsTable({ obligations, onOpen }: { readonly obligations: readonly Obligation[]; onOpen(obligation: Obligation): void }) {
  const format = useFormat()
  return (
    <Card title="Obligations" flush>
      <Table<Obligation>
        caption="Obligations with how initiatives stand to them" rows={obligations} rowKey={({ id }) => id} maxHeight={480}
        columns={[
          { key: 'title', label: 'Obligation', cell: (one) => <span className="grid min-w-56 justify-items-start py-1"><button type="button" className="text-left text-accent hover:underline" onClick={() => onOpen(one)}>{one.title}</button><span className="quiet">{one.source}</span></span> },
          { key: 'rule', label: 'Applies to', cell: ({ ruleWords, retired }) => <span className="block min-w-48 max-w-[48ch]">{retired ? <StatusMark quiet tone="none" word="Retired" /> : ruleWords}</span> },
          { key: 'share', label: 'Compliant', numeric: true, cell: ({ share: { metric, why }, retired }) => (retired ? <span className="quiet">–</span> : <WhyFigure why={explanationFromWire(why)}>{metricCell(metric, (value) => format.percent(value, 0))}</WhyFigure>) },
          { key: 'stands', label: 'Initiatives', cell: ({ counts, retired }) => (retired ? <span className="quiet">–</span> : <Counts counts={counts} />) },
          { key: 'verifiers', label: 'Verified by', cell: ({ verifiers }) => <span className="block min-w-32">{verifiers.map(({ name }) => name).join(', ')}</span> },
        ]}
      />
    </Card>
  )
}

/** How many stand in each way; what does not apply is left out. */
function Counts({ counts }: Pick<Obligation, 'counts'>) {
  const shown = (Object.keys(statusLooks) as (keyof typeof statusLooks)[]).filter((one) => one !== 'not_applicable' && counts[one] > 0)
  if (shown.length === 0) return <span className="quiet">applies to none</span>
  return <ul className="grid gap-0.5">{shown.map((one) => <li key={one} className="status" data-tone={statusLooks[one].tone}><Mark tone={statusLooks[one].tone} />{counts[one]} {statusLooks[one].words.toLowerCase()}</li>)}</ul>
}

/** Cases of a page, as the server gives them unless told. */
const pageRows = 100

/** Obligations by initiative, what needs attention first. */
export function CasesTable({ found: { cases, from, total }, onOpen, onFrom }: { readonly found: ComplianceCases; onOpen(of: ComplianceCase): void; onFrom(from: number): void }) {
  if (total === 0) return <p className="quiet p-4">{words.noCases}</p>
  return (
    <>
      <Table<ComplianceCase>
        caption="Obligations by initiative, what needs attention first" rows={cases} rowKey={({ obligation, initiative }) => `${obligation.id} ${initiative.id}`} maxHeight={640}
        columns={[
          { key: 'initiative', label: 'Initiative', cell: ({ initiative }) => <a className="block min-w-48 text-ink" href={places.initiative(initiative.id)}>{initiative.name}<span className="quiet block">{initiative.key}</span></a> },
          { key: 'obligation', label: 'Obligation', cell: (one) => <button type="button" className="min-w-48 text-left text-accent hover:underline" aria-label={`${one.obligation.title} of ${one.initiative.name}`} onClick={() => onOpen(one)}>{one.obligation.title}</button> },
          { key: 'status', label: 'Status', cell: ({ status, why }) => <WhyFigure why={explanationFromWire(why)}><StatusMark quiet tone={statusLooks[status].tone} word={statusLooks[status].words} /></WhyFigure> },
          { key: 'until', label: 'Holds until', cell: (one) => <Until of={one} /> },
        ]}
      />
      {total > pageRows && <div className="p-4"><Pager what="initiatives" total={total} from={from} shown={cases.length} size={pageRows} onFrom={onFrom} /></div>}
    </>
  )
}

/** Until when the evidence or the exception that decides holds. */
function Until({ of: { holds } }: { readonly of: ComplianceCase }) {
  const format = useFormat()
  return <span className={holds === null ? 'quiet whitespace-nowrap' : 'whitespace-nowrap'}>{holds === null ? '–' : holds.until === null ? 'without end' : format.date(holds.until)}</span>
}

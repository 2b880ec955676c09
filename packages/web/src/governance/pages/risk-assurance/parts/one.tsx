import type { InitiativeRiskAssurance, RegisterFinding, RiskOpinion } from '@throughline/contract/governance'
import { Suspense } from 'react'
import { ExposureStrip } from '../../../../delivery/index.ts'
import { explanationFromWire, metricCell, useFormat } from '../../../../format/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import { Figure, FigureStrip } from '../../../../ui/display/Figure.tsx'
import { StatusMark } from '../../../../ui/display/Status.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { WhyFigure } from '../../../../ui/display/WhyFigure.tsx'
import { assuranceWords as words, classLooks, registerRuleWords, severityLooks } from '../words.ts'
import { Observed } from './overview.tsx'

/** The process of one initiative with every finding and the opinions given; below it, apart, the exposure. */
export function OneInitiative({ found, onGive }: { readonly found: InitiativeRiskAssurance; readonly onGive: (() => void) | undefined }) {
  const format = useFormat()
  const { process, exposure, issued, issuedOmitted, initiative } = found
  const { metric, why } = process.opinion
  return (
    <>
      <section className="grid gap-4" aria-labelledby="assurance-process">
        <div><h2 id="assurance-process">{words.process}</h2><p className="quiet">{words.processNote}</p></div>
        <FigureStrip label="Assurance by rule">
          <Figure label="Assurance by rule" value={metric.status === 'ok' ? classLooks[metric.value].word : null} absent={metricCell(metric, String)} why={explanationFromWire(why)} comparison={{ words: metric.status === 'ok' ? classLooks[metric.value].about : 'nothing is registered' }} />
          {(['high', 'medium', 'low'] as const).map((severity) => <Figure key={severity} label={`Findings of ${severity} severity`} value={format.number(process.counts[severity], 0)} />)}
        </FigureStrip>
        <Card title="Findings" note={process.findings.length === 0 ? undefined : 'The most severe first; each opens what shows it.'} flush={process.findings.length > 0}>
          {process.findings.length === 0 ? <p className="quiet">{metric.status === 'ok' ? words.clean : 'No risk is registered, so that there is nothing to test.'}</p> : <Findings findings={process.findings} initiativeId={initiative.id} />}
          {process.omitted > 0 && <p className="quiet px-4 py-2">{format.count(process.omitted, 'further finding is', 'further findings are')} not listed.</p>}
        </Card>
        <Observed title="What was observed" found={process} />
        <Card title="Opinions of reviewers" actions={onGive && metric.status === 'ok' && <Button kind="primary" onClick={onGive}>Give an opinion</Button>}>
          {issued.length === 0 ? <p className="quiet">{words.noOpinion}</p> : <ol className="grid gap-3">{issued.map((one) => <Opinion key={one.id} opinion={one} initiativeId={initiative.id} />)}</ol>}
          {issuedOmitted > 0 && <p className="quiet">{format.count(issuedOmitted, 'older one is', 'older ones are')} not listed.</p>}
        </Card>
      </section>
      <section className="grid gap-4 border-t border-border pt-6" aria-labelledby="assurance-exposure">
        <div><h2 id="assurance-exposure">{words.exposure}</h2><p className="quiet">{words.exposureNote}</p></div>
        <Suspense><ExposureStrip exposure={exposure} /></Suspense>
      </section>
    </>
  )
}

function Findings({ findings, initiativeId }: { readonly findings: readonly RegisterFinding[]; readonly initiativeId: string }) {
  return (
    <Table<RegisterFinding>
      caption="Findings, the most severe first" rows={findings} rowKey={({ rule, where, found }) => `${rule} ${where.id ?? found}`} maxHeight={640}
      columns={[
        { key: 'rule', label: 'Finding', cell: ({ rule }) => <span className="block min-w-48">{registerRuleWords[rule]}</span> },
        { key: 'severity', label: 'Severity', cell: ({ severity }) => <StatusMark quiet {...severityLooks[severity]} /> },
        { key: 'where', label: 'Where', cell: ({ where }) => <span className="block min-w-48">{where.kind === 'risk' && where.id ? <a href={`/delivery/risks?initiative=${initiativeId}&risk=${where.id}`}>{where.name}</a> : where.name}</span> },
        { key: 'found', label: 'Found', cell: ({ found, witness }) => <span className="block min-w-48"><WhyFigure why={explanationFromWire(witness)}>{found}</WhyFigure></span> },
        { key: 'expected', label: 'Expected', cell: ({ expected }) => <span className="block min-w-48">{expected}</span> },
      ]}
    />
  )
}

function Opinion({ opinion, initiativeId }: { readonly opinion: RiskOpinion; readonly initiativeId: string }) {
  const format = useFormat()
  const { no, class: given, byRule, words: said, by, on, counts, findings, omitted } = opinion
  return (
    <li className="grid gap-1">
      <div className="flex flex-wrap items-baseline gap-x-3"><StatusMark quiet tone={classLooks[given].tone} word={`${classLooks[given].word} assurance`} /><span className="quiet">No. {no}, {by}, {format.date(on)}{byRule !== null && byRule !== given && `; by rule it was ${classLooks[byRule].word.toLowerCase()}`}</span></div>
      <p className="max-w-[80ch] whitespace-pre-line">{said}</p>
      <details>
        <summary className="quiet leading-6">Found that day: {format.number(counts.high, 0)} high, {format.number(counts.medium, 0)} medium, {format.number(counts.low, 0)} low</summary>
        {findings.length > 0 && <Findings findings={findings} initiativeId={initiativeId} />}
        {omitted > 0 && <p className="quiet">{format.count(omitted, 'further finding is', 'further findings are')} not kept.</p>}
      </details>
    </li>
  )
}

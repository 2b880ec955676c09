import type { OpenCondition, QualityMonth, QualityRecord } from '@throughline/contract/governance'
import { describeMetric, known, numberFigure } from '@throughline/engine/kernel'
import { explanationFromWire, metricCell, places, useFormat, valueOf } from '../../../../format/index.ts'
import { Card } from '../../../../ui/display/Card.tsx'
import { Figure, FigureStrip } from '../../../../ui/display/Figure.tsx'
import { StatusMark } from '../../../../ui/display/Status.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { WhyFigure } from '../../../../ui/display/WhyFigure.tsx'
import { classWords, qualityWords as words } from '../../../quality-words.ts'

type Value = { readonly value: QualityRecord }

/** What the record comes to, each with what it was counted from. */
export function Headline({ value: { figures, late, byClass } }: Value) {
  const format = useFormat()
  const { escape, firstPass, perReview, rework } = figures
  // Withdrawn ones cannot be late.
  const standing = byClass.reduce((sum, { deliverables }) => sum + deliverables, 0)
  const [escaped, passed, found, again] = [escape, firstPass, perReview, rework].map(({ metric }) => valueOf(metric))
  return (
    <FigureStrip label="Quality">
      <Figure label="Escape rate" value={escaped === undefined ? null : format.percent(escaped)} absent="No defect of what was accepted" why={explanationFromWire(escape.why)} comparison={{ words: `${format.number(figures.escaped, 0)} of ${format.count(figures.escaped + figures.before, 'defect', 'defects')} of what was accepted` }} />
      <Figure label="First-pass acceptance" value={passed === undefined ? null : format.percent(passed)} absent="Nothing was decided" why={explanationFromWire(firstPass.why)} comparison={{ words: `${format.number(figures.firstPassed, 0)} of ${format.count(figures.decided, 'edition', 'editions')} decided on` }} />
      <Figure label="Defects for each review" value={found === undefined ? null : format.number(found, 2)} absent="Nothing was reviewed" why={explanationFromWire(perReview.why)} />
      <Figure label="Rework share" value={again === undefined ? null : format.percent(again)} absent={describeMetric(rework.metric)} why={explanationFromWire(rework.why)} comparison={{ words: `${format.number(figures.reworkHours)} h in ${format.count(figures.rounds, 'round', 'rounds')}` }} />
      <Figure label="Late" value={format.number(late, 0)} why={{ term: 'Late', figure: known(numberFigure(late)), note: 'Needed before today and not accepted, of initiatives that go on', terms: [{ term: 'Deliverables that were not withdrawn', figure: known(numberFigure(standing)) }] }} comparison={{ words: `of ${format.count(standing, 'deliverable', 'deliverables')}`, tone: late === 0 ? 'none' : 'bad' }} />
    </FigureStrip>
  )
}

/** Conditions of acceptances that are not met. */
export function Conditions({ value: { conditions, conditionsOmitted } }: Value) {
  const format = useFormat()
  if (conditions.length === 0) return null
  return (
    <Card title="Conditions that are not met" note={conditionsOmitted > 0 ? `${format.count(conditionsOmitted, 'later one is', 'later ones are')} not listed.` : undefined} flush>
      <Table<OpenCondition>
        caption="Conditions that are not met" rows={conditions} rowKey={({ id }) => id} maxHeight={400}
        columns={[
          { key: 'words', label: 'Condition', cell: (one) => <span className="block min-w-56 font-normal">{one.words}</span> },
          { key: 'deliverable', label: 'Deliverable', cell: ({ deliverable, initiative }) => <span className="block min-w-40"><a href={places.deliverable(deliverable.id)}>{deliverable.name}</a><span className="quiet block">{initiative.name}</span></span> },
          { key: 'owner', label: 'Owner', cell: ({ owner }) => owner.name },
          { key: 'due', label: 'Until', cell: ({ dueOn, overdue }) => <span className="whitespace-nowrap">{format.date(dueOn)}{overdue && <span className="block"><StatusMark quiet tone="bad" word="Overdue" /></span>}</span> },
        ]}
      />
    </Card>
  )
}

/** The same figures by class of deliverable. */
export function ByClass({ value: { byClass } }: Value) {
  const format = useFormat()
  return (
    <Card title="By class of deliverable" note={words.escaped} flush>
      <Table<QualityRecord['byClass'][number]>
        caption="Quality by class of deliverable" rows={byClass} rowKey={(one) => one.class} empty="No class has a deliverable that stands."
        columns={[
          { key: 'class', label: 'Class', cell: (one) => classWords[one.class] },
          { key: 'deliverables', label: 'Deliverables', numeric: true, cell: ({ deliverables }) => format.number(deliverables, 0) },
          { key: 'before', label: 'Found before acceptance', numeric: true, cell: ({ before }) => format.number(before, 0) },
          { key: 'escaped', label: 'Escaped', numeric: true, cell: ({ escaped }) => format.number(escaped, 0) },
          { key: 'escape', label: 'Escape rate', numeric: true, cell: ({ escape: { metric, why } }) => <WhyFigure why={explanationFromWire(why)}>{metricCell(metric, (share) => format.percent(share))}</WhyFigure> },
          { key: 'pass', label: 'First-pass acceptance', numeric: true, cell: ({ firstPass: { metric, why } }) => <WhyFigure why={explanationFromWire(why)}>{metricCell(metric, (share) => format.percent(share))}</WhyFigure> },
          { key: 'rework', label: 'Rework share', numeric: true, cell: ({ rework: { metric, why } }) => <WhyFigure why={explanationFromWire(why)}>{metricCell(metric, (share) => format.percent(share))}</WhyFigure> },
        ]}
      />
    </Card>
  )
}

/** Month by month, the newest first. */
export function Months({ value: { months, monthsBefore } }: Value) {
  const format = useFormat()
  return (
    <Card title="Month by month" note={`The escape rate is of what was accepted in the month, whenever its defects were found: that of the last months can still rise.${monthsBefore > 0 ? ` ${format.count(monthsBefore, 'earlier month is', 'earlier months are')} not listed.` : ''}`} flush>
      <Table<QualityMonth>
        caption="Quality month by month" rows={months.toReversed()} rowKey={({ month }) => month} maxHeight={480} empty="Nothing was reviewed yet."
        columns={[
          { key: 'month', label: 'Month', cell: ({ month, partial }) => <span className="whitespace-nowrap">{format.month(`${month}-01`)}{partial && <span className="quiet block">not over yet</span>}</span> },
          { key: 'reviews', label: 'Reviews', numeric: true, cell: ({ reviews }) => format.number(reviews, 0) },
          { key: 'found', label: 'Defects found', numeric: true, cell: ({ found }) => format.number(found, 0) },
          { key: 'per', label: 'For each review', numeric: true, cell: ({ perReview }) => metricCell(perReview, (value) => format.number(value, 2)) },
          { key: 'escaped', label: 'Found after acceptance', numeric: true, cell: ({ escaped }) => format.number(escaped, 0) },
          { key: 'pass', label: 'Accepted at first', numeric: true, cell: ({ firstPassed, decided }) => (decided === 0 ? '–' : `${format.number(firstPassed, 0)} of ${format.number(decided, 0)}`) },
          { key: 'cohort', label: 'Escape rate', numeric: true, cell: ({ cohort: { metric, why } }) => <WhyFigure why={explanationFromWire(why)}>{metricCell(metric, (share) => format.percent(share))}</WhyFigure> },
        ]}
      />
    </Card>
  )
}

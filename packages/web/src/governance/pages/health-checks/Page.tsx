import type { HealthCheck, HealthChecks, Recommendation } from '@throughline/contract/governance'
import { describeMetric } from '@throughline/engine/kernel'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import type { InitiativeChoices } from '../../../demand/index.ts'
import { explanationFromWire, places, RatingMark, useFormat, valueOf } from '../../../format/index.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { Card } from '../../../ui/display/Card.tsx'
import { Figure, FigureStrip } from '../../../ui/display/Figure.tsx'
import { PageFrame } from '../../../ui/display/PageFrame.tsx'
import { StatusMark } from '../../../ui/display/Status.tsx'
import { Table } from '../../../ui/display/Table.tsx'
import { EmptyState } from '../../../ui/states/states.tsx'
import { Shown, type Reading } from '../../../wire/index.ts'
import { RecommendationForm, type Named, type RecommendationActs } from '../../parts/recommendation-forms.tsx'
import { RecommendationTable, type RecommendationAct } from '../../parts/RecommendationTable.tsx'
import { checkLooks, healthWords as words, moveWords, phaseWords, recommendationWords, tierWords } from '../../review-words.ts'
import { BookCheck, type BookActs } from './parts/BookCheck.tsx'

export type HealthChecksProps = { readonly reading: Reading<HealthChecks>; readonly canEdit: boolean; readonly members: readonly Named[]; readonly initiatives: InitiativeChoices; readonly today: string; readonly acts: BookActs & RecommendationActs }
type Open = { readonly form: 'book' } | { readonly form: RecommendationAct; readonly recommendation: Recommendation }

/** Health checks of initiatives, and what became of what they recommend. */
export function HealthChecksPage({ reading, canEdit, members, initiatives, today, acts }: HealthChecksProps) {
  const [open, setOpen] = useState<Open>()
  const close = () => setOpen(undefined)
  const book = canEdit && <Button kind="primary" icon={<Plus aria-hidden="true" />} onClick={() => setOpen({ form: 'book' })}>Book a health check</Button>
  const empty = reading.state === 'full' && reading.value.checks.length === 0
  return (
    <PageFrame title={words.title} note={words.note} actions={reading.state === 'full' && !empty && book}>
      <Shown reading={reading} what="health checks" lines={8}>
        {(value) => (
          <>
            {empty ? <EmptyState title={words.emptyTitle} actions={book}>{words.emptyWhy}{!canEdit && ` ${words.emptyReader}`}</EmptyState> : (
              <>
                <Followed value={value} />
                <ChecksTable value={value} />
                <Card title="What is to be done" note={`Recommendations that are not over, what is most overdue first.${value.recommendationsOmitted > 0 ? ` ${value.recommendationsOmitted} more are not listed.` : ''}`} flush>
                  <RecommendationTable named caption="Recommendations that are not over" rows={value.recommendations} empty="Nothing is open." canGive={canEdit} onAct={(form, recommendation) => setOpen({ form, recommendation })} />
                </Card>
              </>
            )}
            {value.refusedReviewers.length > 0 && <Refused refused={value.refusedReviewers} />}
          </>
        )}
      </Shown>
      {open?.form === 'book' && <BookCheck members={members} initiatives={initiatives} today={today} acts={acts} onClose={close} />}
      {open && open.form !== 'book' && <RecommendationForm act={open.form} recommendation={open.recommendation} members={members} acts={acts} onClose={close} />}
    </PageFrame>
  )
}

function Followed({ value: { open, oldestDays, confirmed } }: { readonly value: HealthChecks }) {
  const format = useFormat()
  const [oldest, share] = [valueOf(oldestDays.metric), valueOf(confirmed.metric)]
  return (
    <FigureStrip label="Recommendations">
      {open.map((one) => <Figure key={one.class} label={`${recommendationWords[one.class]}, open`} value={format.number(one.open, 0)} comparison={{ words: one.overdue === 0 ? 'none is overdue' : format.count(one.overdue, 'is overdue', 'are overdue'), tone: one.overdue === 0 ? 'none' : 'bad' }} />)}
      <Figure label="Oldest open" value={oldest === undefined ? null : format.number(oldest, 0)} unit="days" absent={oldestDays.metric.status === 'undefined' ? 'None is open' : describeMetric(oldestDays.metric)} why={explanationFromWire(oldestDays.why)} />
      <Figure label="Confirmed" value={share === undefined ? null : format.percent(share)} absent="None was given" why={explanationFromWire(confirmed.why)} />
    </FigureStrip>
  )
}

function ChecksTable({ value: { checks, omitted } }: { readonly value: HealthChecks }) {
  const format = useFormat()
  return (
    <Card title="Health checks" note={`Booked ones first, by their day.${omitted > 0 ? ` ${format.count(omitted, 'older one is', 'older ones are')} not listed.` : ''}`} flush>
      <Table<HealthCheck>
        caption="Health checks" rows={checks} rowKey={({ id }) => id} maxHeight={640}
        columns={[
          { key: 'initiative', label: 'Initiative', cell: (one) => <span className="block min-w-56 font-normal"><a href={places.healthCheck(one.id)}>{one.initiative.name}</a><span className="quiet block">{one.purpose}</span></span> },
          { key: 'tier', label: 'Tier', cell: ({ tier, phase }) => <span className="whitespace-nowrap">{tierWords[tier]}<span className="quiet block">{phaseWords[phase]}</span></span> },
          { key: 'state', label: 'State', cell: ({ state, plannedOn, reported, calledOff }) => <span className="whitespace-nowrap"><StatusMark quiet tone={checkLooks[state].tone} word={checkLooks[state].words} /><span className="quiet block">{format.date(reported?.at.slice(0, 10) ?? calledOff?.at.slice(0, 10) ?? plannedOn)}</span></span> },
          { key: 'level', label: 'Delivery confidence', cell: ({ reported, scale, move, areas, state }) => (reported ? <span className="whitespace-nowrap"><RatingMark rating={{ scale, level: reported.level }} />{move && <span className="quiet block">{moveWords[move]}</span>}</span> : <span className="quiet">{state === 'booked' ? `${format.number(areas.judged, 0)} of ${format.number(areas.all, 0)} areas judged` : 'none was given'}</span>) },
          { key: 'reviewers', label: 'Reviewers', cell: ({ reviewers }) => <span className="block min-w-32">{reviewers.map(({ name }) => name).join(', ')}</span> },
          { key: 'open', label: 'To be done', numeric: true, cell: ({ open }) => format.number(open, 0) },
        ]}
      />
    </Card>
  )
}

function Refused({ refused }: { readonly refused: HealthChecks['refusedReviewers'] }) {
  const format = useFormat()
  return (
    <Card title="Refused as reviewers" note={words.independence}>
      <ul className="grid gap-2">{refused.map(({ initiative, name, way, by, at }) => <li key={`${at} ${name}`}>{name}, for {initiative.name}: {way}<span className="quiet block">named by {by}, {format.instant(at)}</span></li>)}</ul>
    </Card>
  )
}

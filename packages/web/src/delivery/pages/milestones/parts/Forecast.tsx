import type { Contributor, MilestoneMonitor, StrategicMilestone } from '@throughline/contract/delivery'
import { dayNumber, dateOfDay, describeMetric } from '@throughline/engine/kernel'
import type { ReactNode } from 'react'
import { explanationFromWire, places, useFormat } from '../../../../format/index.ts'
import { RangeBars, type RangeRow } from '../../../../ui/charts/RangeBars.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import { Figure, FigureStrip } from '../../../../ui/display/Figure.tsx'
import { StatusMark } from '../../../../ui/display/Status.tsx'
import { dateTicks } from '../ticks.ts'
import { milestoneWords, standingLooks } from '../../../milestone-words.ts'

/** One milestone: how it stands, when it is reached, and the ranges of what it depends on against the day on which it is wanted. */
export function Forecast({ milestone, monitor, actions }: { readonly milestone: StrategicMilestone; readonly monitor: MilestoneMonitor; readonly actions?: ReactNode }) {
  const { name, note, objective, wantedOn, reachedOn, standing, contributors, certain } = milestone
  const format = useFormat()
  return (
    <Card title={name} note={note} actions={actions}>
      <div className="grid gap-4">
        <p className="flex flex-wrap items-baseline gap-x-4 gap-y-1"><StatusMark {...standingLooks[standing]} /><span>Wanted on {format.date(wantedOn)}{reachedOn !== null && `, reached on ${format.date(reachedOn)}`}</span>{objective && <span>for <a href={places.objective(objective.id)}>{objective.statement}</a></span>}</p>
        <Figures milestone={milestone} />
        {contributors.length === 0 ? <p className="quiet">{milestoneWords.noContributors}</p> : <Ranges milestone={milestone} />}
        {certain.length > 0 && reachedOn === null && <p className="quiet">{`No range is known of ${certain.join(', ')}: the planned end counts as certain, so the forecast is narrower than it should be. Give three points${monitor.slips < monitor.leastSlips ? `; published ends teach from ${monitor.leastSlips} initiatives on, and ${monitor.slips} are on record` : ''}.`}</p>}
        <p className="quiet">{`${format.number(monitor.runs, 0)} runs with the seed ${monitor.seed}; contributors are taken as independent of each other, and those that only help hold nothing up.`}</p>
      </div>
    </Card>
  )
}

function Figures({ milestone: { p10On, p50On, p90On, confidence, naiveOn, mergeDays, daysLate, driver } }: { readonly milestone: StrategicMilestone }) {
  const format = useFormat()
  const [late, lost] = [daysLate.status === 'ok' ? daysLate.value : null, mergeDays.metric]
  const days = (count: number): string => format.count(Math.abs(count), 'day', 'days')
  return (
    <FigureStrip label="Forecast">
      <Figure label="As likely before as after" value={p50On.metric.status === 'ok' ? format.date(p50On.metric.value) : null} absent={describeMetric(p50On.metric)} why={explanationFromWire(p50On.why)} {...(late === null ? {} : { comparison: { words: late === 0 ? 'on the day' : `${days(late)} ${late > 0 ? 'late' : 'early'}`, tone: late > 0 ? 'bad' as const : 'good' as const } })} />
      <Figure label="P10 to P90" size="small" value={p10On.status === 'ok' && p90On.status === 'ok' ? `${format.date(p10On.value)} to ${format.date(p90On.value)}` : null} absent="No range" comparison={{ words: naiveOn.status === 'ok' ? `the last planned end is ${format.date(naiveOn.value)}` : '' }} />
      <Figure label="Runs that keep the day" value={confidence.metric.status === 'ok' ? format.percent(confidence.metric.value) : null} absent={describeMetric(confidence.metric)} why={explanationFromWire(confidence.why)} />
      <Figure label="Lost where ways meet" value={lost.status === 'ok' ? days(lost.value) : null} absent="No forecast" why={explanationFromWire(mergeDays.why)} comparison={{ words: driver ? `last most often: ${driver.name}, ${format.percent(driver.criticality)}` : 'nothing drives it' }} />
    </FigureStrip>
  )
}

function Ranges({ milestone: { name, wantedOn, contributors, p10On, p50On, p90On } }: { readonly milestone: StrategicMilestone }) {
  const format = useFormat()
  const whole = rangeOf('all', name, { p10On, p50On: p50On.metric, p90On })
  const rows: readonly RangeRow[] = [...contributors.map((one) => rangeOf(one.initiativeId, one.role === 'helpful' ? `${one.name} (helpful)` : one.name, one)), ...(whole.range ? [{ ...whole, label: 'All that is required', total: true }] : [])]
  const wanted = dayNumber(wantedOn)
  const days = [wanted, ...rows.flatMap(({ range }) => (range ? [range.low, range.high] : []))]
  const month = (date: string): string => format.month(date)
  return <RangeBars title="Ends from P10 to P90, against the wanted day" rows={rows} against={{ at: wanted, label: `Wanted on ${format.date(wantedOn)}` }} ticks={dateTicks(Math.min(...days), Math.max(...days), month)} columns={['P10', 'P50', 'P90']} format={(day) => format.date(dateOfDay(day))} />
}

function rangeOf(key: string, label: string, { p10On, p50On, p90On }: Pick<Contributor, 'p10On' | 'p50On' | 'p90On'>): RangeRow {
  const known = p10On.status === 'ok' && p50On.status === 'ok' && p90On.status === 'ok'
  return known ? { key, label, range: { low: dayNumber(p10On.value), middle: dayNumber(p50On.value), high: dayNumber(p90On.value) } } : { key, label, range: null, reason: describeMetric(p50On) }
}

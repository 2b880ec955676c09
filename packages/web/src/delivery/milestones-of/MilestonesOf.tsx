import { deliveryRoutes, type StrategicMilestone } from '@throughline/contract/delivery'
import { metricCell, useFormat } from '../../format/index.ts'
import { Card } from '../../ui/display/Card.tsx'
import { StatusMark } from '../../ui/display/Status.tsx'
import { useRead } from '../../wire/index.ts'
import { standingLooks } from '../milestone-words.ts'

export type MilestonesOfProps = { readonly of: { readonly objectiveId: string } | { readonly initiativeId: string }; /** A card of its own, and nothing where there is no milestone. */ readonly framed?: boolean }

/** Strategic milestones of an objective, or those that an initiative stands behind, each with how it stands. */
export default function MilestonesOf({ of, framed = false }: MilestonesOfProps) {
  const reading = useRead(deliveryRoutes.readMilestones, { query: of })
  if (reading.state !== 'full') return null
  const { milestones } = reading.value
  if (!framed) return <MilestoneList milestones={milestones} />
  return milestones.length === 0 ? null : <Card title="Strategic milestones" note="What waits for this initiative"><MilestoneList milestones={milestones} /></Card>
}

/** A line for each: what is reached, by when, and how surely. */
export function MilestoneList({ milestones }: { readonly milestones: readonly StrategicMilestone[] }) {
  const format = useFormat()
  if (milestones.length === 0) return <p className="quiet">Nothing is to be reached by a day yet.</p>
  return (
    <ul className="grid gap-2">
      {milestones.map(({ id, name, wantedOn, standing, p50On, reachedOn }) => (
        <li key={id} className="flex flex-wrap items-baseline gap-x-3">
          <a className="leading-6" href={`/delivery/milestones?milestone=${id}`}>{name}</a>
          <StatusMark quiet {...standingLooks[standing]} />
          <span className="quiet">wanted on {format.date(wantedOn)}{reachedOn === null && p50On.metric.status === 'ok' && <>, forecast {metricCell(p50On.metric, format.date)}</>}</span>
        </li>
      ))}
    </ul>
  )
}

import type { Assumption } from '@throughline/contract/strategy'
import { places, useFormat } from '../../format/index.ts'
import { Card } from '../../ui/display/Card.tsx'
import { StatusMark } from '../../ui/display/Status.tsx'
import { horizonPlaces } from '../horizon-places.ts'

/** Assumptions that tripped while objectives rest on them: what may ask for the next version of the strategy. Nothing where there is none. */
export function Tripped({ assumptions, reviewed = false }: { readonly assumptions: readonly Assumption[]; /** They are reviewed on the page itself. */ readonly reviewed?: boolean }) {
  const format = useFormat()
  const tripped = assumptions.filter(({ standing, objectives }) => standing === 'tripped' && objectives.length > 0)
  if (tripped.length === 0) return null
  return (
    <Card title="What may ask for another strategy" note="Objectives rest on assumptions that tripped">
      <ul className="grid gap-2">
        {tripped.map(({ id, statement, objectives, tripped: by, wire }) => {
          const since = by?.seenOn ?? wire?.measured?.on
          return (
            <li key={id} className="grid gap-1">
              <span><StatusMark quiet tone="bad" word={statement} />{since && <span className="quiet">{`, known since ${format.date(since)}`}</span>}</span>
              <span className="quiet">Rests on it: {objectives.map((one, at) => <span key={one.id}>{at > 0 && ', '}<a className="underline leading-6" href={places.objective(one.id)}>{one.statement}</a></span>)}</span>
            </li>
          )
        })}
      </ul>
      <p className="mt-3 flex flex-wrap gap-x-4">{reviewed ? <a className="leading-6" href={horizonPlaces.recalibrate}>Recalibrate the strategy</a> : <a className="leading-6" href={horizonPlaces.view('assumptions')}>Review the assumptions</a>}</p>
    </Card>
  )
}

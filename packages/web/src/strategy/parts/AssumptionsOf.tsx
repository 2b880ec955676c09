import { strategyRoutes } from '@throughline/contract/strategy'
import { StatusMark } from '../../ui/display/Status.tsx'
import { useRead } from '../../wire/index.ts'
import { assumptionLooks } from '../assumption-words.ts'
import { horizonPlaces } from '../horizon-places.ts'

/** Assumptions that an objective rests on, each with how it stands. */
export function AssumptionsOf({ objectiveId }: { readonly objectiveId: string }) {
  const reading = useRead(strategyRoutes.readHorizon, {})
  if (reading.state !== 'full') return null
  const own = reading.value.assumptions.filter(({ objectives, standing }) => standing !== 'given_up' && objectives.some(({ id }) => id === objectiveId))
  if (own.length === 0) return <p className="quiet">No assumption is named that it rests on.</p>
  return <ul className="grid gap-2">{own.map(({ id, statement, standing }) => <li key={id} className="flex flex-wrap items-baseline gap-x-3"><a className="leading-6" href={horizonPlaces.view('assumptions')}>{statement}</a><StatusMark quiet {...assumptionLooks[standing]} /></li>)}</ul>
}

import { governanceRoutes } from '@throughline/contract/governance'
import { strategyRoutes as routes } from '@throughline/contract/strategy'
import { Discuss } from '../../../governance/index.ts'
import { allows, useSignedIn } from '../../../people/index.ts'
import { useAddressQuery } from '../../../shell/address.ts'
import { isPast, keyOf, readAhead, useAct, useMoment, useRead } from '../../../wire/index.ts'
import type { HorizonActs } from './acts.ts'
import { HorizonPage } from './Page.tsx'

/** Read while the page’s code loads, or when its link is pointed at. */
export const prepare = readAhead(routes.readHorizon, {})

/** Horizon scanning. Which view is looked at stands in the address. */
export default function HorizonRoute() {
  const session = useSignedIn()
  const past = isPast(useMoment())
  const [query, setQuery] = useAddressQuery()
  const may = { note: allows(session, 'take_part') && !past, edit: allows(session, 'edit_strategy') && !past }
  const strategy = useRead(routes.readStrategy, {}, { enabled: may.note })
  const services = useRead(governanceRoutes.readServices, {}, { enabled: may.note })
  return (
    <HorizonPage
      reading={useRead(routes.readHorizon, {})} may={may} acts={useHorizonActs()} view={query['view'] === 'assumptions' || query['view'] === 'watch' ? query['view'] : 'signals'} onView={(view) => setQuery({ view: view === 'signals' ? undefined : view })}
      objectives={strategy.state === 'full' ? strategy.value.objectives : []} measures={strategy.state === 'full' ? strategy.value.measures : []} services={services.state === 'full' ? services.value.services.map(({ id, text }) => ({ id, name: text.name })) : []}
      discuss={(kind, { id }, name) => <Discuss iconFor={name} subject={{ room: 'strategy', kind, id }} />}
    />
  )
}

function useHorizonActs(): HorizonActs {
  const answers = { answers: () => keyOf(routes.readHorizon, {}) }
  const [note, change, triage, link] = [useAct(routes.addChangeSignal, answers), useAct(routes.changeChangeSignal, answers), useAct(routes.triageChangeSignal, answers), useAct(routes.linkChangeSignal, answers)]
  const [assume, reword, review] = [useAct(routes.addAssumption, answers), useAct(routes.changeAssumption, answers), useAct(routes.reviewAssumption, answers)]
  const [watch, looked, unwatch] = [useAct(routes.addWatchItem, answers), useAct(routes.changeWatchItem, answers), useAct(routes.removeWatchItem, answers)]
  return {
    note: (body) => note.run({ body }), change: ({ id, version }, { termDays: _, ...body }) => change.run({ params: { id }, body: { version, ...body } }), triage: ({ id, version }, body) => triage.run({ params: { id }, body: { version, ...body } }), link: ({ id, version }, body) => link.run({ params: { id }, body: { version, ...body } }),
    assume: (body) => assume.run({ body }), reword: ({ id, version, reviewOn: before }, { reviewOn, ...body }) => reword.run({ params: { id }, body: { version, ...body, ...(reviewOn === before ? {} : { reviewOn }) } }), review: ({ id, version }, body) => review.run({ params: { id }, body: { version, ...body } }),
    watch: (body) => watch.run({ body }), looked: ({ id, version }, lookedOn) => looked.run({ params: { id }, body: { version, lookedOn } }), unwatch: ({ id, version }) => unwatch.run({ params: { id }, query: { version } }),
  }
}

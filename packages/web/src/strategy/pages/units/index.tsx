import { peopleRoutes } from '@throughline/contract/people'
import { strategyRoutes, type DraftEdit } from '@throughline/contract/strategy'
import { refuse } from '@throughline/engine/kernel'
import { useMemo } from 'react'
import { useFindInitiatives } from '../../../demand/index.ts'
import { useToday } from '../../../format/index.ts'
import { Discuss } from '../../../governance/index.ts'
import { allows, useSignedIn } from '../../../people/index.ts'
import { useAddressQuery } from '../../../shell/address.ts'
import { isPast, keyOf, readAhead, useAct, useMoment, useRead } from '../../../wire/index.ts'
import { draftMeasureActs } from '../../parts/DraftMeasures.tsx'
import { useStrategyActs } from '../../use-acts.ts'
import { UnitsPage } from './Page.tsx'
import { Between } from './parts/Between.tsx'

export const prepare = readAhead(strategyRoutes.readTree, {})

const goneProblem = refuse({ type: 'about:blank', title: 'There is no next version', status: 409, code: 'not_found', detail: 'It was decided or discarded meanwhile. Load the page again.' })

/** Strategies of units. Which version is shown stands in the address; what is changed is the draft of the next one. */
export default function UnitsRoute() {
  const session = useSignedIn()
  const measuring = useStrategyActs()
  const past = isPast(useMoment())
  const [query, setQuery] = useAddressQuery()
  const inForce = useRead(strategyRoutes.readTree, {})
  const draftId = inForce.state === 'full' ? inForce.value.draftId : null
  const shows = query['version'] === 'next' && draftId !== null ? 'next' : 'in_force'
  const params = useMemo(() => ({ id: draftId ?? '' }), [draftId])
  const open = { enabled: shows === 'next' }
  const next = useRead(strategyRoutes.readTree, { query: { version: draftId ?? '' } }, open)
  const detail = useRead(strategyRoutes.readVersion, { params }, open)
  const version = detail.state === 'full' ? detail.value : undefined
  const shown = shows === 'next' ? version : undefined
  const draft = !past && shown?.may.edit ? shown : undefined
  const units = useRead(peopleRoutes.listUnits, {}, { enabled: draft !== undefined })
  const initiatives = useFindInitiatives({ current: true, enabled: draft !== undefined })
  const { a, b } = query
  const common = useRead(strategyRoutes.readCommonLinks, { query: { ...(a === undefined ? {} : { a }), ...(b === undefined ? {} : { b }) } }, { enabled: shows === 'in_force' })
  const [decide, takeBack] = [useAct(strategyRoutes.decideCommonLink), useAct(strategyRoutes.removeCommonLink)]
  const change = useAct(strategyRoutes.changeDraft, { answers: () => keyOf(strategyRoutes.readVersion, { params }) })
  const edit = async (given: Omit<DraftEdit, 'version'>) => (draft ? change.run({ params, body: { version: draft.version, ...given } }) : goneProblem)
  return (
    <UnitsPage
      {...{ draft, shows, initiatives }}
      next={shown}
      reading={shows === 'next' ? next : inForce}
      units={useMemo(() => (units.state === 'full' ? units.value.map(({ id, name }) => ({ id, name })) : []), [units])}
      today={useToday()}
      selected={query['objective']}
      canMeasure={!past && allows(session, 'edit_strategy')}
      measuring={measuring}
      discuss={({ id, statement }) => <Discuss iconFor={statement} subject={{ room: 'strategy', kind: 'unit_objective', id }} />}
      between={(tree) => (
        <Between
          {...{ tree, a, b }}
          reading={common}
          canEdit={!past && allows(session, 'edit_strategy')}
          onChoose={(one, other) => setQuery({ a: one, b: other })}
          onDecide={({ from, to }, state, why) => decide.run({ body: { from: from.id, to: to.id, state, why } })}
          onTakeBack={({ id, version: seen }) => takeBack.run({ params: { id }, query: { version: seen } })}
        />
      )}
      onSelect={(objective) => setQuery({ objective })}
      onShow={(to) => setQuery({ version: to === 'next' ? 'next' : undefined })}
      acts={{
        measures: (objectiveId) => draftMeasureActs(edit, objectiveId), save: (strategy) => edit({ unitStrategies: [strategy] }), remove: (id) => edit({ removeUnitStrategies: [id] }), saveWaiver: (waiver) => edit({ waivers: [waiver] }), removeWaiver: (id) => edit({ removeWaivers: [id] }),
      }}
    />
  )
}

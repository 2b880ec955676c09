import { strategyRoutes } from '@throughline/contract/strategy'
import { Suspense } from 'react'
import { useFindInitiatives } from '../../../demand/index.ts'
import { MilestonesOf } from '../../../delivery/index.ts'
import { useToday } from '../../../format/index.ts'
import { Discuss } from '../../../governance/index.ts'
import { allows, useSignedIn } from '../../../people/index.ts'
import { useAddressQuery } from '../../../shell/address.ts'
import { ValueUnder } from '../../../value/index.ts'
import { readAhead, useRead } from '../../../wire/index.ts'
import { AssumptionsOf } from '../../parts/AssumptionsOf.tsx'
import { ReadingMark } from '../../parts/ReadingMark.tsx'
import { useStrategyActs } from '../../use-acts.ts'
import { StrategyPage } from './Page.tsx'

/** Read while the page’s code loads, or when its link is pointed at. */
export const prepare = readAhead(strategyRoutes.readStrategy, {})

/** The strategy in force. The objective looked at and the view stand in the address, so that a link shows the same. */
export default function StrategyRoute() {
  const session = useSignedIn()
  const today = useToday()
  const canEdit = allows(session, 'edit_strategy')
  const [query, setQuery] = useAddressQuery()
  const strategy = useRead(strategyRoutes.readStrategy, {})
  const initiatives = useFindInitiatives({ current: true, enabled: canEdit })
  const acts = useStrategyActs()
  return (
    <StrategyPage
      strategy={strategy}
      discuss={({ id, statement }) => <Discuss iconFor={statement} subject={{ room: 'strategy', kind: 'objective', id }} />}
      readingOf={({ id }) => <ReadingMark objectiveId={id} />}
      ledgerOf={({ id }) => <Suspense><ValueUnder objectiveId={id} /></Suspense>}
      assumptionsOf={({ id }) => <AssumptionsOf objectiveId={id} />}
      milestonesOf={({ id }) => <Suspense><MilestonesOf of={{ objectiveId: id }} /></Suspense>}
      canEdit={canEdit}
      initiatives={initiatives}
      selected={query['objective']}
      view={query['view'] === 'table' ? 'table' : 'bands'}
      today={today}
      acts={acts}
      onSelect={(objective) => setQuery({ objective })}
      onView={(view) => setQuery({ view: view === 'table' ? view : undefined })}
    />
  )
}

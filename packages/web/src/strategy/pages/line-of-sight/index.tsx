import { strategyRoutes } from '@throughline/contract/strategy'
import { Suspense } from 'react'
import { WorkPart } from '../../../delivery/index.ts'
import { useAddressQuery } from '../../../shell/address.ts'
import { useRead } from '../../../wire/index.ts'
import { subjectOf } from './address.ts'
import { LineOfSightPage } from './Page.tsx'

/** The thing whose line is followed stands in the address. */
export default function LineOfSightRoute() {
  const [query, setQuery] = useAddressQuery()
  const subject = subjectOf(query)
  const sight = useRead(strategyRoutes.readSight, { query: subject ?? { kind: 'objective', id: '' } }, { enabled: subject !== undefined })
  const lines = useRead(strategyRoutes.readSightLines, {}, { enabled: subject === undefined })
  return <LineOfSightPage sight={subject && sight} lines={lines} work={subject?.kind === 'initiative' && <Suspense><WorkPart key={subject.id} initiativeId={subject.id} readOnly /></Suspense>} onFollow={({ kind, id }) => setQuery({ kind, id }, 'push')} />
}

import { demandRoutes } from '@throughline/contract/demand'
import { governanceRoutes } from '@throughline/contract/governance'
import { peopleRoutes } from '@throughline/contract/people'
import { portfolioRoutes } from '@throughline/contract/portfolio'
import { useCallback, useMemo } from 'react'
import { NamedFields, useFieldNames } from '../../../portfolio/index.ts'
import { usePathParams } from '../../../shell/address.ts'
import { useRead } from '../../../wire/index.ts'
import { Discuss } from '../../discussion/Discuss.tsx'
import { DecisionPage } from './Page.tsx'

/** One decision, with the plan before and after read again to see that it is still what was decided on. */
export default function DecisionRoute() {
  const id = usePathParams()['id'] ?? ''
  const decision = useRead(governanceRoutes.readDecision, { params: { id } })
  const found = decision.state === 'full' ? decision.value : undefined
  const again = useRead(portfolioRoutes.comparePlans, { query: { ids: `plan@${found?.knownAt ?? ''},plan@${found?.decidedAt ?? ''}` } }, { enabled: found !== undefined })
  // Of a decision on a business case, the version that it was about.
  const cases = useRead(demandRoutes.listBusinessCases, { query: { decisionId: id } })
  const units = useRead(peopleRoutes.listUnits, {})
  const names = useMemo(() => new Map(units.state === 'full' ? units.value.map((unit) => [unit.id, unit.name]) : []), [units])
  return (
    <NamedFields names={useFieldNames()}>
      <DecisionPage discuss={<Discuss subject={{ room: 'governance', kind: 'decision', id }} />} decision={decision} again={again} businessCase={cases.state === 'full' ? cases.value.rows[0] : undefined} unitName={useCallback((unit: string) => names.get(unit) ?? 'a department', [names])} />
    </NamedFields>
  )
}

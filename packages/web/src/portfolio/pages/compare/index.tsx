import { peopleRoutes } from '@throughline/contract/people'
import { portfolioRoutes } from '@throughline/contract/portfolio'
import { useCallback, useMemo } from 'react'
import { useAddressQuery } from '../../../shell/address.ts'
import { useRead } from '../../../wire/index.ts'
import { NamedFields, useFieldNames } from '../../parts/plans/field-names.tsx'
import { ComparePage } from './Page.tsx'

/** Plans side by side; the address keeps which, so that a link shows the same comparison. */
export default function CompareRoute() {
  const [query, change] = useAddressQuery()
  const chosen = (query['ids'] ?? 'plan').split(',').filter((id) => id !== '')
  const enough = chosen.length >= 2
  const comparison = useRead(portfolioRoutes.comparePlans, { query: { ids: chosen.join(',') } }, { enabled: enough })
  const scenarios = useRead(portfolioRoutes.listScenarios, {})
  const units = useRead(peopleRoutes.listUnits, {})
  const names = useMemo(() => new Map(units.state === 'full' ? units.value.map(({ id, name }) => [id, name]) : []), [units])
  return (
    <NamedFields names={useFieldNames()}>
      <ComparePage
        comparison={enough ? comparison : undefined}
        scenarios={scenarios.state === 'full' ? scenarios.value : []}
        chosen={chosen}
        unitName={useCallback((id: string) => names.get(id) ?? 'a department', [names])}
        onChoose={(ids) => change({ ids: ids.join(',') })}
        onPrint={() => window.print()}
      />
    </NamedFields>
  )
}

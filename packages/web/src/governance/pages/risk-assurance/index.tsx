import { governanceRoutes as routes } from '@throughline/contract/governance'
import { useDeferredValue, useState } from 'react'
import { allows, useSignedIn } from '../../../people/index.ts'
import { useAddressQuery } from '../../../shell/address.ts'
import { isPast, keyOf, readAhead, useAct, useMoment, useRead } from '../../../wire/index.ts'
import { RiskAssurancePage } from './Page.tsx'
import { pageRows, type AssuranceFilter } from './parts/overview.tsx'

export const prepare = readAhead(routes.readRiskAssurance, { query: { from: 0, limit: pageRows } })

/** How initiatives manage their risks. Which one is looked at stands in the address. */
export default function RiskAssuranceRoute() {
  const session = useSignedIn()
  const past = isPast(useMoment())
  const [query, change] = useAddressQuery()
  const chosen = query['initiative']
  const [filter, setFilter] = useState<AssuranceFilter>({ class: undefined, search: '', from: 0 })
  const { class: of, search, from } = useDeferredValue(filter)
  const asked = { query: { from, limit: pageRows, ...(of ? { class: of } : {}), ...(search.trim() === '' ? {} : { search: search.trim() }) } }
  const params = { id: chosen ?? '' }
  const [agree, give] = [useAct(routes.agreeRiskRules), useAct(routes.giveRiskOpinion, { answers: () => keyOf(routes.readInitiativeRiskAssurance, { params }) })]
  return (
    <RiskAssurancePage
      reading={useRead(routes.readRiskAssurance, asked, { enabled: chosen === undefined })} filter={filter} onFilter={setFilter} canEdit={allows(session, 'edit_strategy') && !past} chosen={chosen} one={useRead(routes.readInitiativeRiskAssurance, { params }, { enabled: chosen !== undefined })} onChoose={(initiative) => change({ initiative }, 'push')}
      acts={{ agree: (body) => agree.run({ body }), give: (id, body) => give.run({ params: { id }, body }) }}
    />
  )
}

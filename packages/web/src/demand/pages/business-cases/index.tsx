import { caseStates, demandRoutes } from '@throughline/contract/demand'
import { useSignedIn } from '../../../people/index.ts'
import { useAddressQuery } from '../../../shell/address.ts'
import { useRead } from '../../../wire/index.ts'
import { pageRows, BusinessCasesPage } from './Page.tsx'

/** Business cases of all initiatives, a page at a time. */
export default function BusinessCasesRoute() {
  useSignedIn()
  const [query, change] = useAddressQuery()
  const state = caseStates.find((one) => one === query['state'])
  const from = /^\d{1,6}$/.test(query['from'] ?? '') ? Number(query['from']) : 0
  const search = query['search'] ?? ''
  const reading = useRead(demandRoutes.listBusinessCases, { query: { from, limit: pageRows, ...(search === '' ? {} : { search }), ...(state ? { state } : {}) } })
  return <BusinessCasesPage {...{ reading, search, state }} onSearch={(text) => change({ search: text === '' ? undefined : text, from: undefined })} onState={(one) => change({ state: one, from: undefined })} onFrom={(at) => change({ from: at === 0 ? undefined : String(at) })} />
}

import { valueRoutes } from '@throughline/contract/value'
import { useAddressQuery, useGo } from '../../../shell/address.ts'
import { readAhead, useRead } from '../../../wire/index.ts'
import { KeepingPage } from './Page.tsx'

/** Read while the page’s code loads, or when its link is pointed at. */
export const prepare = readAhead(valueRoutes.readRegister, {})

/** Promise-keeping. Whose and of which periods stands in the address, so that a link shows the same. */
export default function KeepingRoute() {
  const [{ benefit, initiative, from, until, rate }, setQuery] = useAddressQuery()
  const go = useGo()
  const register = useRead(valueRoutes.readRegister, {})
  const keeping = useRead(valueRoutes.readKeeping, { query: { ...(benefit ? { benefitId: benefit } : {}), ...(initiative ? { initiativeId: initiative } : {}), ...(from ? { from } : {}), ...(until ? { until } : {}), ...(rate ? { rate } : {}) } })
  return <KeepingPage {...{ register, keeping }} looked={{ benefit, initiative, from, until }} rate={rate} onLook={(change) => setQuery({ ...change })} onRate={(percent) => setQuery({ rate: percent })} onOpen={go} />
}

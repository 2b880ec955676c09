import { portfolioRoutes } from '@throughline/contract/portfolio'
import { places } from '../../../format/index.ts'
import { allows, useSignedIn } from '../../../people/index.ts'
import { useAddressQuery, useGo } from '../../../shell/address.ts'
import { useAct, useRead } from '../../../wire/index.ts'
import { ScenariosPage } from './Page.tsx'

/** Every scenario that one may see. */
export default function ScenariosRoute() {
  const session = useSignedIn()
  const go = useGo()
  const [query] = useAddressQuery()
  const fork = useAct(portfolioRoutes.forkScenario)
  return (
    <ScenariosPage
      scenarios={useRead(portfolioRoutes.listScenarios, {})}
      canEdit={allows(session, 'make_scenario')}
      beginning={query['begin'] !== undefined}
      onBegin={async (name, note) => {
        const begun = await fork.run({ body: { name, note } })
        if (begun.ok) go(places.scenario(begun.value.id))
        return begun
      }}
    />
  )
}

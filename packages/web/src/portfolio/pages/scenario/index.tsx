import { demandRoutes } from '@throughline/contract/demand'
import { portfolioRoutes } from '@throughline/contract/portfolio'
import { places } from '../../../format/index.ts'
import { useSignedIn } from '../../../people/index.ts'
import { useGo, usePathParams } from '../../../shell/address.ts'
import { useAct, useRead } from '../../../wire/index.ts'
import { ScenarioPage } from './Page.tsx'

/** One saved scenario. */
export default function ScenarioRoute() {
  const id = usePathParams()['id'] ?? ''
  const session = useSignedIn()
  const go = useGo()
  const scenario = useRead(portfolioRoutes.readScenario, { params: { id } })
  const found = scenario.state === 'full' ? scenario.value : undefined
  const of = useRead(portfolioRoutes.readSelectionCase, { query: { value: found?.value ?? 'benefits' } }, { enabled: found !== undefined })
  const list = useRead(demandRoutes.listInitiatives, { query: {} })
  const change = useAct(portfolioRoutes.changeScenario)
  const remove = useAct(portfolioRoutes.removeScenario)
  return (
    <ScenarioPage
      scenario={scenario}
      case={of.state === 'full' ? of.value : undefined}
      rows={list.state === 'full' ? list.value.rows : undefined}
      canEdit={session?.can.edit ?? false}
      onChange={(entered) => change.run({ params: { id }, body: { version: found?.version ?? 1, ...entered } })}
      onRemove={async () => {
        const removed = await remove.run({ params: { id } })
        if (removed.ok) go(places.scenarios)
        return removed
      }}
    />
  )
}

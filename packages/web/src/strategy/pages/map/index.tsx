import { strategyRoutes } from '@throughline/contract/strategy'
import { allows, useSignedIn } from '../../../people/index.ts'
import { useAddressQuery } from '../../../shell/address.ts'
import { readAhead, useAct, useRead } from '../../../wire/index.ts'
import { MapPage } from './Page.tsx'

/** Read while the page’s code loads, or when its link is pointed at. */
export const prepare = readAhead(strategyRoutes.readMap, {})

/** The strategy map. What is traced and how it is shown stand in the address, so that a link shows the same. */
export default function MapRoute() {
  const session = useSignedIn()
  const [query, setQuery] = useAddressQuery()
  const answers = { answers: strategyRoutes.readMap }
  const changeObjective = useAct(strategyRoutes.changeObjective, { answers: strategyRoutes.readStrategy })
  const createLink = useAct(strategyRoutes.createLink, answers)
  const changeLink = useAct(strategyRoutes.changeLink, answers)
  const removeLink = useAct(strategyRoutes.removeLink, answers)
  return (
    <MapPage
      reading={useRead(strategyRoutes.readMap, {})}
      canEdit={allows(session, 'edit_strategy')}
      selected={query['objective']}
      view={query['view'] === 'table' ? 'table' : 'map'}
      units={query['units'] === 'shown' ? true : query['units'] === 'hidden' ? false : undefined}
      acts={{
        changeObjective: ({ id, version }, change) => changeObjective.run({ params: { id }, body: { version, ...change } }),
        addLink: (body) => createLink.run({ body }),
        changeLink: ({ id, version }, change) => changeLink.run({ params: { id }, body: { version, ...change } }),
        removeLink: ({ id, version }) => removeLink.run({ params: { id }, query: { version } }),
      }}
      onSelect={(objective) => setQuery({ objective })}
      onUnits={(shown) => setQuery({ units: shown ? 'shown' : 'hidden' })}
      onView={(view) => setQuery({ view: view === 'table' ? view : undefined })}
    />
  )
}

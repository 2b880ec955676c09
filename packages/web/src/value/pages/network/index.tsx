import { valueRoutes } from '@throughline/contract/value'
import { allows, useSignedIn } from '../../../people/index.ts'
import { useAddressQuery } from '../../../shell/address.ts'
import { isPast, readAhead, useAct, useMoment, useRead } from '../../../wire/index.ts'
import type { NetworkActs } from './acts.ts'
import { NetworkPage } from './Page.tsx'

/** Read while the page’s code loads, or when its link is pointed at. */
export const prepare = readAhead(valueRoutes.readNetwork, {})

/** The benefits network. What is selected and around what it is drawn stand in the address, so that a link shows the same. */
export default function NetworkRoute() {
  const session = useSignedIn()
  const [query, setQuery] = useAddressQuery()
  const past = isPast(useMoment())
  const around = query['around']
  const whole = useRead(valueRoutes.readNetwork, {})
  const part = useRead(valueRoutes.readNetwork, { query: around === undefined ? {} : { around } }, { enabled: around !== undefined })
  return <NetworkPage whole={whole} reading={around === undefined ? whole : part} acts={useNetworkActs()} canEdit={allows(session, 'record_value') && !past} around={around ?? ''} selected={query['node']} view={query['view'] === 'table' ? 'table' : query['view'] === 'gaps' ? 'gaps' : 'picture'} onShow={setQuery} />
}

function useNetworkActs(): NetworkActs {
  const [addNode, changeNode, removeNode] = [useAct(valueRoutes.addNetworkNode), useAct(valueRoutes.changeNetworkNode), useAct(valueRoutes.removeNetworkNode)]
  const [addEdge, changeEdge, removeEdge, changeBenefit] = [useAct(valueRoutes.addNetworkEdge), useAct(valueRoutes.changeNetworkEdge), useAct(valueRoutes.removeNetworkEdge), useAct(valueRoutes.changeBenefit)]
  const [preview, addList] = [useAct(valueRoutes.previewNetworkList, { staleRoom: 'nothing' }), useAct(valueRoutes.addNetworkList)]
  return {
    addNode: (kind, entered) => addNode.run({ body: { kind, ...entered } }),
    changeNode: ({ id, version }, entered) => changeNode.run({ params: { id }, body: { version, ...entered } }),
    removeNode: ({ id, version }) => removeNode.run({ params: { id }, query: { version } }),
    link: (from, to, entered) => addEdge.run({ body: { from, to, ...entered } }),
    changeEdge: ({ id, version }, entered) => changeEdge.run({ params: { id }, body: { version, ...entered } }),
    // What a benefit says itself that it leads to is taken back where it is kept.
    unlink: ({ id, version, keptIn }) => (keptIn === 'ledger' ? changeBenefit.run({ params: { id }, body: { version, leadsTo: null } }) : removeEdge.run({ params: { id }, query: { version } })),
    preview: (body, fileName) => preview.run({ query: { fileName: fileName.slice(0, 200) }, body }),
    addList: (rows) => addList.run({ body: { rows: [...rows] } }),
  }
}

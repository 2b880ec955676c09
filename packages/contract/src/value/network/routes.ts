import { Type } from 'typebox'
import { Empty, IdParams, route, Seen, ShortText } from '../../wire/index.ts'
import { CounterfactualLine, Network, NetworkAdded, NetworkAsked, NetworkEdge, NetworkEdgeChange, NetworkNode, NetworkNodeChange, NetworkPreview, NetworkRows, NewNetworkEdge, NewNetworkNode } from './schemas.ts'

const linking = ['link_unknown', 'link_retired', 'link_not_allowed', 'link_there', 'link_cycle', 'chain_counted_twice'] as const
const naming = ['node_name_taken', 'node_dates', 'initiative_unknown'] as const

/** The benefits dependency network: what leads to what, with its gaps. */
export const networkRoutes = {
  readNetwork: route({ method: 'GET', path: '/api/value/network', summary: 'The benefits network with its gaps: all of it, or what leads to a node and what that leads to', access: 'read', query: NetworkAsked, reply: Network, refusals: ['link_unknown'] }),
  addNetworkNode: route({ method: 'POST', path: '/api/value/network/nodes', summary: 'Add a driver, a change or a deliverable to the network', access: 'record_value', body: NewNetworkNode, reply: NetworkNode, status: 201, refusals: naming }),
  changeNetworkNode: route({ method: 'PATCH', path: '/api/value/network/nodes/:id', summary: 'Change a node that is kept in the network; its kind stays', access: 'record_value', params: IdParams, body: NetworkNodeChange, reply: NetworkNode, refusals: naming }),
  removeNetworkNode: route({ method: 'DELETE', path: '/api/value/network/nodes/:id', summary: 'Remove a node that is kept in the network, with its edges; its history is kept', access: 'record_value', params: IdParams, query: Seen, seen: 'network_node', reply: Empty, status: 204 }),
  addNetworkEdge: route({ method: 'POST', path: '/api/value/network/edges', summary: 'Say that one node leads to another', access: 'record_value', body: NewNetworkEdge, reply: NetworkEdge, status: 201, refusals: linking }),
  changeNetworkEdge: route({ method: 'PATCH', path: '/api/value/network/edges/:id', summary: 'Change the share, the lag or the evidence of an edge', access: 'record_value', params: IdParams, body: NetworkEdgeChange, reply: NetworkEdge }),
  removeNetworkEdge: route({ method: 'DELETE', path: '/api/value/network/edges/:id', summary: 'Remove an edge; its history is kept', access: 'record_value', params: IdParams, query: Seen, seen: 'network_edge', reply: Empty, status: 204 }),
  previewNetworkList: route({ method: 'POST', path: '/api/value/network/list-previews', summary: 'Read a CSV or XLSX file of nodes and edges and show what it would add; nothing is written', access: 'record_value', query: Type.Object({ fileName: Type.Optional(ShortText(200)) }), body: 'bytes', reply: NetworkPreview }),
  addNetworkList: route({ method: 'POST', path: '/api/value/network/lists', summary: 'Add many nodes and edges in one act; lines that cannot be taken are named', access: 'record_value', body: NetworkRows, reply: NetworkAdded, status: 201, refusals: ['list_adds_nothing'] }),
  readCounterfactual: route({ method: 'GET', path: '/api/value/measures/:id/counterfactual', summary: 'How a measure would have gone without the initiatives, by the method that was registered beforehand', access: 'read', params: IdParams, reply: CounterfactualLine }),
} as const

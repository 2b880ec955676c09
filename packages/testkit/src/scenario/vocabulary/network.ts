import { valueRoutes, type Network, type NetworkFinding, type NetworkNode } from '@throughline/contract/value'
import { checkTable, words } from '../check.ts'
import { checks, does, type Sentence } from '../sentence.ts'
import { act, present, type World } from '../world.ts'
import { listInitiatives, nobodysId } from './find.ts'

/** Sentences about the benefits network: its nodes and edges by what they are called. */
export const networkSentences: readonly Sentence[] = [
  does('{person} adds to the network', async ({ world, table }, person) => {
    for (const row of present(table, 'table of nodes')) {
      const dates = { ...(row['starts'] ? { startsOn: row['starts'] } : {}), ...(row['due'] ? { dueOn: row['due'] } : {}) }
      await act(world, person, valueRoutes.addNetworkNode, { body: { kind: kindIn(row['kind']), name: row['name'] ?? '', owner: row['owner'] || null, state: row['state'] === 'retired' ? 'retired' : 'planned', ...dates } })
      if ((world.answer?.status ?? 0) >= 300) return
    }
  }),
  does('{person} links in the network', async ({ world, table }, person) => {
    for (const row of present(table, 'table of edges')) {
      const share = row['share'] ? { share: Number(row['share']) } : {}
      await act(world, person, valueRoutes.addNetworkEdge, { body: { from: await idOf(world, row['from']), to: await idOf(world, row['to']), ...share } })
      if ((world.answer?.status ?? 0) >= 300) return
    }
  }),
  does('{person} adds the list to the network', async ({ world, table }, person) => {
    const rows = present(table, 'table of lines').map((row, at) => ({ line: at + 2, kind: row['kind'] ?? '', name: row['name'] ?? '', leadsTo: row['leads to'] ? row['leads to'].split('; ') : [] }))
    await act(world, person, valueRoutes.addNetworkList, { body: { rows } })
  }),

  checks('the gaps of the network read', async ({ world, table }) => checkTable('gaps', table, (await readNetwork(world)).findings, { gap: words<NetworkFinding>(({ code }) => code.replaceAll('_', ' ')), words: words<NetworkFinding>((finding) => finding.words) })),
]

const readNetwork = ({ home }: World): Promise<Network> => home.viewer.read(valueRoutes.readNetwork, {})
const kindIn = (text = ''): 'enabler' => text.replaceAll(' ', '_') as Extract<NetworkNode['kind'], 'enabler'>

/** Of a node of the network, else of an initiative that is not in it yet, else of nothing. */
async function idOf(world: World, name = ''): Promise<string> {
  const { nodes } = await readNetwork(world)
  return nodes.find((node) => node.name === name)?.id ?? (await listInitiatives(world)).find((row) => row.name === name)?.id ?? nobodysId
}

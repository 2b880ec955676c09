import { basename } from 'node:path'
import { valueRoutes, type Network, type NetworkNode, type NetworkPreview } from '@throughline/contract/value'
import { nodeKinds, tracerOf } from '@throughline/engine/value'
import type { Caller } from '../terminal/call.ts'
import { UsageError, wordAt, type Command } from '../terminal/command.ts'
import { tableLines } from '../terminal/print.ts'

async function findNode(call: Caller, name: string): Promise<{ readonly network: Network; readonly node: NetworkNode }> {
  const network = await call(valueRoutes.readNetwork, {})
  const found = network.nodes.filter((one) => one.id === name || one.name.toLowerCase() === name.toLowerCase())
  const [node] = found
  if (!node || found.length > 1) throw new UsageError(`Found ${found.length === 0 ? 'nothing' : found.length} named ${name} in the network${found.length > 1 ? `: use an id (${found.map(({ id, kind }) => `${kind.replaceAll('_', ' ')} ${id}`).join(', ')})` : ''}.`)
  return { network, node }
}

const kindSaid = ({ kind }: NetworkNode): string => kind.replaceAll('_', ' ')
const inOrder = (nodes: readonly NetworkNode[]): readonly NetworkNode[] => nodes.toSorted((a, b) => nodeKinds.indexOf(a.kind) - nodeKinds.indexOf(b.kind))

function nodeLines({ nodes, edges, said }: Network): readonly string[] {
  const names = new Map(nodes.map(({ id, name }) => [id, name]))
  const drawn = new Set([...edges.flatMap(({ from, to }) => [from, to]), ...said.filter((tie) => tie.said === 'promises').map(({ from }) => from)])
  const onlySaid = nodes.filter(({ id, keptIn }) => keptIn === 'portfolio' && !drawn.has(id))
  const listed = inOrder(nodes.filter((node) => !onlySaid.includes(node)))
  const lines = tableLines(listed, [
    { head: 'Kind', of: kindSaid }, { head: 'Name', of: ({ name }) => name, widest: 50 }, { head: 'Owner', of: ({ owner }) => owner ?? '–', widest: 24 }, { head: 'State', of: ({ state }) => state?.replaceAll('_', ' ') ?? '–' }, { head: 'Due', of: ({ dueOn }) => dueOn ?? '–' },
    { head: 'Leads to', of: ({ id }) => edges.filter(({ from }) => from === id).map(({ to }) => names.get(to) ?? '').join('; ') || '–', widest: 60 }, { head: 'Gaps', of: ({ gaps }) => String(gaps.length || '–'), right: true },
  ])
  return [...lines, ...(onlySaid.length > 0 ? ['', `${onlySaid.length} initiatives are said to serve an objective and lead to no benefit.`] : [])]
}

const network: Command = {
  name: 'value network',
  summary: 'The benefits network: what leads to what, and where the line is broken',
  options: { around: { about: 'Only what leads to a node and what it leads to', takes: 'name' }, gaps: { about: 'The gaps alone, each in words' } },
  run: async (typed, { call, print }) => {
    const name = typed.one('around')
    const found = await call(valueRoutes.readNetwork, name === undefined ? {} : { query: { around: (await findNode(call, name)).node.id } })
    print.answer(found, () => (typed.on('gaps') ? (found.findings.length === 0 ? ['No gaps.'] : found.findings.map(({ words }) => words)) : [...nodeLines(found), '', `${found.nodes.length} nodes, ${found.edges.length} edges, ${found.findings.length} gaps.`]))
  },
}

const traceCommand: Command = {
  name: 'value trace',
  usage: '<node>',
  summary: 'What a node of the benefits network drives, and what drives it',
  run: async (typed, { call, print }) => {
    const { network: whole, node } = await findNode(call, wordAt(typed, 0, 'node'))
    const traced = tracerOf(whole)
    const along = (direction: 'forward' | 'back') => inOrder(whole.nodes.filter(({ id }) => id !== node.id && traced(node.id, direction).has(id)))
    const [drives, drivenBy] = [along('forward'), along('back')]
    const lines = (nodes: readonly NetworkNode[]): readonly string[] => (nodes.length === 0 ? ['  nothing'] : nodes.map((one) => `  ${one.name} (${kindSaid(one)}${one.owner ? `, ${one.owner}` : ''})`))
    print.answer({ node, drives, drivenBy }, () => [`${node.name} (${kindSaid(node)})`, '', 'Drives', ...lines(drives), '', 'Is driven by', ...lines(drivenBy)])
  },
}

const link: Command = {
  name: 'value link',
  usage: '<from> <to>',
  summary: 'Say that one node of the benefits network leads to another',
  options: { share: { about: 'Which percentage of the effect is put down to it', takes: 'percent' }, lag: { about: 'After how many months it shows', takes: 'months' }, evidence: { about: 'What shows it', takes: 'text' } },
  run: async (typed, { call, print }) => {
    const [from, to] = [(await findNode(call, wordAt(typed, 0, 'node'))).node, (await findNode(call, wordAt(typed, 1, 'node that it leads to'))).node]
    const whole = (option: string): number | null => (typed.one(option) === undefined ? null : wholeOf(typed.one(option) ?? ''))
    const edge = await call(valueRoutes.addNetworkEdge, { body: { from: from.id, to: to.id, share: whole('share'), lagMonths: whole('lag'), evidence: typed.one('evidence') ?? '' } })
    print.answer(edge, () => [`${from.name} leads to ${to.name}.`])
  },
}

function wholeOf(text: string): number {
  if (!/^\d{1,3}$/.test(text)) throw new UsageError(`Found ${text}; expected a whole number.`)
  return Number(text)
}

const load: Command = {
  name: 'value load-network',
  usage: '<file>',
  summary: 'Add the nodes and edges of a CSV or XLSX file in one act; lines that cannot be taken are named',
  options: { preview: { about: 'Say what the file would add, and write nothing' } },
  run: async (typed, { call, print, readFile }) => {
    const path = wordAt(typed, 0, 'file')
    const preview = await call(valueRoutes.previewNetworkList, { query: { fileName: basename(path) }, body: await readFile(path) })
    if (typed.on('preview')) return print.answer(preview, () => [`${preview.recognised}: adds ${preview.adds.nodes} nodes and ${preview.adds.edges} edges.`, ...issueLines(preview)])
    if (preview.rows.length === 0) throw new UsageError(issueLines(preview).join(' ') || 'The file has no lines.')
    const added = await call(valueRoutes.addNetworkList, { body: { rows: preview.rows } })
    return print.answer(added, () => [`Added ${added.nodes} nodes and ${added.edges} edges.`, ...issueLines(preview)])
  },
}

const issueLines = ({ issues }: Pick<NetworkPreview, 'issues'>): readonly string[] => issues.map(({ line, found, expected }) => `${line === null ? 'The file' : `Line ${line}`}: found ${found || 'nothing'}; expected ${expected}.`)

/** The benefits network in the terminal. */
export const networkCommands: readonly Command[] = [network, traceCommand, link, load]

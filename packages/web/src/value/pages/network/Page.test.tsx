import type { Network, NetworkNode } from '@throughline/contract/value'
import { ok } from '@throughline/engine/kernel'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { LocaleProvider } from '../../../ui/locale.tsx'
import type { Reading } from '../../../wire/index.ts'
import { NetworkPage, type NetworkPageProps } from './Page.tsx'
import { shownOf, tracedIn } from './shown.ts'

const done = async () => ok({})
const full = <T,>(value: T): Reading<T> => ({ state: 'full', value, refreshing: false, problem: undefined, again: () => undefined })
const node = (id: string, kind: NetworkNode['kind'], change: Partial<NetworkNode> = {}): NetworkNode => ({ id, kind, keptIn: 'network', name: id, owner: 'Ada', note: '', startsOn: null, dueOn: null, state: 'planned', initiative: null, measure: null, counted: null, gaps: [], version: 1, ...change })
const edge = (from: string, to: string) => ({ id: `${from} ${to}`, from, to, share: 60, lagMonths: 3, evidence: 'A pilot', keptIn: 'network' as const, version: 1 })

const network: Network = {
  nodes: [
    node('Portal', 'enabler', { keptIn: 'portfolio' }), node('Bridge', 'enabler', { keptIn: 'portfolio', gaps: ['enabler_without_benefit'] }), node('Tunnel', 'enabler', { keptIn: 'portfolio', gaps: ['enabler_without_benefit'] }), node('Order online', 'business_change', { owner: null, gaps: ['without_owner'] }),
    node('Fewer calls', 'benefit', { keptIn: 'ledger', measure: { id: 'm', name: 'Calls', hasBaseline: false }, counted: true, gaps: ['without_baseline'] }), node('Cheaper mail', 'objective', { keptIn: 'strategy', state: null }), node('Paper forms', 'business_change', { state: 'retired' }),
  ],
  edges: [edge('Portal', 'Order online'), edge('Order online', 'Fewer calls'), edge('Fewer calls', 'Cheaper mail')],
  said: [{ from: 'Bridge', to: 'Cheaper mail', said: 'serves', shown: false }, { from: 'Tunnel', to: 'Cheaper mail', said: 'serves', shown: false }, { from: 'Portal', to: 'Fewer calls', said: 'promises', shown: true }],
  findings: [{ code: 'without_owner', nodeIds: ['Order online'], words: 'Order online has no owner' }, { code: 'without_baseline', nodeIds: ['Fewer calls'], words: 'Fewer calls has a measure without a baseline' }],
}
const show = (change: Partial<NetworkPageProps> = {}) =>
  renderToStaticMarkup(
    <LocaleProvider locale="en-GB">
      <NetworkPage whole={full(network)} reading={full(network)} acts={{ addNode: done, changeNode: done, removeNode: done, link: done, changeEdge: done, unlink: done, preview: async () => ok({ recognised: '', rows: [], adds: { nodes: 0, edges: 0 }, issues: [] }), addList: done }} canEdit around="" selected={undefined} view="picture" onShow={() => undefined} {...change} />
    </LocaleProvider>,
  )

describe('the benefits network', () => {
  it('loading', () => expect(show({ reading: { state: 'loading' } })).toContain('Loading the benefits network'))
  it('refused', () => expect(show({ reading: { state: 'refused', problem: { type: '', title: '', status: 422, code: 'link_unknown', detail: 'The network has nothing with that id.' }, again: () => undefined } })).toContain('nothing with that id'))
  it('empty: says where each kind comes from', () => {
    const empty = full({ nodes: [], edges: [], said: [], findings: [] })
    expect(show({ whole: empty, reading: empty })).toContain('There is no network yet')
  })
  it('full: every band, gaps in words and by a mark, initiatives that only say that they serve put together', () => {
    const html = show()
    const text = html.replaceAll(/<[^>]*>/g, '')
    for (const words of ['Business change: Order onlineNo owner, Planned1 gap: Without an owner', '2 initiatives said to serve Cheaper mailno benefit yet']) expect(text).toContain(words)
    for (const words of ['Enabling changes', 'Add driver', 'Paste or load a list', '7 nodes, 3 edges, 2 gaps', 'line-through']) expect(html).toContain(words)
    expect(text).not.toContain('Enabler: BridgeAda')
  })
  it('selected: what it rests on and leads to, with share and lag, and what it lacks', () => {
    const html = show({ selected: 'Fewer calls' })
    for (const words of ['Rests on', 'Leads to', '60% · 3 months later · A pilot', 'has a measure without a baseline', 'Calls</a>, which has no baseline', 'Link to…', 'Unlink Order online', 'Only what is around it']) expect(html).toContain(words)
    expect(html).not.toContain('>Edit<')
    expect(show({ selected: 'Cheaper mail' })).toContain('said in the strategy alone')
  })
  it('as a table and as a list of gaps', () => {
    for (const words of ['Nodes of the benefits network', 'Rests on', 'Given up']) expect(show({ view: 'table' })).toContain(words)
    for (const words of ['Measure without a baseline', 'Order online has no owner']) expect(show({ view: 'gaps' })).toContain(words)
  })
  it('viewers, and who looks at the past, change nothing', () => {
    const html = show({ canEdit: false, selected: 'Order online' })
    for (const words of ['Paste or load', 'Add driver', 'Link to', 'Unlink', '>Edit<', 'L links']) expect(html).not.toContain(words)
  })
})

describe('what is drawn', () => {
  it('initiatives one by one once their objective was opened', () => {
    expect(shownOf(network, new Set()).bundles.map(({ initiativeIds }) => initiativeIds)).toEqual([['Bridge', 'Tunnel']])
    const opened = shownOf(network, new Set(['Cheaper mail']))
    expect([opened.bundles, opened.nodes.length, opened.edges.filter((one) => one.edge === null).length]).toEqual([[], 7, 2])
  })
  it('a trace follows edges all the way, and what is only said one step', () => {
    const shown = shownOf(network, new Set(['Cheaper mail']))
    expect([...tracedIn(shown, 'Order online')].sort()).toEqual(['Cheaper mail', 'Fewer calls', 'Order online', 'Portal'])
    expect(tracedIn(shown, 'Cheaper mail').has('Bridge')).toBe(true)
  })
})

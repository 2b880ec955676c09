import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { cycleIn, findingsOf, leadsTo, linkRefusal, networkAround, nodeKinds, planList, trace, type BenefitNetwork, type ListRow, type NetworkNode, type NodeKind } from './index.ts'

const node = (id: string, kind: NodeKind, change: Partial<NetworkNode> = {}): NetworkNode => ({ id, kind, name: id, ownerId: 'somebody', ...(kind === 'benefit' ? { measured: { hasMeasure: true, hasBaseline: true } } : {}), ...change })
const line = (...ids: readonly string[]) => ids.slice(1).map((to, at) => ({ from: ids[at] ?? '', to }))
const whole: BenefitNetwork = { nodes: [node('tool', 'enabler'), node('training', 'enabling_change'), node('new way', 'business_change'), node('faster', 'benefit'), node('save', 'objective'), node('budget', 'driver')], edges: line('tool', 'training', 'new way', 'faster', 'save', 'budget') }
const withNode = (change: Partial<NetworkNode> & { readonly id: string }): BenefitNetwork => ({ ...whole, nodes: whole.nodes.map((one) => (one.id === change.id ? { ...one, ...change } : one)) })
const codes = (network: BenefitNetwork) => findingsOf(network).map((finding) => [finding.code, 'nodeId' in finding ? finding.nodeId : ''])

describe('gaps', () => {
  it('what is retired carries nothing, and lacks nothing itself', () => {
    expect(codes(withNode({ id: 'new way', retired: true, ownerId: null }))).toEqual([['enabler_without_benefit', 'tool'], ['change_without_benefit', 'training'], ['benefit_without_change', 'faster']])
  })
  it('a driver that no objective answers, and shares of more than the whole', () => {
    expect(codes({ ...whole, edges: whole.edges.slice(0, -1) })).toEqual([['driver_without_objective', 'budget']])
    const twoWays = { nodes: [...whole.nodes, node('other way', 'business_change')], edges: [...whole.edges.map((edge) => (edge.to === 'faster' ? { ...edge, share: 60 } : edge)), { from: 'other way', to: 'faster', share: 41 }] }
    expect(codes(twoWays)).toEqual([['shares_above_whole', 'faster']])
  })
  it('due before what it needs is there and shows: 31 August and six months is 28 February', () => {
    const dated = (due: string): BenefitNetwork => ({ nodes: [node('new way', 'business_change', { dueOn: '2026-08-31' }), node('faster', 'benefit', { dueOn: due }), node('save', 'objective')], edges: [{ from: 'new way', to: 'faster', lagMonths: 6 }, { from: 'faster', to: 'save' }] })
    expect(findingsOf(dated('2027-02-28'))).toEqual([])
    expect(findingsOf(dated('2027-02-27'))).toMatchObject([{ code: 'due_too_early', due: '2027-02-27', notBefore: '2027-02-28' }])
  })
})

describe('an edge', () => {
  it('is refused by name, with the figures', () => {
    expect(linkRefusal(whole, { from: 'tool', to: 'nowhere' })).toEqual({ code: 'link_unknown', values: { id: 'nowhere' } })
    expect(linkRefusal(whole, { from: 'tool', to: 'faster' })).toMatchObject({ code: 'link_not_allowed', values: { fromKind: 'enabler', toKind: 'benefit', expected: 'enabler or enabling change or business change' } })
    expect(linkRefusal(whole, { from: 'tool', to: 'training' })?.code).toBe('link_there')
    expect(linkRefusal(withNode({ id: 'tool', retired: true }), { from: 'tool', to: 'new way' })).toMatchObject({ code: 'link_retired', values: { name: 'tool' } })
    expect(linkRefusal(whole, { from: 'tool', to: 'new way' })).toBeNull()
  })
  it('closes no circle, and the way round is told', () => {
    const chain = { nodes: ['a', 'b', 'c'].map((id) => node(id, 'benefit')), edges: line('a', 'b', 'c') }
    expect(linkRefusal(chain, { from: 'c', to: 'a' })).toMatchObject({ code: 'link_cycle', values: { way: 'a, b, c' } })
    expect(linkRefusal(chain, { from: 'a', to: 'a' })?.code).toBe('link_cycle')
  })
})

test('what leads to a node and what it leads to, and no by-ways', () => {
  const network = { nodes: [...whole.nodes, node('by-way', 'business_change'), node('other', 'benefit')], edges: [...whole.edges, { from: 'training', to: 'by-way' }, { from: 'by-way', to: 'other' }] }
  expect(networkAround(network, 'new way')).toEqual(whole)
  expect(networkAround(network, 'training').nodes.length).toBe(8)
})

/** Networks of a few nodes with whatever edges the grammar allows. */
const someNetwork = fc.array(fc.constantFrom(...nodeKinds), { minLength: 1, maxLength: 9 }).chain((kinds) => {
  const nodes = kinds.map((kind, at) => node(`n${at}`, kind))
  const allowed = nodes.flatMap((from) => nodes.filter((to) => leadsTo[from.kind].includes(to.kind)).map((to) => ({ from: from.id, to: to.id })))
  return fc.subarray(allowed).map((edges): BenefitNetwork => ({ nodes, edges }))
})

describe('laws', () => {
  it('one edge at a time never makes a network that may not be saved', () => {
    fc.assert(fc.property(someNetwork, ({ nodes, edges }) => {
      const built = edges.reduce((network: BenefitNetwork, edge) => (linkRefusal(network, edge) ? network : { ...network, edges: [...network.edges, edge] }), { nodes, edges: [] })
      expect(cycleIn(built)).toBeNull()
      expect(findingsOf(built).filter(({ code }) => ['cycle', 'edge_wrong', 'node_unknown'].includes(code))).toEqual([])
    }))
  })
  it('a circle is found where a node leads back to itself, and is one', () => {
    fc.assert(fc.property(someNetwork, (network) => {
      const cycle = cycleIn(network)
      const round = network.nodes.some(({ id }) => network.edges.some(({ from, to }) => from === id && trace(network, to, 'forward').has(id)))
      expect(cycle !== null).toBe(round)
      for (const [at, id] of (cycle ?? []).slice(1).entries()) expect(network.edges).toContainEqual({ from: cycle?.[at], to: id })
    }))
  })
  it('reached kinds are those of the trace', () => {
    fc.assert(fc.property(someNetwork, (network) => {
      if (cycleIn(network)) return
      const lacking = (id: string, direction: 'forward' | 'back', kind: NodeKind) => ![...trace(network, id, direction)].some((other) => other !== id && network.nodes.some((one) => one.id === other && one.kind === kind))
      const found = findingsOf(network)
      for (const { id, kind } of network.nodes) {
        if (kind === 'enabler') expect(found.some((one) => one.code === 'enabler_without_benefit' && one.nodeId === id)).toBe(lacking(id, 'forward', 'benefit'))
        if (kind === 'objective') expect(found.some((one) => one.code === 'objective_without_benefit' && one.nodeId === id)).toBe(lacking(id, 'back', 'benefit'))
      }
    }))
  })
})

describe('a list', () => {
  const row = (at: number, kind: string, name: string, ...to: readonly string[]): ListRow => ({ line: at, kind, name, owner: null, leadsTo: to, share: null, lagMonths: null })
  it('adds what is not there, links by name whatever the order, and changes nothing that is there', () => {
    const plan = planList(whole, [row(2, 'Business change', 'Order online', 'FASTER '), row(3, 'deliverable', 'Portal', 'order  online'), row(4, 'Enabler', 'Tool', 'Order online')])
    expect(plan.issues).toEqual([])
    expect(plan.nodes.map(({ kind, name }) => [kind, name])).toEqual([['business_change', 'Order online'], ['enabler', 'Portal']])
    expect(plan.edges.map(({ from, to }) => [from, to])).toEqual([['line 2', 'faster'], ['line 3', 'line 2'], ['tool', 'line 2']])
  })
  it('names what is wrong with its line, and takes the rest', () => {
    const plan = planList(whole, [row(2, 'wish', 'World peace'), row(3, 'benefit', 'Happier people'), row(4, 'driver', ''), row(5, 'enabler', 'tool', 'faster'), row(6, 'enabling change', 'training', 'new way', 'nowhere'), row(7, 'driver', 'Law')])
    expect(plan.issues.map(({ line: at, code }) => [at, code])).toEqual([[2, 'kind_unknown'], [3, 'kept_elsewhere'], [4, 'name_missing'], [5, 'link_not_allowed'], [6, 'link_there'], [6, 'link_unknown']])
    expect(plan.nodes.map(({ name }) => name)).toEqual(['Law'])
  })
})

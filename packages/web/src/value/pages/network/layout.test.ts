import fc from 'fast-check'
import { leadsTo, nodeKinds } from '@throughline/engine/value'
import { describe, expect, it } from 'vitest'
import { layoutNetwork, usualSizes, type LayoutEdge, type LayoutNode } from './layout.ts'

const someNetwork = fc.array(fc.constantFrom(...nodeKinds), { minLength: 1, maxLength: 14 }).chain((kinds) => {
  const nodes: readonly LayoutNode[] = kinds.map((kind, at) => ({ id: `n${at}`, kind }))
  // From earlier to later alone: without circles.
  const allowed = nodes.flatMap((from, at) => nodes.slice(at + 1).filter((to) => leadsTo[from.kind].includes(to.kind)).map((to): LayoutEdge => ({ from: from.id, to: to.id })))
  return fc.subarray(allowed).map((edges) => ({ nodes, edges }))
})

describe('the picture of a network', () => {
  it('goes from left to right, in bands by kind, and nothing lies upon another', () => {
    fc.assert(fc.property(someNetwork, ({ nodes, edges }) => {
      const { places, bands, height } = layoutNetwork(nodes, edges)
      for (const { from, to } of edges) expect(places.get(from)?.x).toBeLessThan(places.get(to)?.x ?? 0)
      for (const { id, kind } of nodes) {
        const [place, band] = [places.get(id), bands.find((one) => one.kind === kind)]
        expect(place && band && place.x >= band.x && place.x + usualSizes.node[0] <= band.x + band.width && place.y > -0.001 && place.y + usualSizes.node[1] <= height + 0.001).toBe(true)
        for (const other of nodes) if (other.id !== id && places.get(other.id)?.column === place?.column) expect(Math.abs((places.get(other.id)?.y ?? 0) - (place?.y ?? 0))).toBeGreaterThan(usualSizes.node[1])
      }
    }))
  })
  it('untangles what can be drawn without a crossing: pairs given crosswise, 45 crossings otherwise', () => {
    const many = Array.from({ length: 10 }, (_, at) => at)
    const nodes: readonly LayoutNode[] = [...many.map((at) => ({ id: `b${at}`, kind: 'benefit' as const })), ...many.toReversed().map((at) => ({ id: `o${at}`, kind: 'objective' as const }))]
    expect(layoutNetwork(nodes, many.map((at) => ({ from: `b${at}`, to: `o${at}` }))).crossings).toBe(0)
  })
  it('leads an edge over a band along a place of its own, between what stands there', () => {
    const { ways, places } = layoutNetwork([{ id: 'tool', kind: 'enabler' }, { id: 'training', kind: 'enabling_change' }, { id: 'new way', kind: 'business_change' }], [{ from: 'tool', to: 'training' }, { from: 'training', to: 'new way' }, { from: 'tool', to: 'new way' }])
    const passing = ways[2]?.[1]?.[1] ?? 0
    const training = places.get('training')?.y ?? 0
    expect(ways.map((way) => way.length)).toEqual([2, 2, 4])
    expect(passing < training || passing > training + usualSizes.node[1]).toBe(true)
  })
  it('a circle is drawn, in one column', () => expect(new Set([...layoutNetwork([{ id: 'a', kind: 'benefit' }, { id: 'b', kind: 'benefit' }], [{ from: 'a', to: 'b' }, { from: 'b', to: 'a' }]).places.values()].map(({ column }) => column)).size).toBe(1))
})

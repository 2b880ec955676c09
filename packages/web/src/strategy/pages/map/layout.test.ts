import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fullMap } from './fixture.ts'
import { cardTowards, crossings, layoutMap, sizes } from './layout.ts'

const perspectives = [0, 1, 2].map((order) => ({ id: `p${order}`, name: `Band ${order}`, order, version: 1 }))
const drawn = fc.record({
  objectives: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 1, maxLength: 24 }).map((bands) => bands.map((band, at) => ({ id: `o${at}`, perspectiveId: `p${band}` }))),
  ends: fc.array(fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 23 })), { maxLength: 30 }), width: fc.integer({ min: 300, max: 1400 }),
}).map(({ objectives, ends, width }) => ({ objectives, width, links: ends.map(([a, b], at) => ({ id: `l${at}`, from: `o${a % objectives.length}`, to: `o${b % objectives.length}` })) }))

describe('the map', () => {
  it('stands in bands from the outermost down, each card inside its own', () => {
    const { bands, cards } = layoutMap(fullMap, 1180)
    expect(bands.map(({ name }) => name)).toEqual(['People we serve', 'Ways of working', 'Capabilities'])
    for (const { id, perspectiveId } of fullMap.objectives) {
      const [card, band] = [cards.get(id), bands.find((each) => each.id === perspectiveId)]
      expect(card && band && card.y >= band.y + sizes.bandHead && card.y + sizes.cardHeight <= band.y + band.height).toBe(true)
    }
  })

  it('orders cards so that two crossed links do not cross', () => {
    const objectives = ['a', 'b'].map((id) => ({ id, perspectiveId: 'p0' })).concat(['c', 'd'].map((id) => ({ id, perspectiveId: 'p1' })))
    const links = [{ id: '1', from: 'd', to: 'a' }, { id: '2', from: 'c', to: 'b' }]
    expect(crossings([['a', 'b'], ['c', 'd']], links, 4)).toBe(1)
    const { cards } = layoutMap({ perspectives, objectives, links }, 1180)
    expect(Math.sign((cards.get('a')?.x ?? 0) - (cards.get('b')?.x ?? 0))).toBe(Math.sign((cards.get('d')?.x ?? 0) - (cards.get('c')?.x ?? 0)))
  })

  it('law: no card lies on another or outside, and every link is drawn from card to card', () => {
    fc.assert(fc.property(drawn, ({ objectives, links, width }) => {
      const { cards, edges, height } = layoutMap({ perspectives, objectives, links }, width)
      const all = [...cards.values()]
      expect(all).toHaveLength(objectives.length)
      for (const [at, one] of all.entries()) {
        expect(one.x >= 0 && one.y >= 0 && one.y + sizes.cardHeight <= height && (one.x + sizes.cardWidth <= width + 1e-6 || width < sizes.cardWidth + 2 * sizes.side)).toBe(true)
        for (const other of all.slice(at + 1)) expect(Math.abs(one.x - other.x) >= sizes.cardWidth - 1e-6 || Math.abs(one.y - other.y) >= sizes.cardHeight).toBe(true)
      }
      expect(edges.map(({ id }) => id)).toEqual(links.filter(({ from, to }) => from !== to).map(({ id }) => id))
      for (const { path } of edges) expect(path).not.toMatch(/NaN|undefined|Infinity/)
    }), { numRuns: 60 })
  })

  it('law: the order never has more crossings than the one that was given', () => {
    fc.assert(fc.property(drawn, ({ objectives, links, width }) => {
      const layout = layoutMap({ perspectives, objectives, links }, width)
      const given = perspectives.map(({ id }) => objectives.filter(({ perspectiveId }) => perspectiveId === id).map((each) => each.id))
      const laid = given.map((ids) => ids.toSorted((a, b) => (layout.cards.get(a)?.column ?? 0) - (layout.cards.get(b)?.column ?? 0) || (layout.cards.get(a)?.row ?? 0) - (layout.cards.get(b)?.row ?? 0)))
      expect(crossings(laid, links, layout.columns)).toBeLessThanOrEqual(crossings(given, links, layout.columns))
    }), { numRuns: 60 })
  })

  it('goes by arrows to the nearest card ahead', () => {
    const { cards } = layoutMap(fullMap, 1180)
    expect(cardTowards(cards, 'ob3', 'ArrowUp')).toBeDefined()
    expect([cardTowards(cards, 'ob1', 'ArrowUp'), cardTowards(cards, 'ob1', 'x'), cardTowards(cards, 'nobody', 'ArrowUp')]).toEqual([undefined, undefined, undefined])
  })
})

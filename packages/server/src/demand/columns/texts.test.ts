import { expect, it } from 'vitest'
import fc from 'fast-check'
import { codeTexts } from './texts.ts'

const before = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const text = fc.string({ unit: fc.constantFrom('a', 'A', 'b', 'É', 'é', ' ', '1', '😀'), maxLength: 6 })

it('ranks texts by their letters whatever their case, then as written, also those that come later', () =>
  fc.assert(
    fc.property(fc.array(fc.array(text, { maxLength: 20 }), { maxLength: 8 }), (batches) => {
      const texts = codeTexts()
      for (const batch of batches) {
        for (const one of batch) texts.admit(one)
        texts.ranks()
      }
      const all = [...new Set(batches.flat())]
      const ranks = texts.ranks()
      const byRank = all.toSorted((a, b) => (ranks[texts.admit(a)] ?? 0) - (ranks[texts.admit(b)] ?? 0))
      expect(byRank).toEqual(all.toSorted((a, b) => before(a.toLowerCase(), b.toLowerCase()) || before(a, b)))
      expect([texts.count, all.map((one) => texts.of(texts.admit(one)))]).toEqual([all.length + 1, all])
    }),
    { numRuns: 100 },
  ))

it('finds letters in every text, also in those that came after they were sought', () => {
  const texts = codeTexts()
  const [dam, weir] = [texts.admit('The Dam'), texts.admit('Weir')]
  expect([texts.having('DAM')[dam], texts.having('DAM')[weir]]).toEqual([1, 0])
  const later = texts.admit('damaged')
  expect([texts.having('dam')[later], texts.having('dam')[dam], texts.having('dam')[0]]).toEqual([1, 1, 0])
})

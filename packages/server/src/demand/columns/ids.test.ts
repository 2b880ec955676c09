import { expect, it } from 'vitest'
import fc from 'fast-check'
import { numberIds } from './ids.ts'

const bytesOf = (ids: readonly string[]): Uint8Array => Buffer.from(ids.map((id) => id.replaceAll('-', '')).join(''), 'hex')

it('gives each id a number once, whatever the order, and says it back', () =>
  fc.assert(
    fc.property(fc.array(fc.array(fc.uuid(), { maxLength: 40 }), { maxLength: 12 }), (batches) => {
      const ids = numberIds()
      const model: string[] = []
      for (const batch of batches) {
        const numbers = ids.admit(bytesOf(batch))
        for (const id of batch) if (!model.includes(id)) model.push(id)
        expect([...numbers]).toEqual(batch.map((id) => model.indexOf(id)))
      }
      expect([ids.count, model.map((_, number) => ids.of(number)), model.map((id) => ids.find(id))]).toEqual([model.length, model, model.map((_, number) => number)])
      const places = ids.places()
      expect(model.toSorted((a, b) => (places[model.indexOf(a)] ?? 0) - (places[model.indexOf(b)] ?? 0))).toEqual([...model].sort())
    }),
    { numRuns: 60 },
  ))

it('does not know an id that it was never given', () => {
  const ids = numberIds()
  ids.admit(bytesOf(['01890a5d-ac96-774b-bcce-b302099a8057']))
  expect([ids.find('01890a5d-ac96-774b-bcce-b302099a8058'), ids.find('01890A5D-AC96-774B-BCCE-B302099A8057')]).toEqual([undefined, 0])
})

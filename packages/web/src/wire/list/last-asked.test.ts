import { expect, it } from 'vitest'
import { lastAsked } from './last-asked.ts'

it('an answer that comes after a later question is dropped', async () => {
  const ask = lastAsked()
  const slow = Promise.withResolvers<string>()
  const first = ask(() => slow.promise)
  const second = ask(() => Promise.resolve('of the second'))
  slow.resolve('of the first')
  expect([await first, await second]).toEqual([undefined, 'of the second'])
})

import { expect, it } from 'vitest'
import { begunAt, withMention } from './mention.ts'

it('a mention is being written after an @ that begins a word', () => {
  expect(begunAt('Ask @Ad', 7)).toEqual({ at: 4, find: 'Ad' })
  expect(begunAt('@', 1)).toEqual({ at: 0, find: '' })
  expect(begunAt('Ask @Ada Love', 13)).toEqual({ at: 4, find: 'Ada Love' })
  for (const text of ['ada@example', 'Ask @ ', '@Ada\nmore', 'plain']) expect(begunAt(text, text.length)).toBeUndefined()
})
it('the chosen name takes its place, and the cursor stands behind it', () => {
  expect(withMention('Ask @Ad please', 7, { at: 4, find: 'Ad' }, 'Ada Lovelace')).toEqual({ text: 'Ask @Ada Lovelace please', cursor: 18 })
})

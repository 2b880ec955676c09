import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { partsOf } from './text-parts.ts'

const ada = { id: 'a', name: 'Ada (PMO)' }

describe('the pieces of a comment', () => {
  it('are words, links of http and https, and the members that are named', () => {
    expect(partsOf('See https://example.org/a?b=1, @Ada (PMO)!', [ada])).toEqual([
      { kind: 'words', text: 'See ' }, { kind: 'link', text: 'https://example.org/a?b=1', address: 'https://example.org/a?b=1' }, { kind: 'words', text: ', ' }, { kind: 'mention', text: '@Ada (PMO)' }, { kind: 'words', text: '!' },
    ])
  })
  it.each(['javascript:alert(1)', 'data:text/html,<script>alert(1)</script>', 'vbscript:x', '<img src=x onerror=alert(1)>', 'https://', 'http://:80', '//example.org', '@Ada'])('%s is nothing but words', (text) => {
    expect(partsOf(text, [ada]).every(({ kind }) => kind === 'words')).toBe(true)
  })
  it('lose and add nothing, and lead nowhere but to http and https', () => {
    const piece = fc.oneof(fc.string({ unit: 'grapheme' }), fc.webUrl(), fc.constantFrom('@Ada (PMO)', 'javascript:', 'https://', 'http://x"y', ' '))
    fc.assert(fc.property(fc.array(piece), (pieces) => {
      const parts = partsOf(pieces.join(''), [ada])
      expect(parts.map(({ text }) => text).join('')).toBe(pieces.join(''))
      expect(parts.every((part) => part.kind !== 'link' || /^https?:\/\/[^/]/.test(part.address))).toBe(true)
    }))
  })
})

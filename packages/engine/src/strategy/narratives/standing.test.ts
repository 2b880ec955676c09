import { describe, expect, test } from 'vitest'
import { narrativeStanding } from './index.ts'

const today = new Map([['2026-03-31', 8.5], ['2026-06-30', 9]])
describe('narratives', () => {
  test('explain figures as they are, figures that changed or went, or none', () => {
    expect(narrativeStanding([{ on: '2026-03-31', value: 8.5 }], today)).toEqual({ standing: 'anchored', moved: [] })
    expect(narrativeStanding([{ on: '2026-03-31', value: 8.2 }, { on: '2026-06-30', value: 9 }, { on: '2025-12-31', value: 7 }], today)).toEqual({ standing: 'stale', moved: [{ on: '2026-03-31', was: 8.2, now: 8.5 }, { on: '2025-12-31', was: 7, now: null }] })
    expect(narrativeStanding([], today).standing).toBe('unanchored')
  })
})

import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { describe, expect, it } from 'vitest'
import { andThen, isWaiting, nothingWaiting, readAgain, staleRooms } from './stale.ts'

const changed = (room: string, kind: string, id = 'x') => ({ changes: [{ room, kind, id }], more: false })

describe('what is stale after an act', () => {
  it('is what may compute with it; of what was said the discussion alone; of too much everything', () => {
    expect([...(staleRooms(changed('portfolio', 'scenario')) ?? [])].sort()).toEqual(['governance', 'portfolio'])
    expect([...(staleRooms(changed('governance', 'comment')) ?? [])]).toEqual(['governance'])
    expect(staleRooms(changed('strategy', 'objective'))?.has('value')).toBe(true)
    expect(staleRooms(changed('governance', 'decision'))).toBeUndefined()
    expect(staleRooms({ changes: [], more: true })).toBeUndefined()
  })
  it('gathers, each person once, and everything swallows the rest', () => {
    const waiting = andThen(andThen(andThen(nothingWaiting, changed('value', 'value_entry'), 'Ada'), changed('portfolio', 'scenario'), 'Ada'), changed('demand', 'initiative', 'y'), undefined)
    expect(waiting).toMatchObject({ by: ['Ada'], ids: ['x', 'x', 'y'] })
    expect(isWaiting(nothingWaiting)).toBe(false)
    expect(andThen(waiting, { changes: [], more: true }, 'Bo')).toMatchObject({ rooms: undefined, by: ['Ada', 'Bo'] })
  })
  it('is read again where it is shown, and told where it spoke of what changed', async () => {
    const client = new QueryClient()
    let asked = 0
    const shown = new QueryObserver(client, { queryKey: ['demand', '/api/demand/initiatives'], queryFn: () => ({ id: 'bridge', asked: (asked += 1) }), staleTime: Infinity })
    const leave = shown.subscribe(() => undefined)
    await shown.refetch()
    expect(readAgain(client, { rooms: new Set(['portfolio']), ids: ['bridge'] })).toBe(false)
    expect(asked).toBe(1)
    expect(readAgain(client, { rooms: new Set(['demand']), ids: ['tunnel'] })).toBe(false)
    expect(readAgain(client, { rooms: undefined, ids: ['bridge'] })).toBe(true)
    await expect.poll(() => asked).toBeGreaterThan(1)
    leave()
    client.clear()
  })
})

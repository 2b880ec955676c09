import { describe, expect, it } from 'vitest'
import { Type } from 'typebox'
import { route } from '@throughline/contract/wire'
import { checksOf } from './input.ts'

const read = route({ method: 'GET', path: '/api/x', summary: 'X', access: 'read', query: Type.Object({ from: Type.Optional(Type.Integer({ minimum: 0 })), most: Type.Optional(Type.Integer({ maximum: 10 })) }), reply: Type.Object({}) })

describe('a number in an address', () => {
  const check = (query: object) => checksOf(read).query?.(query)

  it('is read from text', () => {
    expect(check({ from: '12', most: '10' })).toEqual([])
  })

  it('beyond all numbers is no number, and is told once', () => {
    expect(check({ from: '1e309' })).toEqual([{ path: '/from', found: 'Infinity', expected: 'a number' }])
    expect(check({ most: '1e309' })).toEqual([expect.objectContaining({ path: '/most', expected: 'a number <= 10' })])
    expect(check({ from: '-1e309' })).toEqual([expect.objectContaining({ path: '/from', expected: 'a number >= 0' })])
  })
})

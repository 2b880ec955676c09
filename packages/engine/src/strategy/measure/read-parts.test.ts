import { expect, it } from 'vitest'
import { decimalText, partsMake, readParts, valueOfParts } from './index.ts'

it('reads parts as they are pasted or typed, and names what is none or twice', () => {
  expect(readParts('North\t120\t4.5\r\nSouth; 80; 5\nWest = 10 @ -2.25\n\n')).toEqual({ parts: [{ name: 'North', volume: 120, price: 4.5 }, { name: 'South', volume: 80, price: 5 }, { name: 'West', volume: 10, price: -2.25 }], wrong: [] })
  expect(readParts('North 120 4.5\nNorth=1@2\nNorth=3@4').wrong).toEqual(['North 120 4.5', 'North'])
})

it('writes the value that parts make so that they make it again', () => {
  const { parts } = readParts('a=3@0.1\nb=7@0.333333333')
  for (const aggregation of ['flow', 'ratio'] as const) expect(partsMake(aggregation, parts, Number(decimalText(valueOfParts(aggregation, parts))))).toBe(true)
  expect([decimalText(120), decimalText(0.1 + 0.2), decimalText(-2.5)]).toEqual(['120', '0.3', '-2.5'])
})

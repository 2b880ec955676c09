import { expect, test } from 'vitest'
import { wordsOf } from '../../between/likeness.ts'
import { definitionText, starterLibrary } from '../index.ts'

test('the starter library defines each measure once, by a calculation, with what has to be watched beside it', () => {
  const texts = starterLibrary.map(definitionText)
  expect(texts).not.toContain(undefined)
  expect(new Set(texts).size).toBe(starterLibrary.length)
  expect(new Set(starterLibrary.map(({ name }) => name.toLowerCase())).size).toBe(starterLibrary.length)
  for (const { name, meaning, gamingRisk, watch, source, patterns } of starterLibrary) {
    expect([meaning, gamingRisk, watch, source].filter((words) => words.trim() === ''), name).toEqual([])
    // Every pattern has a word that says something, or it would fit no goal.
    expect(patterns.filter((pattern) => wordsOf(pattern).size === 0), name).toEqual([])
  }
})

test('each perspective that an organisation begins with has an outcome to choose, and there are leading and lagging ones', () => {
  const perspectives = [...new Set(starterLibrary.map(({ perspective }) => perspective))]
  for (const one of perspectives) expect(starterLibrary.some(({ perspective, tellsOf }) => perspective === one && tellsOf === 'outcome'), String(one)).toBe(true)
  expect(starterLibrary.filter(({ leading }) => leading).length).toBeGreaterThan(8)
})

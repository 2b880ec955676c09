import { expect, it } from 'vitest'
import { readTyped } from '../terminal/args.ts'
import { UsageError } from '../terminal/command.ts'
import { appraiseCommand, choicesOf } from './appraise.ts'

const choices = (...typed: readonly string[]) => choicesOf(readTyped(appraiseCommand, ['initiative', 'appraise', 'Smart', ...typed]), 'GBP')

it('is the latest Green Book unless said, with real amounts and no uplift', () => {
  expect(choices()).toEqual({ currency: 'GBP', prices: 'real', inflation: 0.02, bias: null, rate: { vintage: 'green-book-2026', schedule: 'standard' } })
})

it('reads a rate of one’s own, prices and doubt', () => {
  expect(choices('--rate', '8', '--nominal-rate', '--mid-year', '--nominal', '--inflation', '2.5 %', '--works', 'equipment', '--mitigated', '60')).toEqual({
    currency: 'GBP', prices: 'nominal', inflation: 0.025, bias: { category: 'equipment', mitigation: 0.6 }, rate: { perYear: 0.08, basis: 'nominal', timing: 'mid' },
  })
})

it.each([[['--rate', 'high'], 'expected a number of per cent'], [['--works', 'castle'], 'non_standard_building'], [['--vintage', 'green-book-1998'], 'green-book-2022'], [['--schedule', 'steep'], 'standard, health or sensitivity']])('%j is refused with what would be read', (typed, words) => {
  expect(() => choices(...typed)).toThrow(UsageError)
  expect(() => choices(...typed)).toThrow(words)
})

import { describe, expect, it } from 'vitest'
import { findCommand, leadingWords, readTyped } from './args.ts'
import { UsageError, type Command } from './command.ts'
import { explanationLines, moneyText, readAmount } from './figures.ts'
import { tableLines } from './print.ts'

const command = (name: string, options: Command['options'] = {}): Command => ({ name, summary: '', options, run: async () => undefined })

describe('reading a command line', () => {
  it('finds the longest command that the words begin with', () => {
    const commands = [command('initiative'), command('initiative set'), command('initiatives')]
    expect(findCommand(commands, leadingWords(['initiative', 'set', 'A', 'name=B']))?.name).toBe('initiative set')
    expect(findCommand(commands, leadingWords(['initiative', 'HS2', '--why']))?.name).toBe('initiative')
    expect(findCommand(commands, ['initiativ'])).toBeUndefined()
  })

  it('gives words and options, and names what it does not know', () => {
    const select = command('select', { cap: { about: '', takes: 'x', many: true } })
    const typed = readTyped(select, ['select', 'all', '--cap', 'a=1', '--cap', 'b=2', '--json'])
    expect([typed.words, typed.many('cap'), typed.on('json'), typed.one('url')]).toEqual([['all'], ['a=1', 'b=2'], true, undefined])
    expect(() => readTyped(select, ['select', '--budgett', '1'])).toThrow(UsageError)
  })
})

describe('amounts', () => {
  it('are read as a person types them, without a float in between', () => {
    expect(['100bn', '2.5m', '1,250,000', 'GBP 0.07', '-3k'].map((text) => readAmount(text, 'GBP'))).toEqual([10_000_000_000_000n, 250_000_000n, 125_000_000n, 7n, -300_000n])
    expect(readAmount('90071992547409931.01', 'GBP')).toBe(9007199254740993101n)
    expect(() => readAmount('lots', 'GBP')).toThrow('Found amount lots')
  })

  it('are written with three digits and a scale', () => {
    expect(['123', '123456', '-98765432100', '24600000000000'].map((minor) => moneyText({ minor, currency: 'GBP' }))).toEqual(['GBP 1.23', 'GBP 1.23k', 'GBP -988m', 'GBP 246bn'])
  })
})

describe('what is printed', () => {
  it('is aligned, cut, and says when there is nothing', () => {
    expect(tableLines([{ a: 'x', n: '1' }, { a: 'long\nname', n: '22' }], [{ head: 'A', of: ({ a }) => a, widest: 6 }, { head: 'N', of: ({ n }) => n, right: true }])).toEqual(['A        N', '──────  ──', 'x        1', 'long …  22'])
    expect(tableLines([], [])).toEqual(['(none)'])
  })

  it('explains a figure as the same tree that screens show', () => {
    const lines = explanationLines({
      term: 'Cost', figure: { status: 'undefined', reason: 'EXEMPT' }, formula: 'portfolio-total',
      terms: [{ term: 'A', figure: { status: 'ok', value: { kind: 'number', value: 2, unit: 'percent' } }, source: { kind: 'derived', rule: 'by days' } }], omitted: 3,
    })
    expect(lines).toEqual(['Cost: (the publisher withheld the figure)', '  method: docs/methods/portfolio-total.md', '  A: 2 % [derived: by days]', '  … and 3 more'])
  })
})

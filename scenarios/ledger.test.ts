import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ledgerRules } from '@throughline/engine/value'
import { ledgerVocabulary, playLedger } from '@throughline/testkit/ledger'
import { readScenarios } from '@throughline/testkit/scenario'

const scenarios = readScenarios(join(import.meta.dirname, 'ledger')).map((scenario) => ({ name: `${scenario.path}: ${scenario.title}`, scenario }))
const steps = scenarios.flatMap(({ scenario }) => scenario.parts.flatMap((part) => part.steps.map(({ text }) => text)))
const spec = readFileSync(join(import.meta.dirname, '../docs/specs/value-ledger.md'), 'utf8')

describe('the value ledger', () => {
  it.each(scenarios)('$name', ({ scenario }) => playLedger(scenario, ledgerVocabulary))

  it('has a scenario for every example that its page tells', () => {
    const examples = [...spec.matchAll(/^- \*\*(L-\d+) /gm)].map((match) => match[1] ?? '')
    expect(examples).toHaveLength(12)
    expect(examples.filter((example) => !scenarios.some(({ scenario }) => new RegExp(`\\b${example}\\b`).test(scenario.story)))).toEqual([])
  })

  it('has a scenario for every refusal, under the rule it is named after', () => {
    expect(Object.entries(ledgerRules).map(([code, rule]) => `it is refused as \`${code}\` under \`${rule}\``).filter((text) => !steps.includes(text))).toEqual([])
  })

  it('tells of every refusal on its page', () => {
    expect(Object.keys(ledgerRules).filter((code) => !spec.includes(`\`${code}\``))).toEqual([])
  })

  it('has no sentence that no scenario uses', () => {
    expect(ledgerVocabulary.filter(({ read }) => !steps.some((text) => read(text))).map(({ form }) => form)).toEqual([])
  })
})

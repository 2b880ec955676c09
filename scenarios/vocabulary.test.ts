import { expect, it } from 'vitest'
import { readScenarios, understand, vocabulary } from '@throughline/testkit/scenario'

const steps = readScenarios(import.meta.dirname).filter(({ path }) => !path.startsWith('ledger/')).flatMap(({ path, parts }) => parts.flatMap((part) => part.steps.map(({ text, line }) => ({ place: `${path}:${line}`, kind: part.kind, text }))))

it('every sentence of every scenario means one thing', () => {
  const faults = steps.flatMap(({ place, kind, text }) => {
    try {
      understand(vocabulary, kind, text)
      return []
    } catch (error) {
      return [`${place}: ${String(error)}`]
    }
  })
  expect(faults).toEqual([])
})

it('every sentence of the vocabulary is used by a scenario, and so is tried', () => {
  expect(vocabulary.filter(({ read }) => !steps.some(({ text }) => read(text))).map(({ form }) => form)).toEqual([])
})

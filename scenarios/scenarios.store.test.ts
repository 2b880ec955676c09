import { it } from 'vitest'
import { onEachDatabase } from '@throughline/testkit/database'
import { openStage, playScenario, readScenarios, vocabulary } from '@throughline/testkit/scenario'

const scenarios = readScenarios(import.meta.dirname).filter(({ path }) => !path.startsWith('ledger/')).map((scenario) => ({ name: `${scenario.path}: ${scenario.title}`, scenario }))

onEachDatabase('scenarios', (t) => {
  const stage = openStage(t)
  it.each(scenarios)('$name', ({ scenario }) => playScenario(scenario, vocabulary, stage))
})

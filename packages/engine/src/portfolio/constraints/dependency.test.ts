import { expect, it } from 'vitest'
import { chosenUnder, option } from '../testing/given.ts'

const platform = option('platform', -2, 4)
const service = option('service', 30, 3)

it('given a service that needs a platform, then both, because 30 - 2 beats nothing, and the platform is in for the sake of the service', () => {
  const selection = chosenUnder([service, platform], { kind: 'totalBudget', limit: 7 }, { kind: 'dependency', candidateId: 'service', requires: ['platform'] })
  expect(selection).toMatchObject({ chosen: ['platform', 'service'], value: 28 })
  expect(selection.verdicts[0]).toMatchObject({ candidateId: 'platform', because: 'needed_by_others', reason: 'It is in because service cannot go without it.' })
})

it('given 6 to spend, then neither, because the service without its platform would not work and both cost 7', () => {
  const selection = chosenUnder([{ ...service, requires: ['platform'] }, platform], { kind: 'totalBudget', limit: 6 })
  expect(selection).toMatchObject({ chosen: [], value: 0 })
  expect(selection.verdicts[1]).toMatchObject({ candidateId: 'service', because: 'cannot_fit', opposite: { kind: 'impossible', proved: true } })
})

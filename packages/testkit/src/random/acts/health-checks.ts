import { demandRoutes } from '@throughline/contract/demand'
import { governanceRoutes, type HealthCheckDetail, type Recommendation } from '@throughline/contract/governance'
import type { DrawnAct, Writers } from './kinds.ts'

/** Health checks: booked, judged, recommended from, reported, and what is recommended followed. The editor reviews, the owner owns what is recommended. */
export const healthCheckActs = ({ owner, editor }: Writers): Readonly<Record<string, DrawnAct>> => {
  const list = () => owner.read(governanceRoutes.readHealthChecks, {})
  const booked = async (): Promise<HealthCheckDetail | undefined> => {
    const check = (await list()).checks.find(({ state }) => state === 'booked')
    return check && editor.read(governanceRoutes.readHealthCheck, { params: { id: check.id } })
  }
  const given = async (state: Recommendation['state']) => (await list()).recommendations.find((one) => one.state === state && one.owner.id === owner.actor.accountId)
  const evidence = () => [{ kind: 'document' as const, words: 'What was seen' }]
  const book = async () => {
    const [initiative] = (await owner.read(demandRoutes.listInitiatives, { query: {} })).rows
    return initiative && owner.call(governanceRoutes.bookHealthCheck, { body: { initiativeId: initiative.id, tier: 'light', scale: 'three_point', plannedOn: '2026-03-03', purpose: 'Before the gate', reviewerIds: [editor.actor.accountId] } })
  }
  const recommend = (words: string) => async () => {
    const check = await booked()
    return check && editor.call(governanceRoutes.addRecommendation, { params: { id: check.id }, body: { version: check.version, recommendation: { class: 'do_by', dueOn: '2026-04-01', area: 'money', words, ownerId: owner.actor.accountId } } })
  }
  return {
    'book a health check': book,
    'judge the areas of a health check': async () => {
      let last: Awaited<ReturnType<DrawnAct>>
      for (let check = await booked(); check?.unjudged[0] !== undefined && (last?.status ?? 200) < 300; check = await booked()) last = await editor.call(governanceRoutes.judgeArea, { params: { id: check.id }, body: { version: check.version, area: check.unjudged[0], level: 'amber', words: 'What was seen', evidence: evidence() } })
      return last
    },
    'recommend something': recommend('Agree the date'),
    'recommend something else': recommend('Name an owner'),
    'report a health check': async () => {
      const check = await booked()
      return check && check.unjudged.length === 0 ? editor.call(governanceRoutes.reportHealthCheck, { params: { id: check.id }, body: { version: check.version, level: 'red', words: 'What was seen', reasons: [{ words: 'What was seen', evidence: evidence() }] } }) : undefined
    },
    'withdraw a recommendation': async () => {
      const one = await given('open')
      return one && editor.call(governanceRoutes.withdrawRecommendation, { params: { id: one.id }, body: { version: one.version, reason: 'Another way' } })
    },
    'say that a recommendation is done': async () => {
      const one = await given('open')
      return one && owner.call(governanceRoutes.answerRecommendation, { params: { id: one.id }, body: { version: one.version, words: 'What was seen' } })
    },
    'look again at a recommendation': async () => {
      const one = await given('done')
      return one && editor.call(governanceRoutes.recheckRecommendation, { params: { id: one.id }, body: { version: one.version, confirmed: false, words: 'What was seen' } })
    },
    'give a recommendation away': async () => {
      const one = await given('open')
      return one && owner.call(governanceRoutes.giveRecommendation, { params: { id: one.id }, body: { version: one.version, ownerId: editor.actor.accountId, reason: 'Another way' } })
    },
    'book another health check': book,
    'call a health check off': async () => {
      const check = await booked()
      return check && owner.call(governanceRoutes.callOffHealthCheck, { params: { id: check.id }, body: { version: check.version, reason: 'Another way' } })
    },
  }
}

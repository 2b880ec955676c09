import { expect, it } from 'vitest'
import { demandRoutes } from '@throughline/contract/demand'
import { governanceRoutes, type HealthCheckDetail } from '@throughline/contract/governance'
import { peopleRoutes } from '@throughline/contract/people'
import { onEachDatabase, testApp } from '@throughline/testkit/database'

onEachDatabase('health checks', (t) => {
  const app = testApp(t)

  it('are reviewed by whoever is independent until the report, which keeps what the records said; what is recommended counts once somebody else looked again', async () => {
    const { owner, editor, viewer } = app
    const bridge = await editor.read(demandRoutes.createInitiative, { body: { name: 'Bridge', costMinor: '7654321', benefitsMinor: '100' } })
    const [lead, reviewer] = [await app.member('viewer', 'Lea Lead'), await app.member('viewer', 'Rae Reviewer')]
    const role = (memberId: string) => owner.read(peopleRoutes.giveRole, { body: { memberId, role: 'project_manager', initiativeId: bridge.id } })
    await role(lead.actor.accountId)
    const booking = (...reviewerIds: string[]) => ({ body: { initiativeId: bridge.id, tier: 'light' as const, scale: 'five_point' as const, plannedOn: '2026-12-01', purpose: 'Before the gate', reviewerIds } })
    expect(await editor.refused(governanceRoutes.bookHealthCheck, booking(reviewer.actor.accountId, lead.actor.accountId))).toMatchObject({ code: 'performer_dependent', detail: expect.stringContaining('Lea Lead is of its team') as unknown })
    expect((await viewer.read(governanceRoutes.readHealthChecks, {})).refusedReviewers).toMatchObject([{ name: 'Lea Lead', initiative: { name: 'Bridge' }, by: editor.actor.name }])
    const booked = await editor.read(governanceRoutes.bookHealthCheck, booking(reviewer.actor.accountId))
    const params = { id: booked.id }
    const now = () => viewer.read(governanceRoutes.readHealthCheck, { params })
    const evidence = [{ kind: 'figures' as const, words: 'Forecast of May' }]

    let check: HealthCheckDetail = booked
    expect(await reviewer.refused(governanceRoutes.judgeArea, { params, body: { version: 1, area: 'money', level: 'red', words: 'Short', evidence: [] } })).toMatchObject({ code: 'input_invalid' })
    for (const area of booked.unjudged) check = await reviewer.read(governanceRoutes.judgeArea, { params, body: { version: check.version, area, level: 'green', words: 'Sound', evidence } })
    expect(await reviewer.refused(governanceRoutes.judgeArea, { params, body: { version: 1, area: 'money', level: 'red', words: 'Short', evidence } })).toMatchObject({ code: 'version_moved' })
    const recommended = await reviewer.read(governanceRoutes.addRecommendation, { params, body: { version: check.version, recommendation: { class: 'do_now', area: 'money', words: 'Close the gap', ownerId: reviewer.actor.accountId } } })
    const joined = await role(reviewer.actor.accountId)
    const report = (version: number) => ({ params, body: { version, level: 'amber_red' as const, words: 'In doubt', reasons: [{ words: 'The money is short', evidence }] } })
    expect(await reviewer.refused(governanceRoutes.reportHealthCheck, report(recommended.version))).toMatchObject({ code: 'performer_dependent' })
    await owner.read(peopleRoutes.endRole, { params: { id: joined.id } })
    // Five green areas, and what the reviewer judged of the whole stands beside them.
    const reported = await reviewer.read(governanceRoutes.reportHealthCheck, report(recommended.version))
    expect([reported.reported?.level, reported.profile.find(({ level }) => level === 'green')?.areas]).toEqual(['amber_red', 5])
    await editor.read(demandRoutes.changeInitiative, { params: { id: bridge.id }, body: { version: bridge.version, costMinor: '1' } })
    expect(JSON.stringify((await now()).indicators)).toContain('7654321')
    const blind = await (await app.member('resource_manager')).call(governanceRoutes.readHealthCheck, { params })
    expect(blind.bytes.toString('utf8')).not.toContain('7654321')

    const [one] = reported.recommendations
    const at = { params: { id: one?.id ?? '' } }
    // Nobody takes back what they were recommended, nor looks again at what they said themselves, whoever owns it by then.
    expect(await reviewer.refused(governanceRoutes.withdrawRecommendation, { ...at, body: { version: 1, reason: 'Not needed' } })).toMatchObject({ code: 'review_not_yours' })
    await reviewer.read(governanceRoutes.answerRecommendation, { ...at, body: { version: 1, words: 'Done' } })
    expect(await reviewer.refused(governanceRoutes.recheckRecommendation, { ...at, body: { version: 2, confirmed: true, words: 'Seen' } })).toMatchObject({ code: 'review_not_yours' })
    await editor.read(governanceRoutes.giveRecommendation, { ...at, body: { version: 2, ownerId: viewer.actor.accountId, reason: '' } })
    expect(await reviewer.refused(governanceRoutes.recheckRecommendation, { ...at, body: { version: 3, confirmed: true, words: 'Seen' } })).toMatchObject({ code: 'review_not_yours' })
    const second = await app.member('viewer', 'Sam Second')
    await editor.read(governanceRoutes.bookHealthCheck, booking(second.actor.accountId))
    const opened = await second.read(governanceRoutes.recheckRecommendation, { ...at, body: { version: 3, confirmed: false, words: 'Not yet' } })
    expect(opened.recommendations[0]).toMatchObject({ state: 'open', owner: { name: viewer.actor.name }, recheck: { words: 'Not yet' } })
    const { entries } = await owner.read(governanceRoutes.readActivity, { query: { room: 'demand', kind: 'initiative', id: bridge.id } })
    expect(entries.map(({ act }) => act)).toEqual(expect.arrayContaining(['governance.report-health-check', 'governance.recheck-recommendation']))
  })
})

import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { demandRoutes } from '@throughline/contract/demand'
import { governanceRoutes } from '@throughline/contract/governance'
import { peopleRoutes } from '@throughline/contract/people'
import { strategyRoutes } from '@throughline/contract/strategy'
import { onEachDatabase, testApp, type Person } from '@throughline/testkit/database'

onEachDatabase('the strategy in brief', (t) => {
  const app = testApp(t)
  const edition = async () => (await app.owner.read(strategyRoutes.readBrief, {})).edition
  const report = () => app.viewer.read(strategyRoutes.readComprehension, {})
  const objectivesOf = async () => (await app.editor.read(strategyRoutes.readStrategy, {})).objectives

  /** Two objectives, an initiative that serves the first, and five people of one unit; what is right is never in a reply before it is answered. */
  it('is counted with the fifth who answers, by unit, and tells nobody how another answered', async () => {
    const { editor, owner } = app
    const { perspectives } = await owner.read(strategyRoutes.readStrategy, {})
    for (const statement of ['Safe roads', 'Clean rivers']) await editor.read(strategyRoutes.createObjective, { body: { perspectiveId: perspectives[0]?.id ?? '', statement, weight: 0.5 } })
    const right = (await objectivesOf()).find(({ statement }) => statement === 'Safe roads')?.id ?? ''
    const unit = await owner.read(peopleRoutes.createUnit, { body: { code: 'R', name: 'Roads', parentId: null, kind: 'department' } })
    const bridge = await editor.read(demandRoutes.createInitiative, { body: { name: 'Bridge', unitId: unit.id } })
    await editor.read(strategyRoutes.changeContribution, { body: { initiativeId: bridge.id, objectiveId: right, contribution: 1 } })
    const people: Person[] = []
    for (const name of ['Ada', 'Bea', 'Cy', 'Di', 'Ed']) people.push(await app.member('sponsor', `${name} Roads`))
    // With the owner and the editor three viewers are five people: nothing of them follows from the total, and Roads is told.
    for (const name of ['Vi', 'Val']) await app.member('viewer', name)
    for (const { actor } of people) await owner.read(peopleRoutes.giveRole, { body: { memberId: actor.accountId, role: 'sponsor', unitId: unit.id } })
    const at = { edition: await edition() }
    expect(await owner.read(strategyRoutes.deliverBrief, { body: at })).toMatchObject({ delivered: { by: owner.actor.name }, waiting: false, reach: { audience: { value: 10 }, delivered: { value: 10 }, opened: { value: 0 } } })

    for (const [place, person] of people.entries()) {
      const { questions } = await person.read(strategyRoutes.openBrief, { body: at })
      expect([questions.map(({ kind, about, answer }) => [kind, about.name, answer]), JSON.stringify(questions).includes('right')]).toEqual([[['serves', 'Bridge', null]], false])
      const choice = questions[0]?.choices.find(({ id }) => (id === right) === (place > 1))?.id ?? ''
      const answered = await person.read(strategyRoutes.answerBrief, { body: { ...at, no: 1, choice } })
      expect(answered).toMatchObject({ stage: 'answered', questions: [{ answer: { choice, right, isRight: place > 1 } }] })
      const [roads] = (await report()).groups
      expect([roads?.name, roads?.reach.answered, roads?.understood.metric]).toEqual(['Roads', { status: 'ok', value: place + 1 }, place < 4 ? { status: 'undefined', reason: 'SMALL_GROUP' } : { status: 'ok', value: 0.6 }])
    }
    // Three of five are right, below two thirds; the others are fewer than five in each role.
    const { groups } = await report()
    expect(groups.map(({ name, conversation }) => [name, conversation])).toEqual([['Roads', ['not_understood']], ['Editor', null], ['Owner', null], ['Viewer', null]])
    const told = JSON.stringify([await report(), await owner.read(strategyRoutes.readBrief, {}), await owner.read(governanceRoutes.listRevisions, {}), await owner.read(governanceRoutes.listActivity, { query: { limit: 200 } })])
    expect(told).not.toMatch(/isRight|is_right|"choice"/)
    expect((await people[0]?.read(governanceRoutes.listNotifications, { query: {} }))?.notifications.map(({ reason, subject }) => [reason, subject?.place])).toEqual([['brief_to_read', '/strategy/brief']])
  })

  it('is another as soon as a goal says anything else: what was answered before counts no more, and stays with who answered', async () => {
    const { editor, owner } = app
    const [before, objective] = [await edition(), (await objectivesOf())[0]]
    await editor.read(strategyRoutes.changeObjective, { params: { id: objective?.id ?? '' }, body: { version: objective?.version ?? 0, weight: 0.4 } })
    expect(await edition()).toBe(before)
    const moved = (await objectivesOf()).find(({ id }) => id === objective?.id)
    await editor.read(strategyRoutes.changeObjective, { params: { id: objective?.id ?? '' }, body: { version: moved?.version ?? 0, statement: 'Safer roads' } })
    expect(await edition()).not.toBe(before)
    expect(await report()).toMatchObject({ delivered: null, waiting: true, reach: { audience: { value: 10 }, delivered: { value: 0 }, answered: { value: 0 } }, understood: { metric: { status: 'undefined' } }, earlier: [{ version: 1 }] })
    await owner.read(strategyRoutes.deliverBrief, { body: { edition: await edition(), roles: ['viewer'] } })
    expect(await report()).toMatchObject({ waiting: false, delivered: { roles: ['viewer'] } })
    expect(await app.viewer.read(strategyRoutes.readBrief, {})).toMatchObject({ stage: 'delivered', earlier: [{ version: 1, right: 0, asked: 0 }] })
  })

  it('keeps no name of who was erased, and their answers stay in the figures', async () => {
    const ada = (await app.owner.read(peopleRoutes.listMembers, {})).find(({ name }) => name === 'Ada Roads')
    await app.owner.read(governanceRoutes.erasePerson, { body: { accountId: ada?.id ?? '', name: 'Ada Roads' } })
    const { rows } = await sql<{ named: number; answers: number }>`select (select count(*) from brief_reader r where position('Ada Roads' in r::text) > 0)::int as named, (select count(*) from brief_answer where org_id = ${app.owner.actor.orgId})::int as answers`.execute(t.owner)
    expect(rows).toEqual([{ named: 0, answers: 5 }])
  })
})

import { beforeAll, expect, it } from 'vitest'
import { deliveryRoutes as routes, type TaskList } from '@throughline/contract/delivery'
import { demandRoutes } from '@throughline/contract/demand'
import { governanceRoutes } from '@throughline/contract/governance'
import { strategyRoutes, type Sight } from '@throughline/contract/strategy'
import { valueRoutes } from '@throughline/contract/value'
import { onEachDatabase, testApp } from '@throughline/testkit/database'

onEachDatabase('the work of initiatives', (t) => {
  const app = testApp(t)
  const ids: Record<string, string> = {}
  const id = (name: string): string => ids[name] ?? ''
  const work = (query = {}): Promise<TaskList> => app.viewer.read(routes.listTasks, { params: { id: id('Portal') }, query })
  const csv = (text: string) => ({ params: { id: id('Portal') }, query: { fileName: 'work.csv' }, body: new TextEncoder().encode(text) })
  const namesIn = ({ columns }: Sight) => Object.fromEntries(columns.map(({ column, things }) => [column, things.map(({ name }) => name)]))

  beforeAll(async () => {
    for (const name of ['Portal', 'Idle']) ids[name] = (await app.editor.read(demandRoutes.createInitiative, { body: { name, state: 'active' } })).id
    const { perspectives } = await app.owner.read(strategyRoutes.createPerspective, { body: { name: 'Customers' } })
    const { objectives } = await app.owner.read(strategyRoutes.createObjective, { body: { perspectiveId: perspectives.at(-1)?.id ?? '', statement: 'Answer faster', weight: 1 } })
    await app.owner.read(strategyRoutes.changeContribution, { body: { initiativeId: id('Portal'), objectiveId: objectives.at(-1)?.id ?? '', contribution: 0.8 } })
    ids['Minutes'] = (await app.owner.read(valueRoutes.addBenefit, { body: { name: 'Minutes', initiativeId: id('Portal'), unit: 'GBP.noncash', ownerId: app.owner.actor.accountId } })).id
    ids['Order online'] = (await app.owner.read(valueRoutes.addNetworkNode, { body: { kind: 'business_change', name: 'Order online' } })).id
  }, 120_000)

  it('is recorded, changed as it was seen, withdrawn, and known as it was', async () => {
    const build = await app.editor.read(routes.addTask, { params: { id: id('Portal') }, body: { name: 'Build', wbs: '1', kind: 'work_package', enables: { kind: 'benefit', id: id('Minutes') } } })
    expect(build).toMatchObject({ key: 'T-1', parent: null, enables: { name: 'Minutes' }, state: 'not_started', initiative: { name: 'Portal' } })
    const draw = await app.editor.read(routes.addTask, { params: { id: id('Portal') }, body: { key: 'PAY-2', name: 'Draw', wbs: '1.1', finishOn: '2020-03-31', link: 'https://jira.example/PAY-2' } })
    expect(draw).toMatchObject({ parent: { name: 'Build' }, depth: 1, overdue: true })
    ids['Draw'] = draw.id
    const change = { params: { id: draw.id }, body: { version: draw.version, state: 'done' as const, finishedOn: '2020-04-02' } }
    expect(await app.viewer.refused(routes.changeTask, change)).toMatchObject({ code: 'role_insufficient' })
    expect(await app.editor.read(routes.changeTask, change)).toMatchObject({ state: 'done', overdue: false, version: 2 })
    expect(await app.editor.refused(routes.changeTask, change)).toMatchObject({ code: 'version_moved' })
    const spare = await app.editor.read(routes.addTask, { params: { id: id('Portal') }, body: { name: 'Spare' } })
    const at = (await t.owner.selectFrom('act_clock').select('last').where('org_id', '=', app.owner.actor.orgId).executeTakeFirstOrThrow()).last
    await app.editor.read(routes.withdrawTask, { params: { id: spare.id }, query: { version: spare.version } })
    expect([(await work()).tasks.map(({ key }) => key), (await work({ asOf: at })).tasks.map(({ key }) => key)]).toEqual([['T-1', 'PAY-2'], ['T-1', 'PAY-2', 'T-2']])
    expect((await work()).tasks[0]?.parts).toEqual({ not_started: 0, in_progress: 0, done: 1, cancelled: 0 })
    const activity = await app.viewer.read(governanceRoutes.listRevisions, { query: { entityId: draw.id, limit: 1 } })
    expect(activity[0]).toMatchObject({ act: 'delivery.change-task', changes: expect.arrayContaining([{ field: 'state', before: 'not started', after: 'done' }]) as unknown })
  })

  it('comes as a list: shown first, kept by key, wrong lines named; what moved meanwhile is left out', async () => {
    const text = 'Issue key,Summary,WBS,Status,Assignee,Enables,Sprint\nPAY-2,Draw it,1.1,Done,Ada,,9\nPAY-3,Try it,1.2,In progress,,order ONLINE,9\nPAY-4,Sell it,1.2,,,,9\nPAY-5,Celebrate,,soon,,,9\n'
    const preview = await app.editor.read(routes.previewTaskList, csv(text))
    expect([preview.added, preview.changed, preview.issues.map(({ line }) => line), preview.fields.filter(({ field }) => field === null)]).toEqual([1, 1, [4, 5], [{ heading: 'Sprint', field: null }]])
    expect(preview.rows.map(({ key, version }) => [key, version])).toEqual([['PAY-2', 2], ['PAY-3', null], ['PAY-4', null]])
    await app.editor.read(routes.changeTask, { params: { id: id('Draw') }, body: { version: 2, owner: 'Grace' } })
    const kept = await app.editor.read(routes.keepTaskList, { params: { id: id('Portal') }, body: { rows: preview.rows } })
    expect([kept.added, kept.changed, kept.issues.map(({ line }) => line)]).toEqual([1, 0, [2, 4]])
    expect(await app.editor.read(routes.keepTaskList, { params: { id: id('Portal') }, body: { rows: (await app.editor.read(routes.previewTaskList, csv(text))).rows } })).toMatchObject({ added: 0, changed: 1, same: 1 })
    expect((await work({ search: 'ada' })).tasks.map(({ key, name, finishedOn, link }) => [key, name, finishedOn, link])).toEqual([['PAY-2', 'Draw it', '2020-04-02', 'https://jira.example/PAY-2']])
    expect([(await work({ state: 'done' })).total, (await work({ from: 1, limit: 1 })).tasks.map(({ key }) => key), (await work()).counts.work]).toEqual([1, ['PAY-2'], { not_started: 0, in_progress: 1, done: 1, cancelled: 0 }])
  })

  it('leaves as a file that changes nothing when it comes back', async () => {
    for (const format of ['csv', 'xlsx'] as const) {
      const file = await app.app.inject({ url: `/api/delivery/initiatives/${id('Portal')}/tasks-export?format=${format}`, headers: { cookie: app.viewer.cookie } })
      const preview = await app.editor.read(routes.previewTaskList, { params: { id: id('Portal') }, query: { fileName: `work.${format}` }, body: new Uint8Array(file.rawPayload) })
      expect([preview.added, preview.changed, preview.same, preview.issues]).toEqual([0, 0, 3, []])
    }
  })

  it('stands on the line of sight: up to the objective, down through what it enables, itself or as a part', async () => {
    const sight = (kind: Sight['subject']['kind'], of: string) => app.viewer.read(strategyRoutes.readSight, { query: { kind, id: of } })
    const drawn = await sight('task', id('Draw'))
    expect(namesIn(drawn)).toMatchObject({ objectives: ['Answer faster'], initiatives: ['Portal'], tasks: ['Build', 'Draw it'], benefits: ['Minutes'] })
    const tried = (await work({ search: 'PAY-3' })).tasks[0]
    expect(namesIn(await sight('task', tried?.id ?? ''))).toMatchObject({ objectives: ['Answer faster'], changes: ['Order online'], benefits: ['Minutes'] })
    expect(namesIn(await sight('benefit', id('Minutes')))['tasks']?.toSorted()).toEqual(['Build', 'Draw it', 'Try it'])
    expect(namesIn(await sight('initiative', id('Portal')))['tasks']?.length).toBe(3)
    expect(namesIn(await sight('objective', (drawn.columns[0]?.things[0]?.id ?? '')))['tasks']?.toSorted()).toEqual(['Build', 'Try it'])
    await app.editor.read(routes.addTask, { params: { id: id('Idle') }, body: { name: 'Think' } })
    const { lines, gaps } = await app.viewer.read(strategyRoutes.readSightLines, {})
    expect([lines[0]?.tasks, gaps.find(({ code }) => code === 'initiative_serves_nothing')?.things]).toEqual([3, [expect.objectContaining({ name: 'Idle', tasks: { count: 1, first: [expect.objectContaining({ name: 'Think' })] } })]])
  })
})

import { beforeAll, expect, it } from 'vitest'
import { capacityRoutes as routes } from '@throughline/contract/capacity'
import { demandRoutes } from '@throughline/contract/demand'
import { peopleRoutes } from '@throughline/contract/people'
import { governanceRoutes } from '@throughline/contract/governance'
import { onEachDatabase, testApp } from '@throughline/testkit/database'

onEachDatabase('capacity', (t) => {
  const app = testApp(t)
  const pools = async () => (await app.viewer.read(routes.readCapacity, { query: { from: '2027-04-01' } })).pools
  const lines = (from: number, quantity: string) => [{ fromMonth: from, months: 3, quantity }]
  let engineers = { id: '', version: 1 }
  let pot = { id: '', version: 1 }
  let dam = ''

  beforeAll(async () => {
    engineers = await app.editor.read(routes.createPool, { body: { name: 'Data engineers', unit: 'hour', people: 3, rateMinor: '8000', skills: ['SQL'], overloadPercent: 20, overloadRateMinor: '12000' } })
    pot = await app.editor.read(routes.createPot, { body: { name: 'Capital', kind: 'capital', carryOver: 'limited', carryOverPercent: 10, categories: ['ICT'] } })
    dam = (await app.editor.read(demandRoutes.createInitiative, { body: { name: 'Dam', state: 'active', startOn: '2027-04-01', endOn: '2028-04-01' } })).id
  })

  it('is a pool with what it can do by period, kept as given when the grain changes: 91 hours of a quarter are 30 in April', async () => {
    const give = await app.editor.read(routes.setCapacities, { body: { pools: [{ id: engineers.id, version: 1, lines: [{ on: '2027-04-01', amount: '91' }, { on: '2027-07-01', amount: '0' }] }] } })
    expect(give.pools[0]?.pool.version).toBe(2)
    expect((await pools())[0]?.cells.slice(0, 3).map(({ capacity }) => capacity)).toEqual(['91', '0', null])
    const { settings } = give
    const months = await app.editor.read(routes.changeSettings, { body: { version: settings.version, grain: 'month' } })
    expect((await pools())[0]?.cells.slice(0, 4).map(({ capacity }) => capacity)).toEqual(['30', '31', '30', '0'])
    expect(await app.editor.refused(routes.changeSettings, { body: { version: settings.version, grain: 'year' } })).toMatchObject({ code: 'version_moved' })
    await app.editor.read(routes.changeSettings, { body: { version: months.version, grain: 'quarter' } })
  })

  it('is given all at once or not at all, by the versions that were seen and on days on which a period begins', async () => {
    const body = (version: number, on: string) => ({ body: { pools: [{ id: engineers.id, version, lines: [{ on: '2027-04-01', amount: '5' }, { on, amount: '5' }] }] } })
    expect(await app.editor.refused(routes.setCapacities, body(1, '2027-10-01'))).toMatchObject({ code: 'version_moved' })
    for (const on of ['2027-05-01', '2027-04-01']) expect(await app.editor.refused(routes.setCapacities, body(2, on))).toMatchObject({ status: 422, code: 'capacity_period_unknown', values: { found: on, grain: 'quarter' } })
    expect((await pools())[0]?.cells[0]?.capacity).toBe('91')
    expect(await app.viewer.refused(routes.setCapacities, body(2, '2027-10-01'))).toMatchObject({ code: 'role_insufficient' })
  })

  it('stands against what the plan of record needs, with the initiatives that need it: 180 hours of 91 are 198 %', async () => {
    const whole = { name: 'Whole', inPlan: true, valuePercent: 100, demands: [{ poolId: engineers.id, lines: lines(0, '180') }] }
    const given = { version: 1, earliestOn: null, latestOn: null, fixedOn: null, variants: [{ ...whole, costs: [{ potId: pot.id, lines: [{ fromMonth: 0, months: 12, amountMinor: '1200' }] }] }] }
    const plan = await app.editor.read(routes.setPlan, { params: { id: dam }, body: given })
    expect([plan.startsOn, plan.version, plan.variants[0]?.costs[0]?.pot?.name]).toEqual(['2027-04-01', 2, 'Capital'])
    const [load] = await pools()
    expect(load?.cells[0]).toMatchObject({ capacity: '91', demand: '180', initiatives: 1, load: { status: 'ok', value: 180 / 91 } })
    expect(load?.cells.slice(1, 3).map((cell) => cell.load)).toEqual([{ status: 'undefined', reason: 'DIV_BY_ZERO' }, { status: 'missing', inputs: ['capacity'] }])
    const reason = await app.viewer.read(routes.readLoad, { params: { id: engineers.id }, query: { on: '2027-05-05' } })
    expect(reason).toMatchObject({ period: { from: '2027-04-01', label: 'Q2 2027' }, parts: [{ initiative: { id: dam, name: 'Dam' }, demand: '180' }], why: { formula: 'capacity-load' } })
    const moved = await app.editor.read(routes.setPlan, { params: { id: dam }, body: { ...given, version: 2, fixedOn: '2027-07-01', variants: [{ ...whole, id: plan.variants[0]!.id }] } })
    expect([moved.startsOn, moved.variants[0]?.costs[0]?.lines.length]).toEqual(['2027-07-01', 1])
    expect((await pools())[0]?.cells[1]?.demand).toBe('180')
    expect((await app.viewer.read(routes.readCapacity, {})).plan).toEqual({ initiatives: 1, withDemand: 1, withoutStart: [] })
    const [revision] = await app.viewer.read(governanceRoutes.listRevisions, { query: { entityId: dam, limit: 1 } })
    expect(revision).toMatchObject({ act: 'capacity.set-plan', changes: [{ field: 'fixedOn', after: '2027-07-01' }] })
  })

  it('counts nothing that is no plan yet, and says of what has no start', async () => {
    const idea = await app.editor.read(demandRoutes.createInitiative, { body: { name: 'Idea' } })
    const body = { version: 1, earliestOn: null, latestOn: null, fixedOn: null, variants: [{ name: 'Whole', inPlan: true, valuePercent: null, demands: [{ poolId: engineers.id, lines: lines(0, '7') }] }] }
    await app.editor.read(routes.setPlan, { params: { id: idea.id }, body })
    expect((await app.viewer.read(routes.readCapacity, {})).plan).toMatchObject({ withDemand: 1, withoutStart: [] })
    await app.editor.read(demandRoutes.changeInitiative, { params: { id: idea.id }, body: { version: idea.version, state: 'approved' } })
    expect((await app.viewer.read(routes.readCapacity, {})).plan).toMatchObject({ initiatives: 2, withDemand: 2, withoutStart: [{ id: idea.id, name: 'Idea' }] })
  })

  it('refuses a plan that contradicts itself, and what counts on nothing that there is', async () => {
    const body = { version: 3, earliestOn: '2028-01-01', latestOn: '2027-01-01', fixedOn: null, variants: [] }
    expect(await app.editor.refused(routes.setPlan, { params: { id: dam }, body })).toMatchObject({ code: 'plan_contradicts', values: { count: 1 } })
    const variant = { name: 'Small', inPlan: true, valuePercent: 40, demands: [{ poolId: dam, lines: lines(0, '1') }] }
    expect(await app.editor.refused(routes.setPlan, { params: { id: dam }, body: { ...body, latestOn: null, variants: [variant] } })).toMatchObject({ code: 'capacity_unknown', values: { what: 'pool', id: dam } })
    expect(await app.editor.refused(routes.setPlan, { params: { id: dam }, body: { ...body, version: 1, latestOn: null } })).toMatchObject({ code: 'version_moved' })
  })

  it('keeps names apart and what is counted on', async () => {
    expect(await app.editor.refused(routes.createPool, { body: { name: 'data ENGINEERS', unit: 'day' } })).toMatchObject({ code: 'capacity_name_taken' })
    expect(await app.editor.refused(routes.removePool, { params: { id: engineers.id } })).toMatchObject({ code: 'capacity_in_use', values: { found: 'Dam, Idea' } })
    expect(await app.editor.refused(routes.removePot, { params: { id: pot.id } })).toMatchObject({ code: 'capacity_in_use' })
    const spare = await app.editor.read(routes.createPool, { body: { name: 'Spare', unit: 'fte' } })
    await app.editor.read(routes.removePool, { params: { id: spare.id }, query: { version: spare.version } })
    expect((await pools()).map(({ pool }) => pool.name)).toEqual(['Data engineers'])
  })

  it('is money of pots by period', async () => {
    const given = await app.editor.read(routes.setPotAmounts, { body: { pots: [{ id: pot.id, version: 1, lines: [{ on: '2026-10-01', amount: '5000' }] }] } })
    expect(given.pots[0]).toMatchObject({ name: 'Capital', carryOver: 'limited', carryOverPercent: 10, categories: ['ICT'], version: 2, amounts: [{ minor: '5000' }, ...Array<null>(11).fill(null)] })
    const changed = await app.editor.read(routes.changePot, { params: { id: pot.id }, body: { version: 2, totalMinor: '90000', carryOver: 'all', carryOverPercent: null } })
    expect(changed).toMatchObject({ total: { status: 'ok', value: { minor: '90000' } }, carryOver: 'all', carryOverPercent: null })
  })

  it('withholds the price of three people from who may not see people, and amounts from who may not see those', async () => {
    const token = async (may: ('read' | 'see_money' | 'see_people')[]) => {
      const { secret } = await app.owner.read(peopleRoutes.createToken, { body: { name: may.join(' '), may } })
      return app.withToken(secret).read(routes.readCapacity, {})
    }
    const [all, money, people] = [await token(['read', 'see_money', 'see_people']), await token(['read', 'see_money']), await token(['read', 'see_people'])]
    expect([all, money, people].map((seen) => [seen.pools[0]?.pool.rate.status, seen.pools[0]?.pool.people.status])).toEqual([['ok', 'ok'], ['undefined', 'undefined'], ['undefined', 'ok']])
    expect(money.pools[0]?.pool.rate).toEqual({ status: 'undefined', reason: 'SMALL_GROUP' })
    expect(people.pools[0]?.pool.rate).toEqual({ status: 'undefined', reason: 'WITHHELD' })
  })
})

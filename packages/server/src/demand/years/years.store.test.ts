import { expect, it } from 'vitest'
import { demandRoutes } from '@throughline/contract/demand'
import { onEachDatabase, testApp } from '@throughline/testkit/database'

onEachDatabase('yearly lines', (t) => {
  const app = testApp(t)
  const create = (more: object) => app.editor.read(demandRoutes.createInitiative, { body: { name: 'Dam', startOn: '2025-01-01', endOn: '2028-01-01', ...more } })
  const detail = (id: string) => app.viewer.read(demandRoutes.readInitiative, { params: { id } })
  const give = (id: string, version: number, lines: { year: number; kind: 'cost' | 'benefits'; amountMinor: string | null }[]) => app.editor.read(demandRoutes.setYears, { params: { id }, body: { version, lines } })
  const linesOf = async (id: string, kind: 'costProfile' | 'benefitProfile') => (await detail(id))[kind].lines.map(({ year, amount, derived }) => [year, amount.minor, derived])

  it('are kept as given, and the rule spreads what they leave: 900 = 500 given + 400 over 365 and 365 days', async () => {
    const { id, version } = await create({ costMinor: '900' })
    await give(id, version, [{ year: 2025, kind: 'cost', amountMinor: '500' }])
    expect(await linesOf(id, 'costProfile')).toEqual([[2025, '500', false], [2026, '200', true], [2027, '200', true]])
    const { costProfile, row, revisions } = await detail(id)
    expect(costProfile.lines[0]).toMatchObject({ given: true, rule: expect.stringContaining('Entered by Eddie Editor') })
    expect([costProfile.difference, row.version]).toEqual([null, version + 1])
    expect(revisions[0]).toMatchObject({ act: 'demand.give-years', changes: [{ field: 'cost 2025', before: null, after: '500' }] })
  })

  it('that do not sum to the whole stand as they are, and the difference is said: 700 given, 900 in all', async () => {
    const { id, version } = await create({ costMinor: '900' })
    await give(id, version, [2025, 2026, 2027].map((year) => ({ year, kind: 'cost' as const, amountMinor: year === 2027 ? '100' : '300' })))
    expect(await linesOf(id, 'costProfile')).toEqual([[2025, '300', false], [2026, '300', false], [2027, '100', false]])
    const { costProfile, row } = await detail(id)
    expect([costProfile.difference?.minor, costProfile.total.why.note, row.cost]).toEqual(['-200', 'The years that were given do not sum to the whole', expect.objectContaining({ value: expect.objectContaining({ minor: '900' }) })])
  })

  it('of benefits keep their year too, whether or not there is a whole', async () => {
    const { id, version } = await create({})
    await give(id, version, [{ year: 2030, kind: 'benefits', amountMinor: '70' }])
    expect(await linesOf(id, 'benefitProfile')).toEqual([[2030, '70', false]])
  })

  it('are taken back one by one, by the version that was seen', async () => {
    const { id, version } = await create({ costMinor: '900' })
    const row = await give(id, version, [{ year: 2025, kind: 'cost', amountMinor: '500' }, { year: 2026, kind: 'cost', amountMinor: '100' }])
    expect(await app.editor.refused(demandRoutes.setYears, { params: { id }, body: { version, lines: [] } })).toMatchObject({ code: 'version_moved' })
    await give(id, row.version, [{ year: 2026, kind: 'cost', amountMinor: null }])
    expect(await linesOf(id, 'costProfile')).toEqual([[2025, '500', false], [2026, '200', true], [2027, '200', true]])
    const before = await app.viewer.read(demandRoutes.readInitiative, { params: { id } })
    expect(await app.editor.refused(demandRoutes.setYears, { params: { id }, body: { version: before.row.version, lines: [{ year: 2025, kind: 'cost', amountMinor: '1' }, { year: 2025, kind: 'cost', amountMinor: '2' }] } })).toMatchObject({ status: 422, code: 'year_twice', values: { kind: 'cost', year: 2025 } })
  })
})

import { expect, it } from 'vitest'
import { strategyRoutes } from '@throughline/contract/strategy'
import { onEachDatabase, testApp } from '@throughline/testkit/database'

const { createObjective, createMeasure, changeMeasure, recordActual, recordActuals, approveActual, undoBatch, listBatches, listMeasures, readMeasure, readMeasureChange, readStrategy, previewActuals } = strategyRoutes

onEachDatabase('measures', (t) => {
  const app = testApp(t)
  let measureId = ''
  const read = () => app.viewer.read(readMeasure, { params: { id: measureId } })
  const inForce = async () => (await read()).measure.actuals.map(({ on, value, state }) => [on, value, state])
  const batch = (rows: readonly { on: string; value: string; seen?: string | null; state?: 'provisional' }[]) => ({ body: { via: 'paste' as const, rows: rows.map((row) => ({ measureId, ...row })) } })

  it('are listed by perspective, and say that nothing was measured', async () => {
    const { perspectives } = await app.viewer.read(readStrategy, {})
    const { objectives } = await app.editor.read(createObjective, { body: { perspectiveId: perspectives[0]?.id ?? '', statement: 'Answer sooner', weight: 1 } })
    const target = { baseline: '10', baselineOn: '2024-12-31', target: '8', dueOn: '2025-12-31', tolerance: null }
    const { measures } = await app.editor.read(createMeasure, { body: { objectiveId: objectives[0]?.id ?? '', name: 'Minutes a call', definition: 'Mean minutes of an answered call', unit: 'hour', direction: 'lower', frequency: 'month', target, settings: { dueAfterDays: 0 } } })
    measureId = measures[0]?.id ?? ''
    const list = await app.viewer.read(listMeasures, {})
    expect(list.perspectives[0]).toMatchObject({ composite: { metric: { status: 'undefined', reason: 'NO_ACTUALS' } }, coverage: 0 })
    expect(list.measures[0]).toMatchObject({ objective: 'Answer sooner', latest: null, series: [], status: 'no_report', due: { standing: 'late' }, level: 'outcome', sameAs: [] })
    expect(await read()).toMatchObject({ points: [], records: [], limits: { status: 'undefined', reason: 'INSUFFICIENT_POINTS' }, baselineDoubt: null })
  })

  it('take settings, and refuse a band that does not go with the direction, and a reporter who is no member', async () => {
    const { measure } = await read()
    const change = (settings: object, direction?: 'range') => ({ params: { id: measureId }, body: { version: measure.version, settings, ...(direction ? { direction } : {}) } })
    expect(await app.editor.refused(changeMeasure, change({ band: { low: '3', high: '2' } }, 'range'))).toMatchObject({ code: 'band_unsound', values: { low: '3', high: '2' } })
    expect(await app.editor.refused(changeMeasure, change({ reporterId: measureId }))).toMatchObject({ code: 'not_found', values: { what: 'member' } })
    const benchmarks = [{ peers: 'Other desks', count: 12, p25: '7', p50: '8.5', p75: '9', asOf: '2025-06-30', validUntil: null, comparability: 'Same opening hours' }]
    const { measures } = await app.editor.read(changeMeasure, change({ level: 'kpi', reporterId: app.editor.actor.accountId, benchmarks, plan: [{ kind: 'budget', on: '2025-10-31', value: '8.5' }], course: { kind: 's_curve' } }))
    expect(measures[0]?.settings).toMatchObject({ level: 'kpi', maxAgeDays: 400, band: null, course: { kind: 's_curve' }, benchmarks })
  })

  it('are recorded many at once, all or none, and never over a value that nobody saw', async () => {
    const rows = [{ on: '2025-08-31', value: '9.1' }, { on: '2025-09-30', value: '8.9' }, { on: '2025-10-31', value: '8.2', state: 'provisional' as const }]
    expect(await app.editor.refused(recordActuals, batch([...rows, { on: '2025-08-31', value: '9.2' }]))).toMatchObject({ code: 'actual_twice', values: { found: '9.1', other: '9.2' } })
    expect(await app.editor.refused(recordActuals, batch([{ ...rows[0], seen: '5' } as never]))).toMatchObject({ code: 'version_moved', values: { found: '5', expected: 'none' } })
    expect(await app.editor.refused(recordActuals, { body: { via: 'interface', rows: [{ measureId, on: '2025-08-31', value: '9', parts: [{ name: 'calls', volume: 2, price: 3 }] }] } })).toMatchObject({ code: 'parts_differ', values: { expected: '6' } })
    expect(await inForce()).toEqual([])
    expect(await app.editor.read(recordActuals, batch(rows))).toMatchObject({ via: 'paste', rows: 3, undoneAt: null })
    const row = (await app.viewer.read(listMeasures, {})).measures[0]
    expect(row).toMatchObject({ series: [9.1, 8.9, 8.2], latest: { value: '8.2', state: 'provisional' }, reporter: { name: app.editor.actor.name }, against: { place: 'above_median' }, attainment: { metric: { status: 'ok', value: expect.closeTo(0.9, 9) } } })
    expect(await read()).toMatchObject({ points: [{ value: { value: 9.1 } }, { value: { value: 8.9 } }, { value: { value: 8.2 }, provisional: true }], limits: { value: { trial: true } } })
  })

  it('that are provisional are approved as they stand; others have nothing to approve', async () => {
    const last = (await read()).measure.actuals.at(-1)
    expect(await app.editor.refused(approveActual, { params: { id: last?.id ?? '' }, body: { version: 9 } })).toMatchObject({ code: 'version_moved' })
    await app.editor.read(approveActual, { params: { id: last?.id ?? '' }, body: { version: last?.version ?? 0 } })
    const approved = (await read()).measure.actuals.at(-1)
    expect(approved).toMatchObject({ value: '8.2', state: 'approved' })
    expect(await app.editor.refused(approveActual, { params: { id: approved?.id ?? '' }, body: { version: approved?.version ?? 0 } })).toMatchObject({ code: 'actual_not_provisional', values: { state: 'approved' } })
  })

  it('go back to what they were when a batch is undone, newest first, once', async () => {
    const first = await app.editor.read(recordActuals, batch([{ on: '2025-10-31', value: '8.4', seen: '8.20' }, { on: '2025-11-15', value: '8' }]))
    const second = await app.editor.read(recordActuals, batch([{ on: '2025-10-31', value: '8.6', seen: '8.4' }]))
    expect(await app.editor.refused(undoBatch, { params: { id: first.id } })).toMatchObject({ code: 'batch_built_upon', values: { on: '2025-10-31', measure: 'Minutes a call' } })
    expect(await app.editor.read(undoBatch, { params: { id: second.id } })).toMatchObject({ undoneBy: app.editor.actor.name })
    expect(await app.editor.refused(undoBatch, { params: { id: second.id } })).toMatchObject({ code: 'batch_undone' })
    expect((await inForce()).at(-2)).toEqual(['2025-10-31', '8.4', 'restated'])
    await app.editor.read(undoBatch, { params: { id: first.id } })
    expect(await inForce()).toEqual([['2025-08-31', '9.1', 'approved'], ['2025-09-30', '8.9', 'approved'], ['2025-10-31', '8.2', 'approved']])
    const { records } = await read()
    expect(records.filter(({ until }) => until === null)).toHaveLength(3)
    expect(records.filter(({ on }) => on === '2025-10-31').map(({ value }) => value).toSorted()).toEqual(['8.2', '8.2', '8.2', '8.4', '8.4', '8.6'])
    expect((await app.viewer.read(listBatches, {})).map(({ undoneAt }) => undoneAt !== null)).toEqual([true, true, false])
  })

  it('come from a file after a look at what it would record', async () => {
    const file = (text: string) => app.editor.read(previewActuals, { query: { fileName: 'desk.csv' }, body: new TextEncoder().encode(text) })
    const preview = await file('Measure,Date,Value\nminutes a  call,2025-10-31,8.20\nMinutes a call,2025-09-30,8.8\nSmiles,2025-10-31,3\nMinutes a call,2025-11-15,7.9\n')
    expect(preview.rows.map(({ on, before, becomes }) => [on, before, becomes])).toEqual([['2025-10-31', '8.2', 'same'], ['2025-09-30', '8.9', 'restated'], ['2025-11-15', null, 'new']])
    expect(preview.issues).toEqual([{ line: 4, column: null, found: 'Smiles', expected: 'the name or id of a measure' }])
    expect(await file('%PDF-1.4')).toMatchObject({ rows: [], issues: [{ found: expect.stringContaining('a PDF') }] })
    const rows = preview.rows.filter(({ becomes }) => becomes !== 'same').map(({ on, value, before }) => ({ measureId, on, value, seen: before }))
    await app.editor.read(recordActuals, { body: { via: 'file', fileName: preview.fileName, sha256: preview.sha256, rows } })
    expect(await inForce()).toEqual([['2025-08-31', '9.1', 'approved'], ['2025-09-30', '8.8', 'restated'], ['2025-10-31', '8.2', 'approved'], ['2025-11-15', '7.9', 'approved']])
  })

  it('explain a change by its parts, and know a duplicate under another name', async () => {
    const { measure } = await read()
    const { measures } = await app.editor.read(createMeasure, { body: { objectiveId: measure.objectiveId, name: 'Handling time', definition: 'mean minutes of an answered call.', unit: 'hour', direction: 'lower', aggregation: 'flow', frequency: 'month' } })
    const other = measures.find(({ name }) => name === 'Handling time')
    const part = (volume: number, price: number) => ({ value: String(volume * price), parts: [{ name: 'calls', volume, price }] })
    await app.editor.read(recordActuals, { body: { via: 'interface', rows: [{ measureId: other?.id ?? '', on: '2025-09-30', ...part(1000, 0.5) }, { measureId: other?.id ?? '', on: '2025-10-31', ...part(1100, 0.75) }] } })
    // 100 × .5, 1000 × .25, 100 × .25
    const split = { parts: [{ key: 'volume', amount: '50' }, { key: 'price', amount: '250' }, { key: 'joint', amount: '25' }], total: { metric: { value: '325' } } }
    expect((await app.viewer.read(readMeasure, { params: { id: other?.id ?? '' } })).changes[0]).toMatchObject(split)
    const changed = (from: string, to: string) => app.viewer.read(readMeasureChange, { params: { id: other?.id ?? '' }, query: { from, to } })
    expect([await changed('2025-09-01', '2025-10-15'), (await changed('2025-10-31', '2025-09-30')).total.metric, (await changed('2025-10-31', '2025-12-31')).total.metric]).toMatchObject([split, { value: '-325' }, { status: 'missing', inputs: ['the actual of 2025-12-01 to 2025-12-31'] }])
    // A file with volumes and prices records them; parts that make another value are named, and the same parts change nothing.
    const bytes = new TextEncoder().encode('Measure,Date,Segment,Volume,Price,Value\nHandling time,2025-11-30,North,100,2,\nHandling time,2025-11-30,South,50,3,\nHandling time,2025-12-31,North,10,2,21\nHandling time,2025-10-31,calls,1100,0.75,825\n')
    const preview = await app.editor.read(previewActuals, { query: { fileName: 'parts.csv' }, body: bytes })
    expect([preview.rows.map(({ value, becomes, parts }) => [value, becomes, parts.length]), preview.issues]).toEqual([[['350', 'new', 2], ['825', 'same', 1]], [{ line: 4, column: null, found: 'Handling time of 2025-12-31 as 21', expected: 'what its parts make: 20' }]])
    await app.editor.read(recordActuals, { body: { via: 'file', rows: preview.rows.slice(0, 1).map(({ measureId: id, on, value, before, parts: made }) => ({ measureId: id, on, value, seen: before, parts: made })) } })
    expect((await changed('2025-10-31', '2025-11-30')).total.metric).toMatchObject({ value: '-475' })
    await app.editor.read(changeMeasure, { params: { id: other?.id ?? '' }, body: { version: other?.version ?? 0, aggregation: 'stock' } })
    expect((await read()).row.sameAs).toEqual([{ id: other?.id, name: 'Handling time' }])
    await app.editor.read(recordActual, { params: { id: other?.id ?? '' }, body: { on: '2025-10-31', value: '800' } })
    expect((await app.viewer.read(readMeasure, { params: { id: other?.id ?? '' } })).measure.actuals.find(({ on }) => on === '2025-10-31')).toMatchObject({ value: '800', state: 'restated' })
  })
})

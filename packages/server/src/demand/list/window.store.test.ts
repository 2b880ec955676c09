import { beforeAll, describe, expect, it } from 'vitest'
import { demandRoutes, type InitiativeRow, type ListAsk, type ListFilter, type ListWindow } from '@throughline/contract/demand'
import { peopleRoutes, type Unit } from '@throughline/contract/people'
import { random, type Metric } from '@throughline/engine/kernel'
import { onEachDatabase, testApp, type Caller } from '@throughline/testkit/database'
import { drawPortfolio } from '@throughline/testkit/random'
import { choices, formOf, forms, opsOf, ratingLevels, ratingScales, type Form, type PlainField } from './fields.ts'

/** The list in memory, slow and obvious: rows of the route that reads everything, made by the engine. */
type Model = { readonly rows: readonly InitiativeRow[]; readonly units: readonly Unit[] }
type Key = string | number | bigint

const fields = Object.keys(forms) as PlainField[]
const unrounded = (metric: Metric<number>, digits: number): number | null => (metric.status === 'ok' ? Math.round(metric.value * 10 ** digits) : null)
const minorOf = (metric: InitiativeRow['cost']): bigint | null => (metric.status === 'ok' ? BigInt(metric.value.minor) : null)

/** The value of a field as text, and by what it is compared; null where there is none. */
function valueOf(row: InitiativeRow, field: PlainField): { readonly text: string; readonly keys: readonly Key[] } | null {
  const of = (value: Key | null, text = String(value)): { text: string; keys: Key[] } | null => (value === null ? null : { text, keys: [value] })
  const letters = (text: string | null): { text: string; keys: Key[] } | null => (text === null ? null : { text, keys: [text.toLowerCase(), text] })
  switch (field) {
    case 'key': case 'name': case 'category': case 'sponsor':
      return letters(row[field])
    case 'kind': case 'state':
      return of((choices[field] as readonly string[]).indexOf(row[field]), row[field])
    case 'unit':
      return row.unitId === null ? null : { text: row.unitId, keys: [(row.unit ?? '').toLowerCase(), row.unit ?? ''] }
    case 'mandatory':
      return of(row.mandatory ? 1 : 0, row.mandatory ? 'yes' : 'no')
    case 'rating':
      return row.rating && of(ratingScales.indexOf(row.rating.scale) * 10 + ratingLevels.indexOf(row.rating.level), `${row.rating.scale}:${row.rating.level}`)
    case 'startOn': case 'endOn':
      return of(row[field])
    case 'cost': case 'benefits': case 'inYearBaseline': case 'inYearForecast':
      return of(minorOf(row[field]))
    case 'ratio':
      return of(unrounded(row.ratio, 9))
    // Weights have eight digits and contributions three: equal figures differ in their last bits at most.
    case 'alignment':
      return of(unrounded(row.alignment, 12))
    case 'objectives': case 'reports':
      return of(row[field])
    case 'flags':
      return letters(row.flags.length === 0 ? null : row.flags.join(','))
  }
}

const compare = (a: Key, b: Key): number => (a < b ? -1 : a > b ? 1 : 0)
/** Absent last, whichever way. */
function compareBy(a: InitiativeRow, b: InitiativeRow, field: PlainField, descending: boolean): number {
  const [x, y] = [valueOf(a, field), valueOf(b, field)]
  if (!x || !y) return x ? -1 : y ? 1 : 0
  for (const [index, key] of x.keys.entries()) {
    const order = compare(key, y.keys[index] ?? '')
    if (order !== 0) return descending ? -order : order
  }
  return 0
}

function holds(model: Model, row: InitiativeRow, { field, op, values }: ListFilter): boolean {
  const value = valueOf(row, field as PlainField)
  const number = (text: string): Key => (forms[field as PlainField] === 'money' ? BigInt(text) : field === 'ratio' ? Number(text) * 1e9 : field === 'alignment' ? Number(text) * 1e12 : forms[field as PlainField] === 'date' ? text : Number(text))
  const is = (wanted: string): boolean => {
    if (!value) return false
    if (field === 'rating') return value.text === wanted || row.rating?.level === wanted
    if (field === 'flags') return row.flags.some((flag) => flag === wanted)
    return ['date', 'money', 'number'].includes(forms[field as PlainField]) ? value.keys[0] === number(wanted) : value.text === wanted
  }
  const below = (id: string): string[] => [id, ...model.units.filter(({ parentId }) => parentId === id).flatMap((unit) => below(unit.id))]
  switch (op) {
    case 'any_of': return values.some(is)
    case 'none_of': return !values.some(is)
    case 'absent': return value === null
    case 'present': return value !== null
    case 'contains': return value !== null && values.some((part) => (field === 'unit' ? (row.unit ?? '') : value.text).toLowerCase().includes(part.toLowerCase()))
    case 'at_least': return value !== null && compare(value.keys[0] ?? '', number(values[0] ?? '')) >= 0
    case 'at_most': return value !== null && compare(value.keys[0] ?? '', number(values[0] ?? '')) <= 0
    case 'within': return row.unitId !== null && values.some((id) => below(id).includes(row.unitId ?? ''))
  }
}

type Answer = { readonly total: number; readonly ids: readonly string[]; readonly groups: readonly { readonly values: readonly (string | null)[]; readonly count: number; readonly from: number; readonly cost: string }[]; readonly cost: string; readonly benefits: string }

const sum = (rows: readonly InitiativeRow[], field: 'cost' | 'benefits'): string => {
  const known = rows.flatMap((row) => (row[field].status === 'ok' ? [BigInt(row[field].value.minor)] : []))
  if (rows.length > 0 && known.length === 0) {
    const reasons = new Set(rows.map((row) => (row[field].status === 'undefined' ? row[field].reason : undefined)))
    return reasons.size === 1 ? ([...reasons][0] ?? 'NOT_PUBLISHED') : 'NOT_PUBLISHED'
  }
  return String(known.reduce((total, minor) => total + minor, 0n))
}

function answerOf(model: Model, { current = false, search = '', filters = [], sort = [], groups = [], from = 0, limit = 200 }: ListAsk): Answer {
  const words = search.split(/\s+/).filter(Boolean)
  const found = model.rows.filter((row) => (!current || row.current) && words.every((word) => [row.key, row.name, row.unit ?? '', row.category ?? '', row.sponsor ?? ''].some((text) => text.toLowerCase().includes(word.toLowerCase()))) && filters.every((filter) => holds(model, row, filter)))
  const ordered = [...found].sort((a, b) => {
    for (const field of groups as PlainField[]) {
      const order = compareBy(a, b, field, false) || compare(valueOf(a, field)?.text ?? '', valueOf(b, field)?.text ?? '')
      if (order !== 0) return order
    }
    for (const { field, descending } of sort) {
      const order = compareBy(a, b, field as PlainField, descending)
      if (order !== 0) return order
    }
    return compare(a.id, b.id)
  })
  const textOf = (row: InitiativeRow): string => JSON.stringify((groups as PlainField[]).map((field) => valueOf(row, field)?.text ?? null))
  let at = 0
  const grouped = groups.length === 0 ? [] : [...Map.groupBy(ordered, textOf)].map(([text, members]) => ({ values: JSON.parse(text) as (string | null)[], count: members.length, from: (at += members.length) - members.length, cost: sum(members, 'cost') }))
  return { total: found.length, ids: ordered.slice(from, from + limit).map(({ id }) => id), groups: grouped, cost: sum(found, 'cost'), benefits: sum(found, 'benefits') }
}

const inShort = (metric: ListWindow['cost']): string => (metric.status === 'ok' ? metric.value.minor : metric.status === 'undefined' ? metric.reason : metric.status)
const answered = ({ total, rows, groups, cost, benefits }: ListWindow): Answer => ({ total, ids: rows.map(({ id }) => id), groups: groups.map(({ values, count, from, cost: part }) => ({ values, count, from, cost: inShort(part) })), cost: inShort(cost), benefits: inShort(benefits) })
/** Ratio and alignment as values of groups are text of their own; the model has them as whole numbers. */
const groupable = fields.filter((field) => field !== 'ratio' && field !== 'alignment')

function drawAsk(model: Model, seed: number): ListAsk {
  const { below } = random(seed)
  const one = <T>(from: readonly T[]): T => from[below(from.length)] as T
  const filter = (): ListFilter => {
    const field = one(fields)
    const form: Form = formOf(field, new Map()) ?? 'text'
    const op = one(opsOf[form])
    const some = (): string => {
      const value = valueOf(one(model.rows), field)
      if (field === 'ratio' || field === 'alignment') return one(['0', '0.5', '1', '-0.1', '20', '0.05'])
      if (!value) return form === 'unit' ? one(model.units).id : form === 'date' ? '2020-05-11' : form === 'money' ? '100' : form === 'rating' ? 'red' : form === 'flags' ? 'exempt' : 'weir'
      if (field === 'flags') return value.text.split(',')[0] ?? ''
      if (form === 'unit' && op === 'contains') return 'e'
      return op === 'contains' ? value.text.slice(0, 3) : form === 'rating' && below(2) === 0 ? (value.text.split(':')[1] ?? '') : value.text
    }
    const many = op === 'absent' || op === 'present' ? 0 : op === 'at_least' || op === 'at_most' ? 1 : 1 + below(3)
    return { field, op, values: Array.from({ length: many }, some) }
  }
  const few = <T>(most: number, make: () => T): T[] => Array.from({ length: below(most + 1) }, make)
  return {
    current: below(2) === 0, ...(below(5) === 0 ? { search: one(['dam', 'WEIR 1', 'k- z', 'é']) } : {}), filters: few(2, filter), sort: few(3, () => ({ field: one(fields), descending: below(2) === 0 })),
    groups: [...new Set(few(2, () => one(groupable)))], from: one([0, 0, 3, 20, 1000]), limit: one([5, 40, 200]),
  }
}

onEachDatabase('the list', (t) => {
  const app = testApp(t)
  const window = (ask: ListAsk) => app.viewer.read(demandRoutes.readWindow, { query: { ask: JSON.stringify(ask) } })
  const refused = async (ask: unknown) => (await app.viewer.refused(demandRoutes.readWindow, { query: { ask: typeof ask === 'string' ? ask : JSON.stringify(ask) } }))

  it('of nothing is empty, and its sums are zero', async () => {
    expect(answered(await window({ groups: ['unit'] }))).toEqual({ total: 0, ids: [], groups: [], cost: '0', benefits: '0' })
  })

  describe.each([{ seed: 1, initiatives: 60, publications: 4, objectives: 6 }, { seed: 2, initiatives: 25, publications: 0, objectives: 0 }, { seed: 3, initiatives: 90, publications: 6, objectives: 4 }])('of a portfolio drawn with $seed', (drawn) => {
    let model: Model
    let of: Caller
    beforeAll(async () => {
      const people = await app.secondOrganisation()
      await drawPortfolio(t.db, people.owner.actor, drawn)
      of = people.viewer
      model = { rows: (await of.read(demandRoutes.listInitiatives, { query: {} })).rows, units: await of.read(peopleRoutes.listUnits, {}) }
    })

    it('is what the engine makes of all initiatives, for every filter, sort and group', async () => {
      expect(model.rows.length).toBeGreaterThan(drawn.initiatives / 2)
      for (let seed = 0; seed < 80; seed += 1) {
        const ask = drawAsk(model, drawn.seed * 1000 + seed)
        const found = await of.read(demandRoutes.readWindow, { query: { ask: JSON.stringify(ask) } })
        expect({ ask, ...answered(found) }).toEqual({ ask, ...answerOf(model, ask) })
        for (const row of found.rows) expect(row).toEqual(model.rows.find(({ id }) => id === row.id))
      }
    })

    it.each(fields)('sorts by %s both ways, the absent last', async (field) => {
      for (const descending of [false, true]) {
        const ask = { sort: [{ field, descending }] }
        expect(answered(await of.read(demandRoutes.readWindow, { query: { ask: JSON.stringify(ask) } }))).toEqual(answerOf(model, ask))
      }
    })

    it('is cut into windows that fit together', async () => {
      const ask: ListAsk = { groups: ['unit', 'rating'], sort: [{ field: 'cost', descending: true }] }
      const pieces: string[] = []
      for (let from = 0; from < model.rows.length + 7; from += 7) pieces.push(...(await of.read(demandRoutes.readWindow, { query: { ask: JSON.stringify({ ...ask, from, limit: 7 }) } })).rows.map(({ id }) => id))
      expect(pieces).toEqual(answerOf(model, { ...ask, limit: 1000 }).ids)
    })
  })

  describe('at earlier moments', () => {
    const moments: object[] = []
    let of: Caller
    beforeAll(async () => {
      const { owner: { actor }, editor, viewer } = await app.secondOrganisation()
      of = viewer
      await drawPortfolio(t.db, actor, { seed: 9, initiatives: 40, publications: 4, objectives: 5 })
      const instants: string[] = []
      const last = async () => (await t.owner.selectFrom('act_clock').select('last').where('org_id', '=', actor.orgId).executeTakeFirstOrThrow()).last
      const { below } = random(6)
      for (let turn = 0; turn < 8; turn += 1) {
        const { rows } = await of.read(demandRoutes.listInitiatives, { query: {} })
        const { id, version } = rows[below(rows.length)] as InitiativeRow
        if (turn % 4 === 3) await editor.read(demandRoutes.removeInitiative, { params: { id } })
        else await editor.read(demandRoutes.changeInitiative, { params: { id }, body: { version, costMinor: String(below(900)), name: `Changed ${turn}`, endOn: '2031-01-01', unitId: null } })
        instants.push(await last())
      }
      const today = new Date().toISOString().slice(0, 10)
      moments.push(...instants.map((asOf) => ({ asOf })), { position: today }, { position: '2017-06-30' }, { position: today, asOf: instants[2] }, { position: '2017-06-30', asOf: instants[5] })
    })

    it('is what the engine makes of all initiatives of that moment', async () => {
      const { below } = random(7)
      for (let turn = 0; turn < 60; turn += 1) {
        const moment = moments[below(moments.length)] as object
        const model = { rows: (await of.read(demandRoutes.listInitiatives, { query: { ...moment } as never })).rows, units: await of.read(peopleRoutes.listUnits, { query: { ...moment } as never }) }
        const ask = model.rows.length === 0 ? {} : drawAsk(model, 5000 + turn)
        const found = await of.read(demandRoutes.readWindow, { query: { ask: JSON.stringify(ask), ...moment } as never })
        expect({ moment, ask, ...answered(found) }).toEqual({ moment, ask, ...answerOf(model, ask) })
        for (const row of found.rows) expect(row).toEqual(model.rows.find(({ id }) => id === row.id))
      }
    })
  })

  describe('by fields that the organisation added', () => {
    /** Values in the order in which each kind stands. */
    const kinds = { text: ['a', 'B', 'b', 'Zoo'], choice: ['H1', 'h2'], number: ['-3.5', '0.25', '2', '10'], money: ['-307', '5', '9007199254740993'], date: ['2019-12-31', '2026-01-01'], yes_no: ['no', 'yes'] } as const
    const kindNames = Object.keys(kinds) as (keyof typeof kinds)[]
    const ids = new Map<string, string>()
    let rows: readonly InitiativeRow[] = []
    let of: Caller
    let by: Caller
    const read = (ask: ListAsk) => of.read(demandRoutes.readWindow, { query: { ask: JSON.stringify(ask) } })
    const inOrder = (list: readonly InitiativeRow[], kind: keyof typeof kinds, descending: boolean) => {
      const place = (row: InitiativeRow): number => kinds[kind].findIndex((value) => value === row.custom[ids.get(kind) ?? ''])
      return [...list].sort((a, b) => {
        const [x, y] = [place(a), place(b)]
        if (x !== y) return x < 0 ? 1 : y < 0 ? -1 : descending ? y - x : x - y
        return a.id < b.id ? -1 : 1
      })
    }
    beforeAll(async () => {
      const people = await app.secondOrganisation()
      of = people.viewer
      by = people.editor
      await drawPortfolio(t.db, people.owner.actor, { seed: 11, initiatives: 30, publications: 0, objectives: 0 })
      for (const kind of kindNames) ids.set(kind, (await by.read(demandRoutes.createField, { body: { name: kind, kind, ...(kind === 'choice' ? { choices: ['H1', 'h2'] } : {}) } as never })).id)
      const { below } = random(12)
      const { rows: all } = await of.read(demandRoutes.listInitiatives, { query: {} })
      const changes = all.flatMap(({ id, version }) => kindNames.filter(() => below(3) > 0).map((kind) => ({ id, version, field: `custom:${ids.get(kind)}`, value: kinds[kind][below(kinds[kind].length)] as string })))
      await by.read(demandRoutes.changeCells, { body: { changes } })
      rows = (await of.read(demandRoutes.listInitiatives, { query: {} })).rows
    })

    it.each(kindNames)('of kind %s it is sorted, grouped and filtered', async (kind) => {
      const field = `custom:${ids.get(kind)}`
      const valueIn = (row: InitiativeRow): string | undefined => row.custom[ids.get(kind) ?? '']
      for (const descending of [false, true]) expect((await read({ sort: [{ field, descending }] })).rows).toEqual(inOrder(rows, kind, descending))
      const { groups } = await read({ groups: [field] })
      expect(groups.map(({ values, count }) => [values[0], count])).toEqual([...Map.groupBy(inOrder(rows, kind, false), (row) => valueIn(row) ?? null)].map(([value, members]) => [value, members.length]))
      const filtered = async (op: ListFilter['op'], ...values: string[]) => new Set((await read({ filters: [{ field, op, values }] })).rows.map(({ id }) => id))
      const those = (holds: (place: number) => boolean) => new Set(rows.filter((row) => holds(kinds[kind].findIndex((value) => value === valueIn(row)))).map(({ id }) => id))
      const second = kinds[kind][1]
      expect(await filtered('any_of', second)).toEqual(those((place) => place === 1))
      expect(await filtered('none_of', second)).toEqual(those((place) => place !== 1))
      expect(await filtered('absent')).toEqual(those((place) => place < 0))
      expect(await filtered('present')).toEqual(those((place) => place >= 0))
      if (kind !== 'number' && kind !== 'money' && kind !== 'date') return
      expect(await filtered('at_least', second)).toEqual(those((place) => place >= 1))
      expect(await filtered('at_most', second)).toEqual(those((place) => place === 0 || place === 1))
    })

    it('is known at once after a value is given', async () => {
      const [row] = rows
      const field = `custom:${ids.get('text')}`
      expect((await read({ filters: [{ field, op: 'any_of', values: ['New'] }] })).total).toBe(0)
      await by.read(demandRoutes.changeCells, { body: { changes: [{ id: row?.id ?? '', version: row?.version ?? 0, field, value: 'New' }] } })
      expect((await read({ filters: [{ field, op: 'any_of', values: ['New'] }] })).rows.map(({ id }) => id)).toEqual([row?.id])
    })
  })

  it('has another stamp after every act, and the new row at once', async () => {
    const before = await window({})
    expect((await window({})).stamp).toBe(before.stamp)
    const { id } = await app.editor.read(demandRoutes.createInitiative, { body: { name: 'Weir', costMinor: '7' } })
    const after = await window({})
    expect([after.stamp === before.stamp, after.rows.map((row) => row.id), inShort(after.cost)]).toEqual([false, [id], '7'])
  })

  it.each([
    ['{', 'ask', 'JSON'], [{ filters: [{ field: 'colour', op: 'any_of', values: [] }] }, 'ask/filters/0/field', 'match'], [{ order: [] }, 'ask/order', 'no field of this name'],
    [{ filters: [{ field: 'rating', op: 'at_least', values: ['red'] }] }, 'ask/filters/0/op', 'any_of, none_of, absent, present for rating'],
    [{ filters: [{ field: 'cost', op: 'at_least', values: ['1.5'] }] }, 'ask/filters/0/values/0', 'whole minor units'],
    [{ filters: [{ field: 'cost', op: 'at_least', values: [] }] }, 'ask/filters/0/values', 'one with at_least'],
    [{ filters: [{ field: 'endOn', op: 'any_of', values: ['2026-02-30'] }] }, 'ask/filters/0/values/0', 'a date of the calendar'],
    [{ filters: [{ field: 'state', op: 'any_of', values: ['done'] }] }, 'ask/filters/0/values/0', 'one of idea, case'],
    [{ groups: ['unit', 'unit'] }, 'ask/groups', 'each field once'],
    [{ sort: [{ field: 'custom:01890a5d-ac96-774b-bcce-b302099a8057', descending: false }] }, 'ask/sort/0/field', 'a custom field that the organisation has'],
  ])('refuses %j and says what is wrong and where', async (ask, place, expected) => {
    expect(await refused(ask)).toMatchObject({ status: 400, code: 'list_invalid', values: { place, expected: expect.stringContaining(expected) } })
  })
})

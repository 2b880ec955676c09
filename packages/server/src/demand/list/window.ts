import type { ListAsk, ListWindow } from '@throughline/contract/demand'
import type { Refusal } from '@throughline/contract/wire'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { withOrg, type Actor, type Db, type Moment, type Tx } from '../../database/index.ts'
import { columnsOf, customsOf, seenAt, sumOf, sumOver, type Columns, type CustomColumn } from '../columns/index.ts'
import { readyJson } from '../../http/ready.ts'
import { rememberedAnswers } from '../../rollups/index.ts'
import { readCustomValues } from '../fields/store.ts'
import { may, standingOf } from '../../people/index.ts'
import { customsNamed, goesByAmounts, parseAsk, soundAsk, type Asked } from './ask.ts'
import { totalOf, type Grouped } from './groups.ts'
import { framed, windowRows } from './over.ts'
import { withRights } from '../row-rights.ts'
import { presentColumns } from './rows.ts'

/** Groups that a list is told in; a field with more values than these is no field to group by. */
const mostGroups = 2000

type Invalid = Refusal<'list_invalid' | 'amounts_withheld'>

/** A window of the list: filtered, sorted, grouped and cut in the columns of the moment that is asked for, whatever the number of initiatives. */
export async function windowOf(db: Db, actor: Actor & { readonly moment?: Moment }, text: string | undefined): Promise<Result<ListWindow, Invalid>> {
  const ask = parseAsk(text)
  if (!ask.ok) return ask
  const { packed } = await withOrg(db, actor, async (tx) => {
    const { org, stamp } = await seenAt(tx)
    return rememberedAnswers.answer(JSON.stringify([org, stamp, 'window', standingOf(actor), ask.value]), () => made(tx, actor, ask.value))
  })
  const answer = await packed
  return answer.ok ? ok(readyJson<ListWindow>(answer.value)) : answer
}

async function made(tx: Tx, actor: Actor, ask: ListAsk): Promise<Result<ListWindow, Invalid>> {
  const columns = await columnsOf(tx)
  const asked = soundAsk(ask, columns.fields)
  if (!asked.ok) return asked
  if (goesByAmounts(asked.value) && !may(actor, 'see_money')) return refuse({ code: 'amounts_withheld' })
  const customs = await customsOf(tx, columns, customsNamed(ask))
  const groups = framed(columns, asked.value, customs, mostGroups)
  if (!groups) return refuse({ code: 'list_invalid', values: { place: 'ask/groups', found: `more than ${mostGroups} groups`, expected: 'fields with fewer different values' } })
  const window = await windowIn(tx, columns, asked.value, customs, groups)
  return ok({ ...window, rows: withRights(actor, window.rows) })
}

async function windowIn(tx: Tx, columns: Columns, asked: Asked, customs: ReadonlyMap<string, CustomColumn>, groups: readonly Grouped[]): Promise<ListWindow> {
  const { currency, stamp, positions } = columns
  const sums = groups.map(({ rows }) => ({ cost: sumOver(columns.cost, rows), benefits: sumOver(columns.benefits, rows) }))
  const [cost, benefits] = [sumOf(sums.map((sum) => sum.cost)), sumOf(sums.map((sum) => sum.benefits))]
  let from = 0
  const told = asked.groups.length === 0 ? [] : groups.map(({ values, labels, rows }, index) => {
    const { cost: groupCost = cost, benefits: groupBenefits = benefits } = sums[index] ?? {}
    const group = { values: [...values], labels: [...labels], count: rows.length, from, cost: totalOf(groupCost, currency), benefits: totalOf(groupBenefits, currency) }
    from += rows.length
    return group
  })
  const window = windowRows(columns, asked, customs, groups)
  const custom = columns.fields.size === 0 ? new Map() : await readCustomValues(tx, Array.from(window, (row) => columns.ids.of(row)))
  return {
    total: cost.rows, from: asked.from, rows: presentColumns(columns, window, custom), groups: told, cost: totalOf(cost, currency), benefits: totalOf(benefits, currency), stamp,
    publications: positions.publications.map(({ id, title, as_of, rows }) => ({ id, title, asOf: as_of, rows })),
  }
}

/** The ids of rows `from` to `from + limit` of an ask, in the order of its groups and sorts: what a file of the list is written in. */
export async function orderOf(tx: Tx, asked: Asked): Promise<readonly string[]> {
  const columns = await columnsOf(tx)
  const customs = await customsOf(tx, columns, customsNamed(asked))
  const groups = framed(columns, asked, customs, Number.POSITIVE_INFINITY) ?? []
  return Array.from(windowRows(columns, asked, customs, groups), (row) => columns.ids.of(row))
}

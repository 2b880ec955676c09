import type { ListAsk, ListWindow } from '@throughline/contract/demand'
import type { Refusal } from '@throughline/contract/wire'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { withOrg, type Actor, type Db, type Moment, type Tx } from '../../database/index.ts'
import { columnsOf, customsOf, seenAt, sumOf, sumsBy, type Columns } from '../columns/index.ts'
import { readyJson, writtenJson } from '../../http/ready.ts'
import { rememberedAnswers } from '../../rollups/index.ts'
import { readCustomValues } from '../fields/store.ts'
import { may, standingOf } from '../../people/index.ts'
import { customsNamed, goesByAmounts, parseAsk, soundAsk, type Asked } from './ask.ts'
import { sumsIn } from './written-sums.ts'
import type { Grouping } from './groups.ts'
import { framed, windowRows } from './over.ts'
import { rightsOver } from '../row-rights.ts'
import { rowsAsJson, type Beside } from './rows.ts'

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
  const grouping = framed(columns, asked.value, customs, mostGroups)
  if (!grouping) return refuse({ code: 'list_invalid', values: { place: 'ask/groups', found: `more than ${mostGroups} groups`, expected: 'fields with fewer different values' } })
  const window = windowRows(columns, asked.value, customs, grouping.groups)
  const custom = columns.fields.size === 0 ? new Map() : await readCustomValues(tx, Array.from(window, (row) => columns.ids.of(row)))
  return ok(windowAsJson(columns, asked.value, grouping, window, { custom, rights: rightsOver(actor) }))
}

/** The window as it travels, written at once. */
function windowAsJson(columns: Columns, { from, groups: fields }: Asked, { rows, groupOf, groups }: Grouping, window: Uint32Array, beside: Beside): ListWindow {
  const { currency, stamp, positions } = columns
  const written = sumsIn(currency)
  const [costs, benefits] = [sumsBy(columns.cost, rows, groupOf, groups.length), sumsBy(columns.benefits, rows, groupOf, groups.length)]
  const [cost, benefit] = [sumOf(costs), sumOf(benefits)]
  let before = 0
  const told = fields.length === 0 ? [] : groups.map(({ values, labels, rows: members, number }) => {
    const group = `{"values":${JSON.stringify(values)},"labels":${JSON.stringify(labels)},"count":${members.length},"from":${before},"cost":${written(costs[number] ?? cost)},"benefits":${written(benefits[number] ?? benefit)}}`
    before += members.length
    return group
  })
  const publications = JSON.stringify(positions.publications.map(({ id, title, as_of, rows: listed }) => ({ id, title, asOf: as_of, rows: listed })))
  return writtenJson(`{"total":${rows.length},"from":${from},"rows":${rowsAsJson(columns, window, beside)},"groups":[${told.join(',')}],"cost":${written(cost)},"benefits":${written(benefit)},"stamp":${JSON.stringify(stamp)},"publications":${publications}}`)
}

/** The ids of rows `from` to `from + limit` of an ask, in the order of its groups and sorts: what a file of the list is written in. */
export async function orderOf(tx: Tx, asked: Asked): Promise<readonly string[]> {
  const columns = await columnsOf(tx)
  const customs = await customsOf(tx, columns, customsNamed(asked))
  const { groups } = framed(columns, asked, customs, Number.POSITIVE_INFINITY) ?? { groups: [] }
  return Array.from(windowRows(columns, asked, customs, groups), (row) => columns.ids.of(row))
}

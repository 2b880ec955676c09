import { demandRoutes, type InitiativeRow, type ListAsk, type ListWindow } from '@throughline/contract/demand'
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { RowSource, SourceGroup } from '../../../ui/grid/index.ts'
import { call, useRead, type Reading } from '../../../wire/index.ts'
import { byName } from './ask.ts'
import { pageRequest, usePages, useWanted } from './use-pages.ts'

/** Up to so many initiatives are all held in the page, which then sorts, filters and groups by itself. */
export const allHeld = 5000
/** Rows of one request where all are read. */
const wholePage = 1000
/** Rows of one request where a part is read: a few screens. */
const partPage = 200

/** The initiatives of the organisation as a grid takes them: all rows where they are few, else a source that reads what is in sight. */
export type InitiativeListing = {
  readonly reading: Reading<ListWindow>
  /** How many there are, whatever the filters. */
  readonly total: number
  readonly rows: readonly InitiativeRow[] | undefined
  readonly source: RowSource<InitiativeRow> | undefined
  /** A row that was read, as it is known now. */
  rowOf(id: string): InitiativeRow | undefined
  /** Takes in rows as they are now. */
  put(rows: readonly InitiativeRow[]): void
  /** Every row that passes the conditions of an ask, at most so many. */
  readAll(ask: ListAsk, most: number): Promise<readonly InitiativeRow[]>
}

const wholeAsk = (current: boolean): ListAsk => ({ ...(current ? { current } : {}), sort: byName })

/** The first of every list: how many there are, and all of them where they are few. */
export const firstRequest = (current: boolean) => pageRequest(wholeAsk(current), 0, wholePage)

export function useInitiativeList(ask: ListAsk, groupsOf: (window: ListWindow) => readonly SourceGroup[]): InitiativeListing {
  const client = useQueryClient()
  const currentOnly = ask.current ?? false
  const whole = useMemo(() => wholeAsk(currentOnly), [currentOnly])
  const reading = useRead(demandRoutes.readWindow, firstRequest(currentOnly))
  const total = reading.state === 'full' ? reading.value.total : 0
  const few = total <= allHeld
  const rest = usePages(whole, wholePage, few ? pagesAfterFirst(total) : noPages)
  const rows = useMemo(() => (few && reading.state === 'full' && rest.every((page) => page !== undefined) ? [reading.value, ...rest].flatMap((page) => page?.rows ?? []) : undefined), [few, reading, rest])
  const seen = useSeen(rows)
  const source = useSource({ ask, total, enabled: !few, groupsOf, keep: seen.keep })
  const put = useCallback((fresh: readonly InitiativeRow[]) => {
    seen.keep(fresh)
    const byId = new Map(fresh.map((row) => [row.id, row]))
    client.setQueriesData<ListWindow>({ predicate: ({ queryKey }) => String(queryKey[1]).startsWith(demandRoutes.readWindow.path) }, (page) => page && { ...page, rows: page.rows.map((row) => byId.get(row.id) ?? row) })
  }, [client, seen])
  return { reading, total, rows, source, put, rowOf: seen.rowOf, readAll }
}

const noPages: readonly number[] = []
const pagesAfterFirst = (total: number): readonly number[] => Array.from({ length: Math.max(0, Math.ceil(total / wholePage) - 1) }, (_, index) => index + 1)

/** Rows of an ask one page after the other, without keeping them. */
async function readAll(ask: ListAsk, most: number): Promise<readonly InitiativeRow[]> {
  const rows: InitiativeRow[] = []
  for (let page = 0; rows.length < most; page++) {
    const window = await call(demandRoutes.readWindow, pageRequest(ask, page, wholePage))
    rows.push(...window.rows)
    if (rows.length >= window.total || window.rows.length === 0) break
  }
  return rows.slice(0, most)
}

/** Most rows whose versions are remembered after they have left the sight. */
const mostSeen = 60_000

/** Every row that was read lately, as it is known now: what an edit is made on. */
function useSeen(rows: readonly InitiativeRow[] | undefined) {
  const held = useRef(new Map<string, InitiativeRow>())
  const keep = useCallback((fresh: readonly InitiativeRow[]) => {
    const map = held.current
    for (const row of fresh) {
      // A reply that was on its way for long does not bring back an older row.
      if ((map.get(row.id)?.version ?? 0) > row.version) continue
      map.delete(row.id)
      map.set(row.id, row)
    }
    for (const id of map.keys()) {
      if (map.size <= mostSeen) break
      map.delete(id)
    }
  }, [])
  useEffect(() => {
    if (rows) keep(rows)
  }, [rows, keep])
  return useMemo(() => ({ keep, rowOf: (id: string) => held.current.get(id) }), [keep])
}

type SourceOptions = { readonly ask: ListAsk; readonly total: number; readonly enabled: boolean; groupsOf(window: ListWindow): readonly SourceGroup[]; keep(rows: readonly InitiativeRow[]): void }

/** Reads the rows near those in sight, in the order of the ask. While another order is on its way, the earlier one stays in sight. */
function useSource({ ask, total, enabled, groupsOf, keep }: SourceOptions): RowSource<InitiativeRow> | undefined {
  const list = JSON.stringify(ask)
  const [wanted, want] = useWanted(list)
  const pages = usePages(ask, partPage, enabled ? wanted : noPages)
  useEffect(() => {
    for (const page of pages) if (page) keep(page.rows)
  }, [pages, keep])
  const current = useMemo(() => {
    const head = pages.find((page) => page !== undefined)
    return enabled && head ? sourceOf({ ask, total, head, pages: new Map(pages.flatMap((page) => (page ? [[page.from / partPage, page] as const] : []))), groupsOf, want, keep }) : undefined
  }, [enabled, ask, total, pages, groupsOf, want, keep])
  const [last, setLast] = useState<RowSource<InitiativeRow>>()
  if (current && current !== last) setLast(current)
  return current ?? (enabled ? last : undefined)
}

type Parts = Pick<SourceOptions, 'ask' | 'total' | 'groupsOf' | 'keep'> & { readonly head: ListWindow; readonly pages: ReadonlyMap<number, ListWindow>; want(pages: readonly number[]): void }

function sourceOf({ ask, total, head, pages, groupsOf, want, keep }: Parts): RowSource<InitiativeRow> {
  const at = (place: number): InitiativeRow | undefined => pages.get(Math.floor(place / partPage))?.rows[place % partPage]
  return {
    count: head.total, total,
    ...(head.groups.length > 0 ? { groups: groupsOf(head) } : {}),
    window: (from, to) => Array.from({ length: Math.max(0, to - from) }, (_, offset) => at(from + offset)),
    onNeed: (from, to) => {
      const first = Math.floor(Math.max(0, from) / partPage)
      const after = Math.ceil(Math.min(head.total, to) / partPage)
      want(Array.from({ length: Math.max(0, after - first) }, (_, offset) => first + offset))
    },
    read: async (from, to) => {
      const rows: InitiativeRow[] = []
      for (let place = from; place < to; place += wholePage) {
        const limit = Math.min(wholePage, to - place)
        const { rows: part } = await call(demandRoutes.readWindow, { query: { ask: JSON.stringify({ ...ask, from: place, limit }) } })
        rows.push(...part)
      }
      keep(rows)
      return rows
    },
    find: (key) => {
      for (const [page, { rows }] of pages) {
        const index = rows.findIndex(({ id }) => id === key)
        if (index >= 0) return page * partPage + index
      }
      return undefined
    },
  }
}

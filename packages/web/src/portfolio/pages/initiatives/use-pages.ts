import { demandRoutes, type ListAsk, type ListWindow } from '@throughline/contract/demand'
import { useQueries, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { call, keyOf, useMoment } from '../../../wire/index.ts'

/** Most pages of a list that are held at once. */
export const pagesHeld = 24

/** What a page of a list is asked by. */
export const pageRequest = (ask: ListAsk, page: number, size: number) => ({ query: { ask: JSON.stringify({ ...ask, from: page * size, limit: size }) } })

/** Pages of one list by their number; each is a query of its own, so that whatever is written makes all of them stale. */
export function usePages(ask: ListAsk, size: number, wanted: readonly number[]): readonly (ListWindow | undefined)[] {
  useMoment()
  const client = useQueryClient()
  const requests = wanted.map((page) => pageRequest(ask, page, size))
  const found = useQueries({
    queries: requests.map((request) => ({ queryKey: keyOf(demandRoutes.readWindow, request), queryFn: ({ signal }: { readonly signal: AbortSignal }) => call(demandRoutes.readWindow, request, { signal }), gcTime: 30_000 })),
    combine: windowsOf,
  })
  // Pages of different stamps do not belong together: the older ones are read again.
  const stale = staleAmong(found)
  const old = stale === '' ? '' : JSON.stringify(stale.split(' ').flatMap((index) => requests[Number(index)] ?? []))
  useEffect(() => {
    const requested: readonly ReturnType<typeof pageRequest>[] = old === '' ? [] : JSON.parse(old)
    for (const request of requested) void client.invalidateQueries({ queryKey: keyOf(demandRoutes.readWindow, request), exact: true })
  }, [client, old])
  return useMemo(() => found.map(({ window }) => window), [found])
}

type Found = { readonly window: ListWindow | undefined; readonly at: number }
const windowsOf = (results: readonly { readonly data: ListWindow | undefined; readonly dataUpdatedAt: number }[]): readonly Found[] => results.map(({ data, dataUpdatedAt }) => ({ window: data, at: dataUpdatedAt }))

/** The indices of the pages that carry another stamp than the newest page, parted by spaces. */
export function staleAmong(found: readonly Found[]): string {
  const here = found.flatMap(({ window, at }, index) => (window ? [{ stamp: window.stamp, at, index }] : []))
  const newest = here.reduce<(typeof here)[number] | undefined>((latest, one) => (latest && latest.at >= one.at ? latest : one), undefined)
  return here.filter(({ stamp, at }) => stamp !== newest?.stamp && at < (newest?.at ?? 0)).map(({ index }) => index).join(' ')
}

/** Which pages of a list are wanted: those asked for last, at most `pagesHeld`; of another list, those that were in sight. */
export function useWanted(list: string): readonly [readonly number[], (pages: readonly number[]) => void] {
  const [kept, setKept] = useState<Kept>({ list, pages: firstPage })
  const want = useCallback((pages: readonly number[]) => setKept((before) => withPages(before, list, pages)), [list])
  const pages = useMemo(() => pagesFor(kept, list), [kept, list])
  return [pages, want]
}
const firstPage: readonly number[] = [0]

type Kept = { readonly list: string; readonly pages: readonly number[] }

/** A grid stays where it was when its order changes: the last pages that were asked for are in sight. */
const pagesFor = (kept: Kept, list: string): readonly number[] => (kept.list === list ? kept.pages : kept.pages.slice(-2))

/** The pages wanted after some more are; the same object where nothing is new. */
export function withPages(before: Kept, list: string, pages: readonly number[]): Kept {
  const had = pagesFor(before, list)
  if (before.list === list && pages.every((page) => had.includes(page))) return before
  return { list, pages: [...had.filter((page) => !pages.includes(page)), ...pages].slice(-pagesHeld) }
}

import type { Problem, RequestOf, ReplyOf, Route } from '@throughline/contract/wire'
import { useInfiniteQuery } from '@tanstack/react-query'
import { call, keyOf, problemOf, type Reading } from '../wire/index.ts'

type Page = { readonly next: string | null }
type More = { readonly left: boolean; readonly busy: boolean; onMore(): void }

/** Reads a list page by page, each from where the last one ended. */
export function usePages<R extends Route>(route: R, query: Readonly<Record<string, unknown>>, enabled = true): { readonly pages: Reading<readonly ReplyOf<R>[]>; readonly more: More } {
  const asked = (cursor: string | undefined) => ({ query: { ...query, ...(cursor === undefined ? {} : { cursor }) } }) as unknown as RequestOf<R>
  const found = useInfiniteQuery({
    queryKey: [...keyOf(route, asked(undefined)), 'pages'],
    queryFn: ({ pageParam, signal }) => call(route, asked(pageParam), { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => (page as Page).next ?? undefined,
    enabled,
  })
  const more = { left: found.hasNextPage, busy: found.isFetchingNextPage, onMore: () => void found.fetchNextPage() }
  return { pages: readingOf(found.data?.pages, found.error ? problemOf(found.error) : undefined, found.isFetching, () => void found.refetch()), more }
}

function readingOf<T>(value: T | undefined, problem: Problem | undefined, refreshing: boolean, again: () => void): Reading<T> {
  if (value !== undefined) return { state: 'full', value, refreshing, problem, again }
  return problem ? { state: 'refused', problem, again } : { state: 'loading' }
}

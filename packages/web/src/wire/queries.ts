import { pathOf, type ReplyOf, type RequestOf, type Route } from '@throughline/contract/wire'
import { peopleRoutes } from '@throughline/contract/people'
import type { Problem } from '@throughline/contract/wire'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { QueryCache, QueryClient, useMutation, useQuery, useQueryClient, type QueryKey } from '@tanstack/react-query'
import { call } from './call.ts'
import { isFromThePast, momentOf, useMoment } from './moment.ts'
import { inThePast, isPassing, isSignedOut, problemOf } from './refused.ts'

/** The one client of the app: what was read stays fresh for half a minute; a refusal is final, a server that is away is asked again. */
export function createQueryClient(): QueryClient {
  const session = keyOf(peopleRoutes.readSession, {})
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      onError: (error, query) => {
        if (isSignedOut(error) && JSON.stringify(query.queryKey) !== JSON.stringify(session)) void client.invalidateQueries({ queryKey: session })
      },
    }),
    defaultOptions: {
      queries: { staleTime: 30_000, refetchOnWindowFocus: true, retry: (times, error) => isPassing(error) && times < 3, retryDelay: (times) => Math.min(4000, 300 * 2 ** times) },
      mutations: { retry: false },
    },
  })
  return client
}

/** Under which key the reply of a GET route is kept: the room, then the path with its parameters, query and moment. */
export function keyOf<R extends Route>(route: R, request: RequestOf<R>): QueryKey {
  const { params, query } = request as { params?: Readonly<Record<string, unknown>>; query?: Readonly<Record<string, unknown>> }
  return [route.path.split('/')[2], pathOf(route, params, { ...query, ...momentOf(route) })]
}

/** What a page shows of something it reads. */
export type Reading<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'refused'; readonly problem: Problem; again(): void }
  | { readonly state: 'full'; readonly value: T; readonly refreshing: boolean; readonly problem: Problem | undefined; again(): void }

/** Reads a GET route and keeps it. A later failure leaves the value that was read in place and adds the problem. */
export function useRead<R extends Route>(route: R, request: RequestOf<R>, options: { readonly enabled?: boolean } = {}): Reading<ReplyOf<R>> {
  useMoment()
  const found = useQuery<ReplyOf<R>>({ queryKey: keyOf(route, request), queryFn: ({ signal }) => call(route, request, { signal }), enabled: options.enabled ?? true })
  const again = () => void found.refetch()
  if (found.data !== undefined) return { state: 'full', value: found.data, refreshing: found.isFetching, problem: found.error ? problemOf(found.error) : undefined, again }
  if (found.error) return { state: 'refused', problem: problemOf(found.error), again }
  return { state: 'loading' }
}

/** What a page reads, loaded before it shows: for the `prepare` of a page module. */
export const readAhead = <R extends Route>(route: R, request: RequestOf<R>) => (client: QueryClient): Promise<void> =>
  client.prefetchQuery({ queryKey: keyOf(route, request), queryFn: ({ signal }) => call(route, request, { signal }) })

/** A change that the page can make: run it, see whether it is under way and why it was refused. */
export type Act<R extends Route> = {
  /** Resolves with the reply, or with the problem where it was refused; never rejects. */
  run(request: RequestOf<R>): Promise<Result<ReplyOf<R>, Problem>>
  readonly busy: boolean
  readonly problem: Problem | undefined
  /** Forgets the last refusal, for a form that is opened again. */
  reset(): void
}

/**
 * A change through a route. Everything read before is then stale, for figures depend on each other across rooms;
 * where the reply is itself what a GET route would give, name that route in `answers`, or give the key it is kept under, and its
 * readers see it at once.
 */
export function useAct<R extends Route>(route: R, options: { readonly answers?: Route | ((reply: ReplyOf<R>) => QueryKey); readonly onDone?: (reply: ReplyOf<R>) => void; /** Of which room alone the readings are stale. */ readonly staleRoom?: string } = {}): Act<R> {
  const client = useQueryClient()
  const act = useMutation<ReplyOf<R>, unknown, RequestOf<R>>({
    mutationFn: (request) => call(route, request),
    onSuccess: async (reply) => {
      const answered = typeof options.answers === 'function' ? options.answers(reply) : options.answers && keyOf(options.answers, {})
      if (answered) client.setQueryData(answered, reply)
      void client.invalidateQueries({ predicate: ({ queryKey }) => JSON.stringify(queryKey) !== JSON.stringify(answered) && (options.staleRoom === undefined || queryKey[0] === options.staleRoom) })
      options.onDone?.(reply)
    },
    onError: (error) => {
      if (problemOf(error).code === 'version_moved') void client.invalidateQueries()
    },
  })
  const run = async (request: RequestOf<R>): Promise<Result<ReplyOf<R>, Problem>> => {
    if (isFromThePast(route)) return refuse(inThePast)
    try {
      return ok(await act.mutateAsync(request))
    } catch (error) {
      return refuse(problemOf(error))
    }
  }
  return { run, busy: act.isPending, problem: act.error ? problemOf(act.error) : undefined, reset: act.reset }
}

import { governanceRoutes } from '@throughline/contract/governance'
import type { Revision } from '@throughline/contract/demand'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useSignedIn } from '../../../people/index.ts'
import { useAddressQuery } from '../../../shell/address.ts'
import { call, keyOf, problemOf, type Reading } from '../../../wire/index.ts'
import { HistoryPage } from './Page.tsx'

const PAGE = 50

/** The audit trail, fifty changes at a time. */
export default function HistoryRoute() {
  const [query, change] = useAddressQuery()
  const session = useSignedIn()
  const entityId = query['of']
  const only = entityId === undefined ? {} : { entityId }
  const found = useInfiniteQuery({
    queryKey: [...keyOf(governanceRoutes.listRevisions, { query: { ...only, limit: PAGE } }), 'pages'],
    queryFn: ({ pageParam, signal }) => call(governanceRoutes.listRevisions, { query: { ...only, limit: PAGE, ...(pageParam === undefined ? {} : { before: pageParam }) } }, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: readonly Revision[]) => (page.length < PAGE ? undefined : page.at(-1)?.id),
  })
  return (
    <HistoryPage
      revisions={readingOf(found.data?.pages.flat(), found.error, found.isFetching, () => void found.refetch())}
      currency={session?.organisation.currency ?? ''}
      ofOne={entityId !== undefined}
      more={{ left: found.hasNextPage, busy: found.isFetchingNextPage, onMore: () => void found.fetchNextPage() }}
      onAll={() => change({ of: undefined })}
    />
  )
}

function readingOf(value: readonly Revision[] | undefined, error: unknown, refreshing: boolean, again: () => void): Reading<readonly Revision[]> {
  const problem = error ? problemOf(error) : undefined
  if (value) return { state: 'full', value, refreshing, problem, again }
  return problem ? { state: 'refused', problem, again } : { state: 'loading' }
}

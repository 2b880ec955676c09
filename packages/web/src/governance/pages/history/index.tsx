import { activityRoutes } from '@throughline/contract/governance'
import { peopleRoutes } from '@throughline/contract/people'
import { useSignedIn } from '../../../people/index.ts'
import { useAddressQuery } from '../../../shell/address.ts'
import { useRead } from '../../../wire/index.ts'
import { usePages } from '../../use-pages.ts'
import { asked, filterOf } from './filter.ts'
import { HistoryPage } from './Page.tsx'

/** The audit trail, fifty changes at a time. */
export default function HistoryRoute() {
  const [query, change] = useAddressQuery()
  const session = useSignedIn()
  const filter = filterOf(query)
  const { pages, more } = usePages(activityRoutes.listActivity, asked(filter))
  const acts = useRead(activityRoutes.listActs, {})
  const people = useRead(peopleRoutes.listMembers, {})
  return (
    <HistoryPage
      entries={pages.state === 'full' ? { ...pages, value: pages.value.flatMap(({ entries }) => entries) } : pages}
      currency={session?.organisation.currency ?? ''} filter={filter} more={more} onFilter={change}
      acts={acts.state === 'full' ? acts.value : []} people={people.state === 'full' ? people.value : []}
    />
  )
}

import { activityRoutes, type ActivityEntry } from '@throughline/contract/governance'
import { peopleRoutes } from '@throughline/contract/people'
import { useMemo } from 'react'
import { useSignedIn } from '../../../people/index.ts'
import { useAddressQuery } from '../../../shell/address.ts'
import { Shown, useRead } from '../../../wire/index.ts'
import { ChangedThings } from '../../discussion/Happenings.tsx'
import { usePages } from '../../use-pages.ts'
import { asked, filterOf, type HistoryFilter } from './filter.ts'
import { HistoryPage } from './Page.tsx'

/** The audit trail, fifty acts at a time. */
export default function HistoryRoute() {
  const [query, change] = useAddressQuery()
  const session = useSignedIn()
  const filter = filterOf(query)
  const { pages, more } = usePages(activityRoutes.listDone, asked(filter))
  const acts = useRead(activityRoutes.listActs, {})
  const people = useRead(peopleRoutes.listMembers, {})
  const units = useRead(peopleRoutes.listUnits, {})
  const names = useMemo(() => new Map(units.state === 'full' ? units.value.map((unit) => [unit.id, unit.name]) : []), [units])
  const writing = { currency: session?.organisation.currency ?? '', nameOf: (id: string) => names.get(id) }
  return (
    <HistoryPage
      done={pages.state === 'full' ? { ...pages, value: pages.value.flatMap((page) => page.acts) } : pages}
      others={(entry, asWhole) => <Others of={entry} {...{ asWhole, filter, writing }} />} {...writing} filter={filter} more={more} onFilter={change}
      acts={acts.state === 'full' ? acts.value : []} people={people.state === 'full' ? people.value : []}
    />
  )
}

type OthersProps = { readonly of: ActivityEntry; readonly asWhole: boolean; readonly filter: HistoryFilter; readonly writing: { readonly currency: string; nameOf(id: string): string | undefined } }

/** What else an act changed: everything of its instant, for acts follow one another. */
function Others({ of, asWhole, filter, writing }: OthersProps) {
  const until = new Date(Date.parse(of.at) + 1).toISOString()
  const { pages, more } = usePages(activityRoutes.listActivity, { ...asked(filter), from: of.at, until })
  const reading = pages.state === 'full' ? { ...pages, value: pages.value.flatMap(({ entries }) => entries).filter(({ id }) => asWhole || id !== of.id) } : pages
  return <Shown reading={reading} what="what else was changed" lines={6}>{(list) => <ChangedThings entries={list} {...writing} more={more} />}</Shown>
}

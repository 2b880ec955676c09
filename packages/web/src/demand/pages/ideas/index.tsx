import { demandRoutes } from '@throughline/contract/demand'
import { peopleRoutes } from '@throughline/contract/people'
import { useDeferredValue, useState } from 'react'
import { Discuss } from '../../../governance/index.ts'
import { allows, useSignedIn } from '../../../people/index.ts'
import { useAddressQuery } from '../../../shell/address.ts'
import { isPast, readAhead, useAct, useMoment, useRead } from '../../../wire/index.ts'
import type { AlikeFound } from './acts.ts'
import { IdeasPage } from './Page.tsx'

export const prepare = readAhead(demandRoutes.readIdeas, {})

/** Ideas: handed in, judged, and what became of each. */
export default function IdeasRoute() {
  const session = useSignedIn()
  const past = isPast(useMoment())
  const [query, change] = useAddressQuery()
  const decide = allows(session, 'edit_initiative') && !past
  const members = useRead(peopleRoutes.listMembers, {}, { enabled: decide })
  const units = useRead(peopleRoutes.listUnits, {}, { enabled: !past })
  const answers = { answers: demandRoutes.readIdeas }
  const [handIn, edit, judge, merge, answer] = [useAct(demandRoutes.handInIdea, answers), useAct(demandRoutes.changeIdea, answers), useAct(demandRoutes.triageIdea, answers), useAct(demandRoutes.mergeIdea, answers), useAct(demandRoutes.decideIdea, answers)]
  return (
    <IdeasPage
      reading={useRead(demandRoutes.readIdeas, {})} may={{ handIn: !past, decide }} me={session?.account.id ?? ''}
      members={members.state === 'full' ? members.value.filter(({ service }) => !service).map(({ id, name }) => ({ id, name })) : []} units={units.state === 'full' ? units.value.map(({ id, name }) => ({ id, name })) : []}
      alike={useAlike()} shown={query['idea']} onShow={(idea) => change({ idea })} discuss={({ id }) => <Discuss subject={{ room: 'demand', kind: 'idea', id }} />}
      acts={{
        handIn: (body) => handIn.run({ body }), change: ({ id, version }, given) => edit.run({ params: { id }, body: { version, ...given } }), judge: ({ id, version }, given) => judge.run({ params: { id }, body: { version, ...given } }),
        merge: ({ id, version }, intoId, words) => merge.run({ params: { id }, body: { version, intoId, words } }), decide: ({ id, version }, outcome, words) => answer.run({ params: { id }, body: { version, outcome, words } }),
      }}
    />
  )
}

/** Looks for what is there already while a person types. */
function useAlike(): AlikeFound {
  const [asked, ask] = useState<Parameters<AlikeFound['ask']>[0]>()
  const { title = '', problem = '', except } = useDeferredValue(asked) ?? {}
  const enabled = title.trim().length > 2
  const reading = useRead(demandRoutes.findAlike, { query: { title: title.trim().slice(0, 200) || '-', problem: problem.slice(0, 400), ...(except === undefined ? {} : { except }) } }, { enabled })
  return { found: enabled && reading.state === 'full' ? reading.value.alike : undefined, twinAt: reading.state === 'full' ? reading.value.twinAt : 1, ask }
}

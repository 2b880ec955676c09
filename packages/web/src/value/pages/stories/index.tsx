import { peopleRoutes } from '@throughline/contract/people'
import { valueRoutes } from '@throughline/contract/value'
import { useDeferredValue, useState } from 'react'
import { Discuss } from '../../../governance/index.ts'
import { allows, useSignedIn } from '../../../people/index.ts'
import { useAddressQuery } from '../../../shell/address.ts'
import { isPast, keyOf, readAhead, useAct, useMoment, useRead } from '../../../wire/index.ts'
import { StoriesPage } from './Page.tsx'

export const prepare = readAhead(valueRoutes.readStories, {})

/** Success stories. Which one a link means stands in the address. */
export default function StoriesRoute() {
  const session = useSignedIn()
  const past = isPast(useMoment())
  const [query] = useAddressQuery()
  const [text, find] = useState('')
  const search = useDeferredValue(text).trim()
  const write = allows(session, 'edit_strategy') && !past
  const members = useRead(peopleRoutes.listMembers, {}, { enabled: write })
  const figures = useRead(valueRoutes.readStoryFigures, { query: search === '' ? {} : { search } }, { enabled: write })
  const answers = { answers: () => keyOf(valueRoutes.readStories, {}) }
  const [add, change, publish, takeBack, remove] = [useAct(valueRoutes.addStory, answers), useAct(valueRoutes.changeStory, answers), useAct(valueRoutes.publishStory, answers), useAct(valueRoutes.takeBackStory, answers), useAct(valueRoutes.removeStory, answers)]
  const [name, unname, answer] = [useAct(valueRoutes.nameContributor, answers), useAct(valueRoutes.removeContributor, answers), useAct(valueRoutes.answerNaming, answers)]
  return (
    <StoriesPage
      reading={useRead(valueRoutes.readStories, {})} me={session?.account.id} may={{ take: allows(session, 'take_part') && !past, write }}
      members={members.state === 'full' ? members.value.filter(({ service }) => !service).map(({ id, name: called }) => ({ id, name: called })) : []}
      choices={{ found: figures.state === 'full' ? figures.value : undefined, find }} shown={query['story']}
      discuss={({ id }) => <Discuss subject={{ room: 'value', kind: 'success_story', id }} />}
      acts={{
        add: (body) => add.run({ body }), change: ({ id, version }, given) => change.run({ params: { id }, body: { version, ...given } }), publish: ({ id, version }) => publish.run({ params: { id }, body: { version } }),
        takeBack: ({ id, version }, reason) => takeBack.run({ params: { id }, body: { version, reason } }), remove: ({ id, version }) => remove.run({ params: { id }, query: { version } }),
        name: ({ id }, body) => name.run({ params: { id }, body }), unname: ({ id, version }) => unname.run({ params: { id }, query: { version } }), answer: ({ id, version }, given) => answer.run({ params: { id }, body: { version, answer: given } }),
      }}
    />
  )
}

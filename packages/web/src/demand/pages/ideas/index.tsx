import { demandRoutes, ideaLists } from '@throughline/contract/demand'
import { peopleRoutes } from '@throughline/contract/people'
import { useDeferredValue, useMemo, useState } from 'react'
import { Discuss } from '../../../governance/index.ts'
import { allows, useSignedIn } from '../../../people/index.ts'
import { useAddressQuery } from '../../../shell/address.ts'
import { isPast, readAhead, useAct, useMoment, useRead } from '../../../wire/index.ts'
import type { AlikeFound, IdeaChoices } from './acts.ts'
import { IdeasPage } from './Page.tsx'

export const prepare = readAhead(demandRoutes.readIdeas, { query: { list: 'open' } })

/** Ideas: handed in, judged, and what became of each. */
export default function IdeasRoute() {
  const session = useSignedIn()
  const past = isPast(useMoment())
  const [query, change] = useAddressQuery()
  const decide = allows(session, 'edit_initiative') && !past
  const members = useRead(peopleRoutes.listMembers, {}, { enabled: decide })
  const units = useRead(peopleRoutes.listUnits, {}, { enabled: !past })
  const [handIn, edit, judge, merge, answer] = [useAct(demandRoutes.handInIdea), useAct(demandRoutes.changeIdea), useAct(demandRoutes.triageIdea), useAct(demandRoutes.mergeIdea), useAct(demandRoutes.decideIdea)]
  const list = query['list'] === 'all' ? undefined : (ideaLists.find((one) => one === query['list']) ?? 'open')
  const looked = { list: list ?? 'all', search: query['search'] ?? '' } as const
  const from = /^\d{1,6}$/.test(query['from'] ?? '') ? Number(query['from']) : 0
  const asked = { ...(list ? { list } : {}), ...(looked.search.trim() === '' ? {} : { search: looked.search }), ...(from === 0 ? {} : { from }) }
  const reading = useRead(demandRoutes.readIdeas, { query: asked })
  // A link can lead to an idea that is on another page of the list.
  const elsewhere = query['idea'] !== undefined && reading.state === 'full' && reading.value.ideas.every(({ id }) => id !== query['idea'])
  const other = useRead(demandRoutes.readIdeas, { query: { open: query['idea'] ?? '', limit: 1 } }, { enabled: elsewhere })
  return (
    <IdeasPage
      reading={reading} opened={elsewhere && other.state === 'full' ? other.value.opened : null} looked={looked} onLook={(next) => change({ list: next.list === 'open' ? undefined : next.list, search: next.search === '' ? undefined : next.search, from: undefined })} onFrom={(next) => change({ from: next === 0 ? undefined : String(next) })}
      others={useFindIdeas()} may={{ handIn: !past, decide }}
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

/** Finds ideas while a person types; the server looks, so that there may be any number. */
function useFindIdeas(): IdeaChoices {
  const [text, find] = useState<string>()
  const search = useDeferredValue(text)?.trim() ?? ''
  const reading = useRead(demandRoutes.readIdeas, { query: { limit: 200, ...(search === '' ? {} : { search }) } }, { enabled: text !== undefined })
  const value = reading.state === 'full' ? reading.value : undefined
  return useMemo(() => ({ found: value?.ideas ?? [], total: value?.total ?? 0, find }), [value])
}

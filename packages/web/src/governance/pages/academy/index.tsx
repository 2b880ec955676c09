import { governanceRoutes } from '@throughline/contract/governance'
import { peopleRoutes } from '@throughline/contract/people'
import { useFindInitiatives } from '../../../demand/index.ts'
import { useToday } from '../../../format/index.ts'
import { useSignedIn } from '../../../people/index.ts'
import { useAddressQuery } from '../../../shell/address.ts'
import { call, isPast, readAhead, saveBytes, useMoment, useRead } from '../../../wire/index.ts'
import { Discuss } from '../../discussion/Discuss.tsx'
import { academyViews, AcademyPage, type AcademyView } from './Page.tsx'
import { useAcademyActs } from './use-acts.ts'

export const prepare = readAhead(governanceRoutes.readAcademy, {})

/** What there is to learn, from whom, and what came of it. */
export default function AcademyRoute() {
  const session = useSignedIn()
  const past = isPast(useMoment())
  const [query, change] = useAddressQuery()
  const view: AcademyView = academyViews.find((one) => one === query['view']) ?? (query['community'] ? 'communities' : query['skill'] ? 'skills' : 'courses')
  const reading = useRead(governanceRoutes.readAcademy, {})
  const found = reading.state === 'full' ? reading.value : undefined
  const members = useRead(peopleRoutes.listMembers, {}, { enabled: !past })
  const initiatives = useFindInitiatives({ enabled: !past && query['community'] !== undefined })
  const params = (name: string) => ({ params: { id: query[name] ?? '' } })
  const assesses = found?.skills.some(({ id, may }) => id === query['skill'] && (may.assess || may.change)) === true || found?.may.lead === true
  const skill = useRead(governanceRoutes.readSkillSheet, params('skill'), { enabled: query['skill'] !== undefined && assesses })
  const [page, find] = [Number(query['page'] ?? '1'), query['find'] ?? '']
  const community = useRead(governanceRoutes.readCommunity, { ...params('community'), query: { ...(find === '' ? {} : { find }), ...(Number.isInteger(page) && page > 1 ? { page } : {}) } }, { enabled: query['community'] !== undefined })
  const hasCheck = found?.courses.some(({ id, check }) => id === query['course'] && check !== null) === true
  return (
    <AcademyPage
      reading={reading} looked={{ view, course: query['course'], session: query['session'], skill: query['skill'], community: query['community'], find }} me={session?.account.id ?? ''} today={useToday()} past={past} initiatives={initiatives}
      members={members.state === 'full' ? members.value.filter(({ service }) => !service).map(({ id, name }) => ({ id, name })) : []}
      session={useRead(governanceRoutes.readSessionSheet, params('session'), { enabled: query['session'] !== undefined })} skill={assesses ? skill : undefined} community={community} check={useRead(governanceRoutes.readCheck, params('course'), { enabled: hasCheck })}
      onLook={(looked) => change(looked)} discuss={(kind, id) => <Discuss subject={{ room: 'governance', kind, id }} />} acts={useAcademyActs()}
      onSave={() => void call(governanceRoutes.readLearningRecord, {}).then((record) => saveBytes(new TextEncoder().encode(`${JSON.stringify(record, undefined, 2)}\n`), 'learning-record.json', 'application/json'))}
    />
  )
}

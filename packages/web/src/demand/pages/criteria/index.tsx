import { demandRoutes } from '@throughline/contract/demand'
import { useSignedIn } from '../../../people/index.ts'
import { useAddressQuery } from '../../../shell/address.ts'
import { isPast, keyOf, readAhead, useAct, useMoment, useRead } from '../../../wire/index.ts'
import { useFindInitiatives } from '../../find-initiatives.ts'
import { CriteriaPage } from './Page.tsx'

export const prepare = readAhead(demandRoutes.readCriteria, {})

/** The criteria model: what it says, how it orders, how far that holds, and its versions. */
export default function CriteriaRoute() {
  useSignedIn()
  const past = isPast(useMoment())
  const [query, change] = useAddressQuery()
  const model = query['model']
  const from = /^\d{1,6}$/.test(query['from'] ?? '') ? Number(query['from']) : 0
  const asked = model === undefined && from === 0 ? {} : { query: { ...(model === undefined ? {} : { model }), ...(from === 0 ? {} : { from }) } }
  const initiatives = useFindInitiatives({ current: true, enabled: !past })
  const answers = { answers: () => keyOf(demandRoutes.readCriteria, {}) }
  const [draft, say, weigh] = [useAct(demandRoutes.draftCriteria, answers), useAct(demandRoutes.changeCriteria, answers), useAct(demandRoutes.weighCriteria, answers)]
  const [approve, remove, score] = [useAct(demandRoutes.approveCriteria, answers), useAct(demandRoutes.removeCriteria, answers), useAct(demandRoutes.scoreInitiative, answers)]
  /** What was done is shown by what is shown without asking for a version. */
  const then = async <T,>(done: Promise<T>): Promise<T> => {
    const outcome = await done
    if (model !== undefined) change({ model: undefined, from: undefined })
    return outcome
  }
  return (
    <CriteriaPage
      reading={useRead(demandRoutes.readCriteria, asked)} past={past} initiatives={initiatives} view={query['view']} onView={(view) => change({ view })} onModel={(id) => change({ model: id, from: undefined })} onFrom={(at) => change({ from: at === 0 ? undefined : String(at) })}
      acts={{
        draft: (body) => then(draft.run({ body })),
        change: ({ id, version, name, note, criteria, gates }, given) => say.run({ params: { id }, body: { version, name, note, criteria, gates, ...given } }),
        weigh: ({ id, version }, given) => weigh.run({ params: { id }, body: { version, ...given } }),
        approve: ({ id, version }, reason) => then(approve.run({ params: { id }, body: { version, reason } })),
        remove: ({ id, version }) => then(remove.run({ params: { id }, query: { version } })),
        score: (body) => score.run({ body }),
      }}
    />
  )
}

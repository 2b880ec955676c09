import { demandRoutes } from '@throughline/contract/demand'
import { Discuss } from '../../../governance/index.ts'
import { useSignedIn } from '../../../people/index.ts'
import { useAddressQuery, usePathParams } from '../../../shell/address.ts'
import { useToast } from '../../../ui/overlays/Toast.tsx'
import { download, isPast, keyOf, problemOf, useAct, useMoment, useRead } from '../../../wire/index.ts'
import { BusinessCasePage } from './Page.tsx'

/** The business case of one initiative, in one of its versions. */
export default function BusinessCaseRoute() {
  useSignedIn()
  const toast = useToast()
  const id = usePathParams()['initiativeId'] ?? ''
  const past = isPast(useMoment())
  const [query, change] = useAddressQuery()
  const no = /^[1-9]\d{0,3}$/.test(query['no'] ?? '') ? Number(query['no']) : undefined
  const params = { id }
  const reading = useRead(demandRoutes.readBusinessCase, { params, query: no === undefined ? {} : { no } })
  const shown = reading.state === 'full' ? reading.value.shown : null
  const version = shown?.version ?? 1
  const edits = shown?.state === 'draft' && !past && reading.state === 'full' && reading.value.may.edit && reading.value.amounts === 'shown'
  const offered = useRead(demandRoutes.readRealisedClass, { params }, { enabled: edits })
  const answers = { answers: () => keyOf(demandRoutes.readBusinessCase, { params, query: {} }) }
  const [draft, say, flows] = [useAct(demandRoutes.draftBusinessCase, answers), useAct(demandRoutes.changeBusinessCase, answers), useAct(demandRoutes.setCaseFlows, answers)]
  const preview = useAct(demandRoutes.previewCaseFlows, { staleRoom: 'nothing' })
  const [submit, decide, putAway] = [useAct(demandRoutes.submitBusinessCase, answers), useAct(demandRoutes.decideBusinessCase, answers), useAct(demandRoutes.putAwayBusinessCase, answers)]
  /** What was done is shown by the newest version. */
  const then = async <T,>(done: Promise<T>): Promise<T> => {
    const outcome = await done
    if (no !== undefined) change({ no: undefined })
    return outcome
  }
  const saved = (kind: 'document' | 'word' | 'export') => {
    const [no, name] = [shown ? { no: shown.no } : {}, `business-case-v${shown?.no ?? 1}`]
    if (kind === 'export') return download(demandRoutes.exportBusinessCase, { params, query: no }, `${name}.xlsx`)
    return download(demandRoutes.documentBusinessCase, { params, query: { ...no, format: kind === 'word' ? 'docx' : 'html' } }, `${name}.${kind === 'word' ? 'docx' : 'html'}`)
  }
  return (
    <BusinessCasePage
      reading={reading} past={past} view={query['view']} chosen={query['option']} onView={(view) => change({ view })} onChoose={(option) => change({ option })} onVersion={(one) => change({ no: String(one) })}
      offered={offered.state === 'full' ? offered.value : undefined}
      discuss={shown && <Discuss subject={{ room: 'demand', kind: 'business_case', id: shown.id }} />}
      acts={{
        draft: (body) => then(draft.run({ params, body })),
        change: (given) => say.run({ params, body: { version, ...given } }),
        flows: (given) => flows.run({ params, body: { version, ...given } }),
        preview: (body, fileName, option) => preview.run({ params, query: { fileName, option }, body }),
        submit: () => then(submit.run({ params, body: { version } })),
        decide: (given) => then(decide.run({ params, body: { version, ...given } })),
        putAway: () => then(putAway.run({ params, body: { version } })),
        download: (kind) => void saved(kind).catch((error: unknown) => toast({ message: problemOf(error).detail, tone: 'bad' })),
      }}
    />
  )
}

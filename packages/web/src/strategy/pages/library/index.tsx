import { strategyRoutes } from '@throughline/contract/strategy'
import { allows, useSignedIn } from '../../../people/index.ts'
import { useToast } from '../../../ui/overlays/Toast.tsx'
import { isPast, keyOf, readAhead, useAct, useMoment, useRead } from '../../../wire/index.ts'
import { LibraryPage } from './Page.tsx'

export const prepare = readAhead(strategyRoutes.readLibrary, {})

/** The definitions of measures of the organisation. */
export default function LibraryRoute() {
  const session = useSignedIn()
  const toast = useToast()
  const past = isPast(useMoment())
  const answers = { answers: () => keyOf(strategyRoutes.readLibrary, {}) }
  const [add, change, retire] = [useAct(strategyRoutes.addDefinition, answers), useAct(strategyRoutes.changeDefinition, answers), useAct(strategyRoutes.retireDefinition, answers)]
  const loaded = ({ added, skipped }: { readonly added: number; readonly skipped: readonly object[] }) => toast({ message: `Added ${added} definitions${skipped.length > 0 ? `; ${skipped.length} are there already` : ''}`, tone: 'good' })
  const [starter, load, preview] = [useAct(strategyRoutes.loadStarterLibrary, { onDone: loaded }), useAct(strategyRoutes.importDefinitions, { onDone: loaded }), useAct(strategyRoutes.previewDefinitions, { staleRoom: 'nothing' })]
  return (
    <LibraryPage
      reading={useRead(strategyRoutes.readLibrary, {})}
      canEdit={allows(session, 'edit_strategy') && !past}
      acts={{
        add: (body) => add.run({ body }), change: ({ id, version }, given) => change.run({ params: { id }, body: { version, ...given } }), retire: ({ id, version }, reason) => retire.run({ params: { id }, body: { version, reason } }),
        loadStarter: () => starter.run({}), load: (definitions) => load.run({ body: { definitions: [...definitions] } }), preview: (body, fileName) => preview.run({ query: { fileName }, body }),
      }}
    />
  )
}

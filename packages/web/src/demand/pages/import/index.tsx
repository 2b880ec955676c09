import { demandRoutes } from '@throughline/contract/demand'
import { places } from '../../../format/index.ts'
import { useSignedIn } from '../../../people/index.ts'
import { LoadingState } from '../../../ui/states/states.tsx'
import { useGo, usePathParams } from '../../../shell/address.ts'
import { useRead } from '../../../wire/index.ts'
import { ImportPage } from './Page.tsx'
import { useImportActs, useUpload } from './use-import.ts'

/** The import that the address names, or the place to bring a file. */
export default function ImportRoute() {
  const { importId } = usePathParams()
  const session = useSignedIn()
  const go = useGo()
  const id = importId ?? ''
  const draft = useRead(demandRoutes.readImport, { params: { id } }, { enabled: importId !== undefined })
  const initiatives = useRead(demandRoutes.listInitiatives, { query: {} })
  const upload = useUpload((read) => go(`${places.import}/${encodeURIComponent(read)}`))
  const acts = useImportActs(id, () => go(places.import))
  if (!session) return <LoadingState what="the import" />
  return (
    <ImportPage
      canEdit={session.can.edit}
      draft={importId === undefined ? undefined : draft}
      publications={initiatives.state === 'full' ? { ...initiatives, value: initiatives.value.publications } : initiatives}
      upload={upload}
      acts={acts}
      onOther={() => go(places.import)}
    />
  )
}

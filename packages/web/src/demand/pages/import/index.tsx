import { demandRoutes } from '@throughline/contract/demand'
import { places } from '../../../format/index.ts'
import { Discuss } from '../../../governance/index.ts'
import { allows, useSignedIn } from '../../../people/index.ts'
import { LoadingState } from '../../../ui/states/states.tsx'
import { useGo, usePathParams } from '../../../shell/address.ts'
import { useRead } from '../../../wire/index.ts'
import { isAtWork } from './draft.ts'
import { ImportPage } from './Page.tsx'
import { useEarlier, useImportActs, useLists, useUpload, useWork } from './use-import.ts'

/** The import that the address names, or the place to bring files. */
export default function ImportRoute() {
  const { importId } = usePathParams()
  return <Import key={importId ?? ''} importId={importId} />
}

function Import({ importId }: { readonly importId: string | undefined }) {
  const session = useSignedIn()
  const go = useGo()
  const id = importId ?? ''
  const draft = useRead(demandRoutes.readImport, { params: { id } }, { enabled: importId !== undefined })
  const read = draft.state === 'full' ? draft.value : undefined
  const work = useWork(read)
  const lists = useLists(id, read !== undefined && !isAtWork(read))
  const earlier = useEarlier(importId === undefined)
  const upload = useUpload((brought) => go(`${places.import}/${encodeURIComponent(brought)}`))
  const acts = useImportActs(id, () => go(places.import))
  if (!session) return <LoadingState what="the import" />
  return <ImportPage canEdit={allows(session, 'import')} draft={importId === undefined ? undefined : draft} {...{ work, lists, earlier, upload, acts }} discuss={<Discuss subject={{ room: 'demand', kind: 'import', id }} />} onOther={() => go(places.import)} />
}

import { demandRoutes, type ImportDraft } from '@throughline/contract/demand'
import type { Problem } from '@throughline/contract/wire'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { useQueryClient, type QueryKey } from '@tanstack/react-query'
import { useState } from 'react'
import { download, keyOf, problemOf, useAct } from '../../../wire/index.ts'
import type { ImportActs, Upload } from './acts.ts'

const keyOfImport = (id: string): QueryKey => keyOf(demandRoutes.readImport, { params: { id } })
const answers = ({ id }: ImportDraft): QueryKey => keyOfImport(id)

/** Bringing a file: its bytes go to the server, which reads and keeps them; `onRead` gets the id of the import. */
export function useUpload(onRead: (id: string) => void): Upload {
  const [fileName, setFileName] = useState<string>()
  const [unread, setUnread] = useState<Problem>()
  const upload = useAct(demandRoutes.uploadImport, { answers, onDone: ({ id }) => onRead(id) })
  const onPick = async (file: File) => {
    setFileName(file.name)
    upload.reset()
    const bytes = await bytesOf(file)
    setUnread(bytes.ok ? undefined : bytes.refusal)
    if (bytes.ok) await upload.run({ query: { fileName: file.name }, body: bytes.value })
  }
  return { fileName, busy: upload.busy, problem: unread ?? upload.problem, onPick: (file) => void onPick(file) }
}

/** The bytes of a file on the reader's computer. A folder, or a file that was moved since it was chosen, has none. */
async function bytesOf(file: File): Promise<Result<Uint8Array, Problem>> {
  try {
    return ok(new Uint8Array(await file.arrayBuffer()))
  } catch {
    return refuse({ type: '/problems#file_unreadable', title: 'The file cannot be read', status: 0, code: 'file_unreadable', detail: `${file.name}: the browser could not open it. Expected a file on this computer; a folder cannot be read, and a file that was moved or changed must be chosen again.` })
  }
}

/** What can be done to one import, wired; the portfolio is read anew after it was applied. */
export function useImportActs(id: string, onDiscarded: () => void): ImportActs {
  const client = useQueryClient()
  const params = { id }
  const change = useAct(demandRoutes.changeImport, { answers })
  const apply = useAct(demandRoutes.applyImport, {
    onDone: (applied) => client.setQueryData<ImportDraft>(keyOfImport(id), (draft) => draft && { ...draft, state: 'applied', applied }),
  })
  const discard = useAct(demandRoutes.discardImport, { onDone: onDiscarded })
  return {
    correct: (body) => change.run({ params, body }),
    apply: () => apply.run({ params }),
    discard: () => discard.run({ params }),
    saveIssues: async () => {
      try {
        return ok(await download(demandRoutes.listIssues, { params }, `import-issues-${id.slice(-8)}.csv`))
      } catch (error) {
        return refuse(problemOf(error))
      }
    },
  }
}

import { demandRoutes, importLimitBytes, type ImportDraft } from '@throughline/contract/demand'
import type { Problem } from '@throughline/contract/wire'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { useQueryClient, type QueryKey } from '@tanstack/react-query'
import { useState } from 'react'
import { download, keyOf, problemOf, shareDone, useAct, useJob, useRead } from '../../../wire/index.ts'
import { pageRows, type Earlier, type ImportActs, type ImportLists, type IssuesAsk, type RowsAsk, type Sent, type Upload, type Work } from './acts.ts'
import { isAtWork } from './draft.ts'

const answers = ({ id }: ImportDraft): QueryKey => keyOf(demandRoutes.readImport, { params: { id } })

/** Bringing files, one after the other: their bytes go to the server, which reads and keeps them; `onRead` gets the id where there was only one. */
export function useUpload(onRead: (id: string) => void): Upload {
  const [sent, setSent] = useState<readonly Sent[]>([])
  const upload = useAct(demandRoutes.uploadImport, { answers })
  const note = (at: number, change: Partial<Sent>) => setSent((files) => files.map((file, index) => (index === at ? { ...file, ...change } : file)))
  const send = async (file: File): Promise<Result<ImportDraft, Problem>> => {
    if (file.size > importLimitBytes) return refuse(tooLarge(file))
    const bytes = await bytesOf(file)
    return bytes.ok ? upload.run({ query: { fileName: file.name }, body: bytes.value }) : bytes
  }
  const onPick = async (files: readonly File[]) => {
    setSent(files.map(({ name }) => ({ name, state: 'waiting' })))
    for (const [at, file] of files.entries()) {
      note(at, { state: 'sending' })
      const read = await send(file)
      note(at, read.ok ? { state: 'done', id: read.value.id } : { state: 'refused', problem: read.refusal })
      if (read.ok && files.length === 1) onRead(read.value.id)
    }
  }
  return { sent, busy: sent.some(({ state }) => state === 'waiting' || state === 'sending'), onPick: (files) => void onPick(files) }
}

const unreadable = (detail: string): Problem => ({ type: '/problems#file_unreadable', title: 'The file cannot be read', status: 0, code: 'file_unreadable', detail })
const tooLarge = ({ name, size }: File): Problem => ({ type: '/problems#file_too_large', title: 'The file is too large', status: 0, code: 'file_too_large', detail: `${name}: found ${size} bytes; expected at most ${importLimitBytes}. Leave out sheets and columns that are not part of the portfolio, or bring it in parts.` })

/** The bytes of a file on the reader's computer. A folder, or a file that was moved since it was chosen, has none. */
async function bytesOf(file: File): Promise<Result<Uint8Array, Problem>> {
  try {
    return ok(new Uint8Array(await file.arrayBuffer()))
  } catch {
    return refuse(unreadable(`${file.name}: the browser could not open it. Expected a file on this computer; a folder cannot be read, and a file that was moved or changed must be chosen again.`))
  }
}

/** What can be done to one import, wired; everything that was read is read anew after it was applied or undone. */
export function useImportActs(id: string, onDiscarded: () => void): ImportActs {
  const params = { id }
  const change = useAct(demandRoutes.changeImport, { answers })
  const apply = useAct(demandRoutes.applyImport, { answers })
  const undo = useAct(demandRoutes.undoImport, { answers })
  const cancel = useAct(demandRoutes.cancelImport, { answers })
  const discard = useAct(demandRoutes.discardImport, { onDone: onDiscarded })
  return {
    correct: (body) => change.run({ params, body }),
    apply: () => apply.run({ params }),
    undo: () => undo.run({ params }),
    cancel: () => cancel.run({ params }),
    discard: () => discard.run({ params }),
    saveIssues: async () => {
      try {
        return ok(await download(demandRoutes.exportImportIssues, { params }, `import-issues-${id.slice(-8)}.csv`))
      } catch (error) {
        return refuse(problemOf(error))
      }
    },
  }
}

const workWords = { reading: 'Reading the file', applying: 'Applying the import', undoing: 'Taking the import back' } as const

/** Follows the job at work on an import; when it is over, everything is read anew. */
export function useWork(draft: ImportDraft | undefined): Work | undefined {
  const client = useQueryClient()
  const jobId = draft && isAtWork(draft) ? (draft.jobId ?? undefined) : undefined
  const job = useJob(jobId, () => void client.invalidateQueries())
  if (!draft || (draft.state !== 'reading' && draft.state !== 'applying' && draft.state !== 'undoing')) return undefined
  return { words: workWords[draft.state], done: job.state === 'full' ? (shareDone(job.value) ?? null) : null }
}

/** The rows and issues of an import, page by page. */
export function useLists(id: string, enabled: boolean): ImportLists {
  const [rows, setRows] = useState<RowsAsk & { readonly from: number }>({ from: 0 })
  const [issues, setIssues] = useState<IssuesAsk & { readonly from: number }>({ from: 0 })
  const params = { id }
  return {
    rows: { reading: useRead(demandRoutes.listImportRows, { params, query: { ...rows, limit: pageRows } }, { enabled }), ask: rows, onAsk: setRows },
    issues: { reading: useRead(demandRoutes.listImportIssues, { params, query: { ...issues, limit: pageRows } }, { enabled }), ask: issues, onAsk: setIssues },
  }
}

/** The imports that there were, and what was learnt of headings. */
export function useEarlier(enabled: boolean): Earlier {
  const [ask, onAsk] = useState<{ readonly from: number }>({ from: 0 })
  const forget = useAct(demandRoutes.forgetImportMemory)
  return {
    imports: { reading: useRead(demandRoutes.listImports, { query: { ...ask, limit: pageRows } }, { enabled }), ask, onAsk },
    memory: useRead(demandRoutes.listImportMemory, {}, { enabled }), forget: (id) => forget.run({ params: { id } }),
  }
}

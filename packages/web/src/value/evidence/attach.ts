import { evidenceEndings, evidenceFileBytes, fileReference, valueRoutes } from '@throughline/contract/value'
import type { AttachedFile, Attaching } from '../../ui/controls/AttachFiles.tsx'
import { call, problemOf } from '../../wire/index.ts'

/** What is taken as evidence, as the control has it. */
export const evidenceTaken = { accept: evidenceEndings.join(','), mostBytes: evidenceFileBytes, hint: 'Or drop or paste it here: PDF, picture, Excel, CSV, text or email, at most 10 MB' } as const

/** Keeps a file as evidence of a benefit or of a measure. It stands by itself: nothing that is shown grows stale by it. */
export async function attachEvidence(of: 'benefit' | 'measure', id: string, file: File): Promise<Attaching> {
  try {
    const kept = await call(of === 'benefit' ? valueRoutes.attachToBenefit : valueRoutes.attachToMeasure, { params: { id }, query: { fileName: file.name }, body: new Uint8Array(await file.arrayBuffer()) })
    return { ok: true, value: { id: kept.id, name: kept.fileName } }
  } catch (error) {
    return { ok: false, words: problemOf(error).detail }
  }
}

/** How files are named in the text of an act; nothing where there are none. */
export const referencesTo = (files: readonly AttachedFile[]): string => files.map(({ id }) => fileReference(id)).join(' ')

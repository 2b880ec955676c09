import { partsByFile, valueRoutes, type EvidenceRef } from '@throughline/contract/value'
import { pathOf } from '@throughline/contract/wire'
import { Fragment } from 'react'

/** A text in which files are named: each is a link that downloads it, by its name where that is known. `words` shows what stands between. */
export function FileText({ text, files = [], words = (part) => part }: { readonly text: string; readonly files?: readonly EvidenceRef[]; words?(part: string): React.ReactNode }) {
  return partsByFile(text).map((part, at) => (part.fileId === undefined ? <Fragment key={at}>{words(part.text)}</Fragment> : <a key={at} href={pathOf(valueRoutes.readEvidence, { id: part.fileId })} download>{files.find(({ id }) => id === part.fileId)?.fileName ?? 'Attached file'}</a>))
}

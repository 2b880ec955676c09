import type { EvidenceRef } from '@throughline/contract/value'
import { FileText } from '../../../evidence/index.ts'

/** What the evidence is and why it was posted; a file that it names and an address on the web in it are links. */
export function Evidence({ evidence, files, reason }: { readonly evidence: string | null; readonly files: readonly EvidenceRef[]; readonly reason: string | null }) {
  // Acts often give one text as both.
  const text = [...new Set([evidence, reason].filter(Boolean))].join('; ')
  return text === '' ? <>–</> : <span className="line-clamp-4 max-w-[44ch]"><FileText text={text} files={files} words={(words) => partsOf(words).map((part, at) => (part.link ? <a key={at} href={part.text} target="_blank" rel="noreferrer">{part.text}</a> : part.text))} /></span>
}

/** Text in parts: addresses of the web, which end where a sentence does, and what stands between them. */
export function partsOf(text: string): readonly { readonly text: string; readonly link: boolean }[] {
  return text.split(/(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)])/).flatMap((part, at) => (part === '' ? [] : [{ text: part, link: at % 2 === 1 }]))
}

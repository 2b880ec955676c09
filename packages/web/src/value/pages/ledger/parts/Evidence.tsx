/** What the evidence is and why it was posted; an address on the web in it is a link. */
export function Evidence({ evidence, reason }: { readonly evidence: string | null; readonly reason: string | null }) {
  const text = [evidence, reason].filter(Boolean).join('; ')
  return text === '' ? <>–</> : <span className="line-clamp-4 max-w-[44ch]">{partsOf(text).map((part, at) => (part.link ? <a key={at} href={part.text} target="_blank" rel="noreferrer">{part.text}</a> : part.text))}</span>
}

/** Text in parts: addresses of the web, which end where a sentence does, and what stands between them. */
export function partsOf(text: string): readonly { readonly text: string; readonly link: boolean }[] {
  return text.split(/(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)])/).flatMap((part, at) => (part === '' ? [] : [{ text: part, link: at % 2 === 1 }]))
}

/** How a text of evidence names a file that is kept: `file:` and its id. */
export const fileReference = (id: string): string => `file:${id}`

const named = /\bfile:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?![0-9a-z-])/g

/** The ids of the files that texts name, each once, in their order. */
export const filesNamedIn = (...texts: readonly (string | null | undefined)[]): readonly string[] => [...new Set(texts.flatMap((text) => [...(text ?? '').matchAll(named)].map(([, id = '']) => id)))]

/** A text in parts: references to files, and what stands between them. */
export function partsByFile(text: string): readonly { readonly text: string; readonly fileId?: string }[] {
  return text.split(named).flatMap((part, at) => (at % 2 === 1 ? [{ text: fileReference(part), fileId: part }] : part === '' ? [] : [{ text: part }]))
}

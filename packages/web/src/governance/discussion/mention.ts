/** The beginning of a name that is being written: where its @ stands, and what of it is there before the cursor. */
export type Begun = { readonly at: number; readonly find: string }

/** The mention at the cursor, if one is being written: an @ that begins a word, and at most 40 characters after it on the line. */
export function begunAt(text: string, cursor: number): Begun | undefined {
  const found = /(?<![\p{L}\p{N}_.@])@([^\n@]{0,40})$/u.exec(text.slice(0, cursor))
  return found && !/^\s/.test(found[1] ?? '') ? { at: found.index, find: found[1] ?? '' } : undefined
}

/** The text with the name in place of what was begun, and where the cursor stands then. */
export function withMention(text: string, cursor: number, begun: Begun, name: string): { readonly text: string; readonly cursor: number } {
  const head = `${text.slice(0, begun.at)}@${name} `
  return { text: head + text.slice(cursor).replace(/^ /, ''), cursor: head.length }
}

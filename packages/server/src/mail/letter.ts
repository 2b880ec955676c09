/** A letter to one person: plain sentences, and at most one thing to do. */
export type Letter = {
  readonly to: { readonly name: string; readonly email: string }
  readonly subject: string
  readonly paragraphs: readonly string[]
  /** An address to open, with what it does. */
  readonly act?: { readonly words: string; readonly address: string }
  /** What stands after the act: until when it holds, and what to do who did not ask for it. */
  readonly after?: readonly string[]
}

/** The letter as plain text, which is all that many read. */
export const textOf = ({ to, paragraphs, act, after = [] }: Letter): string =>
  [`Hello ${oneLine(to.name)},`, ...paragraphs, ...(act ? [`${act.words}:\n${act.address}`] : []), ...after, 'Throughline'].join('\n\n') + '\n'

/** The same in HTML: no picture, nothing loaded from elsewhere, and nothing that was entered is markup. */
export function htmlOf({ to, paragraphs, act, after = [] }: Letter): string {
  const paragraph = (text: string) => `<p style="margin:0 0 16px">${escaped(text)}</p>`
  const button = act ? `<p style="margin:0 0 16px"><a href="${escaped(act.address)}" style="display:inline-block;padding:10px 16px;background:#2450c8;color:#ffffff;border-radius:6px;text-decoration:none">${escaped(act.words)}</a></p><p style="margin:0 0 16px;font-size:12px;color:#5d6675">${escaped(act.address)}</p>` : ''
  return `<!doctype html><html lang="en"><body style="margin:0;padding:24px;background:#f6f7f9"><div style="max-width:520px;margin:0 auto;padding:24px;background:#ffffff;border:1px solid #dfe3e9;border-radius:10px;font:15px/1.5 system-ui,sans-serif;color:#14181f">${[`Hello ${oneLine(to.name)},`, ...paragraphs].map(paragraph).join('')}${button}${after.map(paragraph).join('')}<p style="margin:0;color:#5d6675">Throughline</p></div></body></html>`
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;')
/** A name cannot begin a line of its own, let alone a header. */
export const oneLine = (text: string): string => text.replaceAll(/[\r\n\u2028\u2029]+/g, ' ').trim()

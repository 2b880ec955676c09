import type { PersonName } from '@throughline/contract/governance'

/** A piece of a comment: plain words, a link, or a member who is named. */
export type TextPart = { readonly kind: 'words' | 'mention'; readonly text: string } | { readonly kind: 'link'; readonly text: string; readonly address: string }

/**
 * The pieces of a text as somebody wrote it. Only addresses of the schemes http and https are links; nothing else of it is ever more
 * than words, whatever it looks like.
 */
export function partsOf(text: string, mentions: readonly PersonName[]): readonly TextPart[] {
  const names = mentions.map(({ name }) => `@${name}`).sort((a, b) => b.length - a.length)
  const found = new RegExp([String.raw`https?:\/\/[^\s<>"'\u0000-\u0020]+`, ...names.map((name) => `${escaped(name)}(?![\\p{L}\\p{N}_])`)].join('|'), 'giu')
  const parts: TextPart[] = []
  let from = 0
  for (const { 0: match, index } of text.matchAll(found)) {
    const part = match.startsWith('@') ? ({ kind: 'mention', text: match } as const) : linkOf(match)
    if (!part) continue
    if (index > from) parts.push({ kind: 'words', text: text.slice(from, index) })
    parts.push(part)
    from = index + part.text.length
  }
  return from < text.length ? [...parts, { kind: 'words', text: text.slice(from) }] : parts
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')

/** A link without the point or bracket that ends the sentence around it; undefined where it is no address after all. */
function linkOf(match: string): TextPart | undefined {
  const text = match.replace(/[.,;:!?)\]}»”’]+$/u, '')
  const url = URL.parse(text)
  return url && (url.protocol === 'http:' || url.protocol === 'https:') && url.hostname !== '' ? { kind: 'link', text, address: url.href } : undefined
}

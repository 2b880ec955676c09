/** What a scan meets, in order. Names are without their prefix; text comes in pieces. */
export type XmlReader = {
  readonly open?: (name: string, attributes: string) => void
  readonly close?: (name: string) => void
  /** Text as written, references included. */
  readonly text?: (text: string) => void
}

/** The part declares a document type or entities, which a spreadsheet never needs and which can be made to explode. */
export class DeclaresEntities extends Error {
  override readonly name = 'DeclaresEntities'
}

/** The part is not XML that can be followed. */
export class BrokenXml extends Error {
  override readonly name = 'BrokenXml'
}

/** Longest tag, comment or declaration that is followed, in characters: so that the work grows with the part and not faster. */
export const maxMarkupLength = 1_000_000

/** Characters that are looked at again when a tag is cut by the end of a piece are bounded by this. */
const patience = 65_536

/** Reads XML from pieces of bytes (UTF-8, or UTF-16 by its mark), once, from front to back. Nothing is resolved, nothing is fetched. */
export function scanXml(pieces: Iterable<Uint8Array>, reader: XmlReader): void {
  let decoder: TextDecoder | undefined
  let rest = ''
  let wait = 0
  for (const piece of pieces) {
    decoder ??= new TextDecoder(encodingOf(piece))
    rest += decoder.decode(piece, { stream: true })
    if (rest.length >= wait) {
      rest = rest.slice(scanText(rest, reader))
      wait = rest.length > patience ? rest.length * 2 : 0
    }
    if (rest.length > maxMarkupLength) throw new BrokenXml(`a tag is longer than ${maxMarkupLength} characters`)
  }
  rest += decoder?.decode() ?? ''
  const done = scanText(rest, reader)
  if (done < rest.length && rest[done] === '<') throw new BrokenXml('it breaks off inside a tag')
}

const encodingOf = (piece: Uint8Array): string => {
  const [a, b] = [piece[0], piece[1]]
  if ((a === 0xff && b === 0xfe) || (a === 0x3c && b === 0)) return 'utf-16le'
  return (a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c) ? 'utf-16be' : 'utf-8'
}

/** Reads what is whole in the text; returns the position up to which it was read. */
function scanText(text: string, reader: XmlReader): number {
  let at = 0
  while (at < text.length) {
    const open = text.indexOf('<', at)
    if (open < 0) {
      // A reference cut in two waits for its end.
      const cut = text.lastIndexOf('&')
      const until = cut >= at && text.length - cut < 12 ? cut : text.length
      if (until > at) reader.text?.(text.slice(at, until))
      return until
    }
    if (open > at) reader.text?.(text.slice(at, open))
    const end = markup(text, open, reader)
    if (end < 0) return open
    at = end
  }
  return at
}

/** Reads one piece of markup; returns the position after it, or -1 where the text ends inside it. */
function markup(text: string, open: number, reader: XmlReader): number {
  const next = text[open + 1]
  if (next === '?') return after(text, '?>', open + 2)
  if (next === '!') {
    if (text.startsWith('<!--', open)) return after(text, '-->', open + 4)
    if (text.startsWith('<![CDATA[', open)) {
      const end = text.indexOf(']]>', open + 9)
      if (end >= 0) reader.text?.(text.slice(open + 9, end).replaceAll('&', '&amp;'))
      return end < 0 ? -1 : end + 3
    }
    if (text.length < open + 9) return -1
    throw new DeclaresEntities(text.slice(open, open + 40))
  }
  const end = tagEnd(text, open + 1)
  if (end < 0) return -1
  if (end - open > maxMarkupLength) throw new BrokenXml(`a tag is longer than ${maxMarkupLength} characters`)
  if (next === '/') {
    reader.close?.(localName(text.slice(open + 2, end).trim()))
    return end + 1
  }
  const empty = text[end - 1] === '/'
  let nameEnd = open + 1
  while (nameEnd < end && text.charCodeAt(nameEnd) > 32 && text[nameEnd] !== '/') nameEnd++
  const name = localName(text.slice(open + 1, nameEnd))
  reader.open?.(name, text.slice(nameEnd, empty ? end - 1 : end))
  if (empty) reader.close?.(name)
  return end + 1
}

function after(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from)
  return at < 0 ? -1 : at + mark.length
}

/** Position of the > that ends a tag: one inside quotes does not. */
function tagEnd(text: string, from: number): number {
  let quote = 0
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (quote !== 0) {
      if (code === quote) quote = 0
    } else if (code === 62) return at
    else if (code === 34 || code === 39) quote = code
  }
  return -1
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

import { DeclaresEntities } from '../xml/index.ts'
import { partBytes, type Part } from '../zip/index.ts'

/** The parts of a workbook, opened as they are asked for. */
export type Container = {
  readonly paths: readonly string[]
  readonly has: (path: string) => boolean
  /** The bytes of a part in pieces; none for a part that is not there. */
  readonly pieces: (path: string) => Iterable<Uint8Array>
  /** The part that was opened last. */
  readonly reading: () => string
  /** Stops at a document type or an entity that a part declares which nobody has read tag by tag, wherever in it: asked for last, no part is left out. */
  readonly checkUnread: () => void
}

/** Paths are compared without regard to case, as the format has it. */
export function openContainer(bytes: Uint8Array, parts: readonly Part[]): Container {
  const byPath = new Map(parts.map((part) => [part.path.toLowerCase(), part]))
  let reading = ''
  const opened = new Set<Part>()
  const open = (part: Part): Iterable<Uint8Array> => {
    reading = part.path
    opened.add(part)
    return partBytes(bytes, part)
  }
  return {
    paths: [...byPath.keys()],
    has: (path) => byPath.has(path.toLowerCase()),
    pieces: (path) => {
      const part = byPath.get(path.toLowerCase())
      return part ? open(part) : []
    },
    reading: () => reading,
    checkUnread: () => {
      for (const part of parts) if (/\.(xml|rels|vml)$/i.test(part.path) && !opened.has(part)) refuseDeclarations(open(part))
    },
  }
}

/** A declaration in UTF-16 shows its letters once the NULs between them are gone; one cut by the end of a piece is found with the end of the piece before. */
function refuseDeclarations(pieces: Iterable<Uint8Array>): void {
  const decoder = new TextDecoder('windows-1252')
  let tail = ''
  for (const piece of pieces) {
    const text = tail + decoder.decode(piece).replaceAll('\0', '')
    if (/<!(DOCTYPE|ENTITY)/i.test(text)) throw new DeclaresEntities('a declaration')
    tail = text.slice(-10)
  }
}

/** What a container is that is no workbook we read, by its parts; undefined for a workbook. */
export function foreignContainer({ paths }: Container): string | undefined {
  return kinds.find((kind) => paths.some((path) => kind.part.test(path)))?.looksLike ?? (paths.some((path) => /^xl\/workbook\w*\.xml$/.test(path)) ? undefined : 'an archive without a workbook')
}

const kinds: readonly { readonly part: RegExp; readonly looksLike: string }[] = [
  { part: /^xl\/workbook\.bin$/, looksLike: 'an Excel binary workbook (.xlsb)' },
  { part: /^content\.xml$/, looksLike: 'an OpenDocument file (.ods)' },
  { part: /^word\//, looksLike: 'a Word document' },
  { part: /^ppt\//, looksLike: 'a PowerPoint presentation' },
  { part: /^index\/.*\.iwa$/, looksLike: 'an Apple Numbers document' },
]

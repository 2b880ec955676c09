import { evidenceEndings, evidenceKinds, type EvidenceKind } from '@throughline/contract/value'
import { readDirectory } from '@throughline/exchange/zip'
import { refuse, ok, type Result } from '@throughline/engine/kernel'
import type { Refusal } from '@throughline/contract/wire'

/** What a file is by its bytes, where its name says the same; else what it was found to be. Nothing in it is opened beyond its list of parts. */
export function kindOf(bytes: Uint8Array, fileName: string): Result<EvidenceKind, Refusal<'evidence_file_kind'>> {
  const not = (found: string) => refuse({ code: 'evidence_file_kind' as const, values: { fileName, found, expected: `a file ${evidenceEndings.join(', ')} whose bytes are what its name says` } })
  const ending = /\.[a-z0-9]+$/i.exec(fileName)?.[0].toLowerCase() ?? ''
  const found = foundIn(bytes, ending)
  if (!('kind' in found)) return not(found.words)
  return (evidenceKinds[found.kind] as readonly string[]).includes(ending) ? ok(found.kind) : not(`${kindWords[found.kind]} by its bytes, and its name ends ${ending === '' ? 'in nothing' : `in ${ending}`}`)
}

const kindWords: Readonly<Record<EvidenceKind, string>> = {
  'application/pdf': 'a PDF', 'image/png': 'a PNG', 'image/jpeg': 'a JPEG', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'an Excel workbook', 'text/csv': 'text', 'text/plain': 'text', 'message/rfc822': 'an email',
}

type Found = { readonly kind: EvidenceKind } | { readonly words: string }

function foundIn(bytes: Uint8Array, ending: string): Found {
  if (begins(bytes, [0x25, 0x50, 0x44, 0x46, 0x2d])) return { kind: 'application/pdf' }
  if (begins(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return { kind: 'image/png' }
  if (begins(bytes, [0xff, 0xd8, 0xff])) return { kind: 'image/jpeg' }
  if (begins(bytes, [0x50, 0x4b])) return workbook(bytes)
  if (begins(bytes, [0x4d, 0x5a]) || begins(bytes, [0x7f, 0x45, 0x4c, 0x46])) return { words: 'a program' }
  if (begins(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return { words: 'a document of an old Office format' }
  const text = textOf(bytes)
  return text === undefined ? { words: 'of a kind that is not known here' } : ofText(text, ending)
}

const begins = (bytes: Uint8Array, start: readonly number[]): boolean => bytes.length >= start.length && start.every((byte, at) => bytes[at] === byte)

/** A ZIP container is a workbook where it has the parts of one, and no program among them. */
function workbook(bytes: Uint8Array): Found {
  const parts = readDirectory(bytes, '')
  if (!parts.ok) return { words: 'a container that cannot be read' }
  const paths = new Set(parts.value.map(({ path }) => path.toLowerCase()))
  if (!paths.has('[content_types].xml') || !paths.has('xl/workbook.xml')) return { words: 'a ZIP container, and no Excel workbook' }
  return [...paths].some((path) => path.endsWith('vbaproject.bin')) ? { words: 'an Excel workbook with macros' } : { kind: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' }
}

/** The bytes as text where they can be nothing else: of any 8-bit code page, UTF-8, or UTF-16 with its mark; without control characters. */
function textOf(bytes: Uint8Array): string | undefined {
  const wide = begins(bytes, [0xff, 0xfe]) ? 'utf-16le' : begins(bytes, [0xfe, 0xff]) ? 'utf-16be' : undefined
  const text = wide === undefined ? asBytes(bytes) : new TextDecoder(wide).decode(bytes)
  return hasControls(text) ? undefined : text
}

/** Characters that no text has: those below the space other than tab, line feed, form feed and return, and delete. */
function hasControls(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if ((code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0c && code !== 0x0d) || code === 0x7f) return true
  }
  return false
}

const asBytes = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1').replace(/^\u00ef\u00bb\u00bf/, '')

/** What a browser or a program might run is none of it, whatever its name; an email begins with the fields of its head. */
function ofText(text: string, ending: string): Found {
  const start = text.trimStart().slice(0, 1_000).toLowerCase()
  if (/^<(!doctype|html|head|body|script|svg|\?xml|!--|iframe)/.test(start)) return { words: 'a page or a drawing that could be run' }
  if (start.startsWith('#!') || start.startsWith('{\\rtf')) return { words: start.startsWith('#!') ? 'a program' : 'a document of the format RTF' }
  if (ending === '.csv') return { kind: 'text/csv' }
  if (ending !== '.eml') return { kind: 'text/plain' }
  const head = text.split(/\r?\n\r?\n/, 1)[0] ?? ''
  const isHead = head.split(/\r?\n/).every((line) => /^([!-9;-~]+:|[ \t])/.test(line)) && /^from:/im.test(head) && /^(to|date|received|message-id|subject):/im.test(head)
  return isHead ? { kind: 'message/rfc822' } : { words: 'text, and no email' }
}

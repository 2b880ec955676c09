import type { Refusal } from '../sheet/index.ts'

/** Whether the bytes begin as a ZIP container, a workbook's outer form. */
export const startsAsZip = (bytes: Uint8Array): boolean => startsWith(bytes, zip)

/** Refuses by name what is known not to be a table that we read; undefined for all else. Containers are looked into later, by their parts. */
export function foreignFormat(bytes: Uint8Array, fileName: string): Refusal | undefined {
  if (startsWith(bytes, ole)) return inOleContainer(bytes, fileName)
  const found = foreign.find((format) => startsWith(bytes, format.magic) && (!format.ending || format.ending.test(fileName)))
  const looksLike = found?.looksLike ?? looksLikeMarkup(bytes)
  return looksLike === undefined ? undefined : { code: 'UNKNOWN_FORMAT', fileName, looksLike, saveAs: '.xlsx' }
}

const startsWith = (bytes: Uint8Array, magic: readonly number[]): boolean => magic.every((byte, at) => bytes[at] === byte)

const zip = [0x50, 0x4b, 0x03, 0x04]
const ole = [0xd0, 0xcf, 0x11, 0xe0]

/** A compound file holds old workbooks and, under a stream of that name, encrypted new ones ([MS-OFFCRYPTO] 2.3.4.4). */
function inOleContainer(bytes: Uint8Array, fileName: string): Refusal {
  if (holdsName(bytes, 'EncryptedPackage')) return { code: 'ENCRYPTED_FILE', fileName }
  const looksLike = holdsName(bytes, 'WordDocument') ? 'an old Word document (.doc)' : 'an Excel 97-2003 workbook (.xls)'
  return { code: 'UNKNOWN_FORMAT', fileName, looksLike, saveAs: '.xlsx' }
}

/** Whether the bytes hold a name in UTF-16, as the directory of a compound file writes it. */
function holdsName(bytes: Uint8Array, name: string): boolean {
  const wanted = Uint8Array.from([...name].flatMap((letter) => [letter.charCodeAt(0), 0]))
  for (let at = bytes.indexOf(wanted[0] ?? 0); at >= 0; at = bytes.indexOf(wanted[0] ?? 0, at + 1)) {
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return true
  }
  return false
}

/** Markup and data languages whose text would otherwise be taken for a table of one column. */
function looksLikeMarkup(bytes: Uint8Array): string | undefined {
  const text = new TextDecoder('windows-1252').decode(bytes.subarray(0, 2048)).replaceAll('\0', '').replace(/^(?:ï»¿|ÿþ|þÿ)/, '').trimStart()
  if (/^<(!doctype html|html|head|table|meta|style)\b/i.test(text)) return 'a web page'
  if (/^<\?xml\b/i.test(text) || /^<[a-z][\w:]*[\s>]/i.test(text)) return 'an XML file'
  if (text.startsWith('{\\rtf')) return 'a rich text document'
  return /^(\{\s*"|\[\s*\{\s*")/.test(text) ? 'a JSON file' : undefined
}

type Foreign = { readonly looksLike: string; readonly magic: readonly number[]; readonly ending?: RegExp }

const foreign: readonly Foreign[] = [
  { looksLike: 'an Excel binary workbook (.xlsb)', magic: zip, ending: /\.xlsb$/i },
  { looksLike: 'an OpenDocument spreadsheet (.ods)', magic: zip, ending: /\.ods$/i },
  { looksLike: 'an Apple Numbers document', magic: zip, ending: /\.numbers$/i },
  { looksLike: 'a Word document', magic: zip, ending: /\.docx$/i },
  { looksLike: 'a PowerPoint presentation', magic: zip, ending: /\.pptx$/i },
  { looksLike: 'an archive of files', magic: zip, ending: /\.zip$/i },
  { looksLike: 'an empty archive', magic: [0x50, 0x4b, 0x05, 0x06] },
  { looksLike: 'a PDF', magic: [0x25, 0x50, 0x44, 0x46] },
  { looksLike: 'a compressed file', magic: [0x1f, 0x8b] },
  { looksLike: 'a compressed file', magic: [0x37, 0x7a, 0xbc, 0xaf] },
  { looksLike: 'a compressed file', magic: [0x52, 0x61, 0x72, 0x21] },
  { looksLike: 'a picture', magic: [0x89, 0x50, 0x4e, 0x47] },
  { looksLike: 'a picture', magic: [0xff, 0xd8, 0xff] },
]

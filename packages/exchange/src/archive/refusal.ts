import { unreachable } from '@throughline/engine/kernel'
import { describeRefusal, shorten, type Refusal } from '../sheet/index.ts'

/** Why an archive is not taken: nothing of it is read then. */
export type ArchiveRefusal =
  | { readonly code: 'NOT_A_CONTAINER'; readonly because: Refusal }
  | { readonly code: 'NO_MANIFEST'; readonly fileName: string; readonly files: readonly string[] }
  | { readonly code: 'MANIFEST_UNREADABLE'; readonly fileName: string; readonly wrong: string }
  | { readonly code: 'NOT_AN_ARCHIVE'; readonly fileName: string; readonly found: string; readonly expected: string }
  | { readonly code: 'VERSION_UNKNOWN'; readonly fileName: string; readonly found: number; readonly newest: number }
  | { readonly code: 'FILE_MISSING'; readonly fileName: string; readonly name: string }
  | { readonly code: 'FILE_UNEXPECTED'; readonly fileName: string; readonly name: string }
  | { readonly code: 'FILE_TWICE'; readonly fileName: string; readonly name: string }
  | { readonly code: 'FILE_DAMAGED'; readonly fileName: string; readonly name: string; readonly reason: string }
  | { readonly code: 'CHECKSUM_DIFFERS'; readonly fileName: string; readonly name: string; readonly found: string; readonly expected: string }
  | { readonly code: 'ROW_COUNT_DIFFERS'; readonly fileName: string; readonly name: string; readonly found: number; readonly expected: number }
  | { readonly code: 'ROW_UNREADABLE'; readonly fileName: string; readonly name: string; readonly row: number; readonly reason: string }
  | { readonly code: 'ROWS_OUT_OF_ORDER'; readonly fileName: string; readonly name: string; readonly row: number; readonly key: readonly string[] }
export type ArchiveRefusalCode = ArchiveRefusal['code']

/** The refusal in words: what, which file, found, expected, what to try. */
export function describeArchiveRefusal(refusal: ArchiveRefusal): string {
  const again = 'Copy or download the archive again; if it was edited, use the original.'
  switch (refusal.code) {
    case 'NOT_A_CONTAINER':
      return describeRefusal(refusal.because).replace(/ (Open it in|Save it again).*$/, ` ${again}`)
    case 'NO_MANIFEST':
      return `${refusal.fileName} is not an archive: found ${refusal.files.slice(0, 5).map((name) => shorten(name, 40)).join(', ') || 'no files'}, expected manifest.json.`
    case 'MANIFEST_UNREADABLE':
      return `The manifest of ${refusal.fileName} cannot be read: ${refusal.wrong}. ${again}`
    case 'NOT_AN_ARCHIVE':
      return `${refusal.fileName} is not an archive: found the format '${shorten(refusal.found, 40)}', expected '${refusal.expected}'.`
    case 'VERSION_UNKNOWN':
      return `${refusal.fileName} was written in version ${refusal.found} of the format; this program reads up to version ${refusal.newest}. Use a newer version of the program.`
    case 'FILE_MISSING':
      return `${refusal.fileName} lacks ${refusal.name}, which its manifest lists. ${again}`
    case 'FILE_UNEXPECTED':
      return `${refusal.fileName} holds ${shorten(refusal.name, 60)}, which its manifest does not list. ${again}`
    case 'FILE_TWICE':
      return `The manifest of ${refusal.fileName} lists ${refusal.name} twice. ${again}`
    case 'FILE_DAMAGED':
      return `${refusal.name} in ${refusal.fileName} is damaged: ${refusal.reason}. ${again}`
    case 'CHECKSUM_DIFFERS':
      return `${refusal.name} in ${refusal.fileName} is not what was written: found checksum ${refusal.found.slice(0, 12)}…, expected ${refusal.expected.slice(0, 12)}…. ${again}`
    case 'ROW_COUNT_DIFFERS':
      return `${refusal.name} in ${refusal.fileName} holds ${refusal.found} rows, its manifest says ${refusal.expected}. ${again}`
    case 'ROW_UNREADABLE':
      return `Row ${refusal.row} of ${refusal.name} in ${refusal.fileName} cannot be read: ${refusal.reason}. ${again}`
    case 'ROWS_OUT_OF_ORDER':
      return `Row ${refusal.row} of ${refusal.name} in ${refusal.fileName} is not after the row before it by ${refusal.key.join(', ')}. ${again}`
    default:
      return unreachable(refusal)
  }
}

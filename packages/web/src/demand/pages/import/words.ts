import type { Tone } from '../../../ui/tone.ts'
import type { ImportRow, Severity, sureness } from './draft.ts'

/** Issues by how much they ask for. */
export const severityWords: Readonly<Record<Severity, { readonly one: string; readonly many: string; readonly tone: Tone }>> = {
  error: { one: 'Error', many: 'Errors', tone: 'bad' },
  warning: { one: 'Warning', many: 'Warnings', tone: 'warn' },
  note: { one: 'Note', many: 'Notes', tone: 'none' },
}
export const severities = Object.keys(severityWords) as readonly Severity[]

/** How sure the reading of a heading is. */
export const surenessWords: Readonly<Record<ReturnType<typeof sureness>, { readonly word: string; readonly tone: Tone }>> = {
  sure: { word: 'Sure', tone: 'good' },
  likely: { word: 'Likely', tone: 'done' },
  doubtful: { word: 'Check it', tone: 'warn' },
}

/** What applying does with a row, by how it was matched. */
export const matchAbout: Readonly<Record<ImportRow['match'], string>> = {
  new: 'No initiative of this portfolio has its id or name. It begins a new one.',
  id: 'It has the id of an initiative that is known, and continues it.',
  name: 'It has the name of an initiative that is known, and continues it.',
  former_name: 'It has a former name of an initiative that is known, and continues it.',
  refused: 'It is not taken: an earlier row of the file has the same key.',
}
export const matchTone: Readonly<Record<ImportRow['match'], Tone>> = { new: 'none', id: 'good', name: 'good', former_name: 'warn', refused: 'bad' }

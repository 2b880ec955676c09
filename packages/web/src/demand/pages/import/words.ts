import type { ImportConflict, ImportDraft, ImportState } from '@throughline/contract/demand'
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

/** Where an import stands. */
export const stateWords: Readonly<Record<ImportState, { readonly word: string; readonly tone: Tone }>> = {
  reading: { word: 'Being read', tone: 'done' }, refused: { word: 'Could not be read', tone: 'bad' }, cancelled: { word: 'Cancelled', tone: 'none' }, preview: { word: 'Open', tone: 'warn' },
  applying: { word: 'Being applied', tone: 'done' }, applied: { word: 'Applied', tone: 'good' }, undoing: { word: 'Being undone', tone: 'done' }, undone: { word: 'Undone', tone: 'none' }, discarded: { word: 'Discarded', tone: 'none' },
}

/** What the page says of an import below its title. */
export const stateNotes: Readonly<Record<ImportState, (fileName: string) => string>> = {
  reading: (name) => `${name} is being read. Nothing is written before you apply it.`, refused: (name) => `${name} could not be read.`, cancelled: (name) => `Reading ${name} was stopped. Nothing was written.`,
  preview: (name) => `${name} as it was read. Nothing is written before you apply it.`, applying: (name) => `${name} is being applied: all of it, or nothing.`, applied: (name) => `${name} was applied.`,
  undoing: (name) => `${name} is being taken back.`, undone: (name) => `${name} was applied and taken back.`, discarded: (name) => `${name} was discarded.`,
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

/** What becomes of an initiative by a row. */
export const effectWords: Readonly<Record<ImportRow['effect'], { readonly word: string; readonly tone: Tone }>> = {
  new: { word: 'New', tone: 'done' }, changed: { word: 'Changes', tone: 'warn' }, unchanged: { word: 'Unchanged', tone: 'none' }, history: { word: 'History', tone: 'none' }, refused: { word: 'Not taken', tone: 'bad' },
}

/** The fields of an initiative that an import can change. */
const fieldNames: Readonly<Record<string, string>> = {
  name: 'Name', unit: 'Unit', category: 'Category', sponsor: 'Sponsor', description: 'Description', rating: 'Rating', startOn: 'Start', endOn: 'End', cost: 'Cost', benefits: 'Benefits', inYearBaseline: 'Budget of the year', inYearForecast: 'Forecast of the year',
}
export const fieldName = (field: string): string => fieldNames[field] ?? field

/** What the choice of a field for a column rests on. */
export const becauseWords: Readonly<Record<ImportDraft['columns'][number]['because'], { readonly word: string; readonly tone: Tone }>> = {
  heading: { word: 'Heading', tone: 'good' }, likeness: { word: 'Likeness', tone: 'done' }, remembered: { word: 'Remembered', tone: 'good' }, person: { word: 'You', tone: 'good' }, nothing: { word: 'Nothing', tone: 'none' },
}

/** How a position stands to the publications that are there. */
export const standingWords: Readonly<Record<ImportDraft['positions'][number]['standing'], string>> = {
  first: 'The first publication of this portfolio',
  again: 'Takes the place of the publication with this title and date',
  same: 'In force already, word for word: nothing is written',
  earlier: 'Adds to the history; later figures stay in force',
  newest: 'Becomes the latest: current figures move to it',
}

/** What was kept when an import was taken back. */
export const conflictWords = ({ field, found, before }: ImportConflict): string => (field === null ? `Kept: ${found}` : `Kept ${found || 'nothing'} instead of ${before || 'nothing'}`)

import { demandRoutes, type ImportDraft, type ImportSummary } from '@throughline/contract/demand'
import { basename } from 'node:path'
import type { Caller } from '../terminal/call.ts'
import { countOf, UsageError, wordAt, type Command, type Typed } from '../terminal/command.ts'
import { resultOf } from '../terminal/jobs.ts'
import { oneOf } from '../terminal/pick.ts'
import { tableLines, type Print } from '../terminal/print.ts'

const importFile: Command = {
  name: 'import',
  usage: '<file.csv|file.xlsx>',
  summary: 'Read a portfolio file, show what it holds, what it would change and its issues; --apply writes it in one transaction',
  options: {
    apply: { about: 'Write it' }, title: { about: 'Title of the position', takes: 'text' }, 'as-of': { about: 'Date of the position, YYYY-MM-DD', takes: 'date' }, sheet: { about: 'Sheet to read', takes: 'name' },
    whole: { about: 'It is the whole list: what it leaves out leaves the list' }, part: { about: 'It is part of the list: nothing leaves' }, column: { about: 'Read a column as a field; an empty field leaves it out', takes: 'number=field', many: true }, keep: { about: 'Keep the preview open instead of discarding it' },
  },
  run: async (typed, { call, print, readFile }) => {
    const path = wordAt(typed, 0, 'file')
    const change = changeOf(typed)
    const uploaded = await settled(call, print, await call(demandRoutes.uploadImport, { query: { fileName: basename(path) }, body: await readFile(path) }))
    const params = { id: uploaded.id }
    const draft = Object.keys(change).length > 0 ? await settled(call, print, await call(demandRoutes.changeImport, { params, body: change })) : uploaded
    for (const line of previewLines(draft)) print.remark(line)
    if (!typed.on('apply')) {
      const { rows: issues } = await call(demandRoutes.listImportIssues, { params, query: { limit: 500 } })
      if (!typed.on('keep')) await call(demandRoutes.discardImport, { params })
      return print.answer({ ...draft, issues }, () => [...issues.map(({ severity, place, message }) => `${[severity, place.sheet, place.cell].filter(Boolean).join(' ')}: ${message}`), ...(issues.length < draft.issuesInAll ? [`and ${draft.issuesInAll - issues.length} more`] : [])])
    }
    const { applied } = await settled(call, print, await call(demandRoutes.applyImport, { params }))
    print.answer(applied, () => [applied?.nothingNew ? `Nothing was written: ${applied.title} says this already.` : `Applied as ${applied?.title}: ${applied?.created} new, ${applied?.changed} changed, ${applied?.unchanged} unchanged, ${applied?.left} left the list, ${applied?.refused} refused.`])
  },
}

function changeOf(typed: Typed) {
  const [title, asOf, sheet, columns] = [typed.one('title'), typed.one('as-of'), typed.one('sheet'), typed.many('column')]
  if (typed.on('whole') && typed.on('part')) throw new UsageError('Found --whole and --part; expected one of them.')
  const scope = typed.on('whole') ? ('whole' as const) : typed.on('part') ? ('part' as const) : undefined
  return { ...(title ? { title } : {}), ...(asOf ? { asOf } : {}), ...(sheet ? { sheet } : {}), ...(scope ? { scope } : {}), ...(columns.length > 0 ? { fields: columns.map(readColumn) } : {}) }
}

function readColumn(text: string): { column: number; field: string | null } {
  const [, column, field = ''] = /^(\d+)=(.*)$/.exec(text) ?? []
  if (column === undefined) throw new UsageError(`Found --column ${text}; expected a column's number, = and a field, as in 3=wholeLifeCost.`)
  return { column: Number(column), field: field === '' ? null : field }
}

/** The import once no job is at work on it; a job that failed is a refusal. */
async function settled(call: Caller, print: Print, draft: ImportDraft): Promise<ImportDraft> {
  if (draft.jobId === null || !['reading', 'applying', 'undoing'].includes(draft.state)) return draft
  await resultOf(call, print, draft.jobId)
  return call(demandRoutes.readImport, { params: { id: draft.id } })
}

function previewLines(draft: ImportDraft): readonly string[] {
  const { counts, effect } = draft
  return [
    `${draft.fileName}: ${draft.format}, sheet ${draft.sheet}${draft.transposed ? ' (on its side)' : ''}, position ${draft.asOf ?? 'unknown'} (${draft.asOfBecause}); ${counts.rows} rows: ${counts.created} new, ${counts.updated} known, ${counts.refused} refused; ${counts.errors} errors, ${counts.warnings} warnings, ${counts.notes} notes`,
    ...(draft.positions.length > 1 ? [`${draft.positions.length} positions: ${draft.positions.map(({ asOf, rows }) => `${asOf} (${rows})`).join(', ')}`] : []),
    ...(counts.updated > 0 ? [`of those known ${effect.changed} change (${draft.changes.map(({ field, initiatives }) => `${field} ${initiatives}`).join(', ') || 'nothing'}), ${effect.unchanged} stay, ${effect.history} add to the history`] : []),
    ...(effect.units > 0 ? [`creates ${effect.units} units`] : []),
    ...(draft.remembered ? [`${draft.remembered.columns} columns as remembered from ${draft.remembered.fileName}, ${draft.remembered.at.slice(0, 10)}`] : []),
    ...(effect.leaving > 0 && draft.scope !== 'part' ? [`${effect.leaving} of the ${effect.current} initiatives on the list leave it: ${draft.leaving.map(({ name }) => name).join(', ')}${effect.leaving > draft.leaving.length ? ' and others' : ''}`] : []),
  ]
}

const list: Command = {
  name: 'imports',
  summary: 'Every import, newest first: who brought it, where it stands',
  options: { first: { about: 'Only the first n', takes: 'number' } },
  run: async (typed, { call, print }) => {
    const { rows, total } = await call(demandRoutes.listImports, { query: { limit: countOf(typed, 'first') ?? 50 } })
    print.answer(rows, () => [...tableLines(rows, [{ head: 'Id', of: ({ id }) => id }, { head: 'File', of: ({ fileName }) => fileName, widest: 40 }, { head: 'State', of: ({ state }) => state }, { head: 'Brought', of: ({ at }) => at.slice(0, 16).replace('T', ' ') }, { head: 'By', of: ({ by }) => by }, { head: 'Rows', of: (one) => String(one.rows), right: true }, { head: 'New', of: ({ created }) => String(created), right: true }, { head: 'Changed', of: ({ changed }) => String(changed), right: true }]), '', `${rows.length} of ${total} imports`])
  },
}

const findImport = async (call: Caller, word: string): Promise<ImportSummary> => oneOf('import', (await call(demandRoutes.listImports, { query: { limit: 500 } })).rows, word, ({ id, fileName, title }) => [id, fileName, title])

const undo: Command = {
  name: 'imports undo',
  usage: '<import>',
  summary: 'Take an applied import back; what somebody has changed since is kept and listed',
  run: async (typed, { call, print }) => {
    const { id } = await findImport(call, wordAt(typed, 0, 'import'))
    const { undone } = await settled(call, print, await call(demandRoutes.undoImport, { params: { id } }))
    print.answer(undone, () => [
      `Taken back: ${undone?.restored} initiatives as before, ${undone?.removed} removed, ${undone?.reinstated} publications in force again, ${undone?.conflictsInAll} kept because somebody changed them.`,
      ...(undone?.conflicts ?? []).map(({ name, field, found, before, by }) => `  ${name}${field ? `, ${field}` : ''}: kept ${found}${field ? ` instead of ${before || 'nothing'}` : ''}${by ? ` (${by})` : ''}`),
    ])
  },
}

const discard: Command = {
  name: 'imports discard',
  usage: '<import>',
  summary: 'Put an import away that was not applied',
  run: async (typed, { call, print }) => {
    const { id, fileName } = await findImport(call, wordAt(typed, 0, 'import'))
    await call(demandRoutes.discardImport, { params: { id } })
    print.answer({ id }, () => [`Discarded ${fileName}.`])
  },
}

const memory: Command = {
  name: 'imports memory',
  usage: '[forget <lesson>]',
  summary: 'What was remembered of headings; forget one lesson by its id or file',
  run: async (typed, { call, print }) => {
    const lessons = await call(demandRoutes.listImportMemory, {})
    if (typed.words[0] === 'forget') {
      const lesson = oneOf('lesson', lessons.filter(({ forgottenAt }) => forgottenAt === null), wordAt(typed, 1, 'lesson'), ({ id, fileName }) => [id, fileName])
      await call(demandRoutes.forgetImportMemory, { params: { id: lesson.id } })
      return print.answer({ id: lesson.id }, () => [`Forgot what ${lesson.fileName} taught.`])
    }
    print.answer(lessons, () => tableLines(lessons, [{ head: 'Id', of: ({ id }) => id }, { head: 'File', of: ({ fileName }) => fileName, widest: 40 }, { head: 'Learnt', of: ({ at }) => at.slice(0, 10) }, { head: 'By', of: ({ by }) => by }, { head: 'Headings', of: ({ columns }) => columns.map(({ heading, field }) => `${heading} = ${field ?? 'not read'}`).join(', '), widest: 60 }, { head: 'Forgotten', of: ({ forgottenAt, forgottenBy }) => (forgottenAt ? `${forgottenAt.slice(0, 10)} by ${forgottenBy}` : '') }]))
  },
}

/** Commands about files on their way in. */
export const importCommands: readonly Command[] = [importFile, list, undo, discard, memory]

import { Type, type Static } from 'typebox'
import { CivilDate, Empty, Id, IdParams, Instant, Nullable, OneOf, Problem, route, ShortText } from '../wire/index.ts'
import { PublishedFigure, Rating, RatingScale } from './schemas.ts'

/** The most bytes of a file that is imported: 96 MB. Reading one of that size takes the memory that docs/benchmarks/import.md gives. */
export const importLimitBytes = 96 * 1024 * 1024

/**
 * Where an import stands. `reading`, `applying` and `undoing` are jobs at work; `refused`: the file could not be read;
 * `cancelled`: stopped while it was read; `discarded`: put away unapplied.
 */
export const ImportState = OneOf(['reading', 'refused', 'cancelled', 'preview', 'applying', 'applied', 'undoing', 'undone', 'discarded'])
export type ImportState = Static<typeof ImportState>
/** Whether the rows are the whole list, so that what they leave out leaves it, or some initiatives only, so that nothing leaves. */
export const ImportScope = OneOf(['whole', 'part'])
export type ImportScope = Static<typeof ImportScope>

export const ImportPlace = Type.Object({ sheet: Type.String(), row: Type.Integer(), column: Type.Integer(), cell: Type.String(), header: Type.Optional(Type.String()) })
/** `number` counts the issues of the import from 0; `row` is the number of the row it belongs to, where there is one. */
export const ImportIssue = Type.Object({ number: Type.Integer(), row: Nullable(Type.Integer()), code: Type.String(), severity: OneOf(['error', 'warning', 'note']), place: ImportPlace, found: Type.String(), expected: Type.String(), message: Type.String() })
export type ImportIssue = Static<typeof ImportIssue>
/** How many issues of one kind there are. */
export const ImportIssueKind = Type.Object({ code: Type.String(), severity: OneOf(['error', 'warning', 'note']), words: Type.String(), count: Type.Integer() })
export type ImportIssueKind = Static<typeof ImportIssueKind>

/** A column of the file, what it is read as and what that rests on. */
export const ImportColumn = Type.Object({
  column: Type.Integer(), header: Type.String(), samples: Type.Array(Type.String()), field: Nullable(Type.String()), confidence: Type.Number(),
  because: OneOf(['heading', 'likeness', 'remembered', 'person', 'nothing']), reason: Type.String(),
  /** The key under which the column can be kept as a custom field; null where it is read or empty. */
  keepAs: Nullable(Type.String()),
  alternatives: Type.Array(Type.Object({ field: Type.String(), confidence: Type.Number() })),
})
/** One position that the file holds, and how it stands to the publications that are there. */
export const ImportPosition = Type.Object({ asOf: CivilDate, title: Type.String(), rows: Type.Integer(), standing: OneOf(['first', 'again', 'same', 'earlier', 'newest'], 'again takes the place of a publication; same says what it says already') })
export type ImportPosition = Static<typeof ImportPosition>
/** A unit of the organisation that applying would add, by the names from the top. */
export const ImportUnit = Type.Object({ path: Type.Array(Type.String()), initiatives: Type.Integer() })
export const ImportRef = Type.Object({ id: Id, key: Type.String(), name: Type.String() })

export const ImportResult = Type.Object({
  /** The newest publication that was written, or the one that said the same already. */
  publicationId: Id, title: Type.String(), publications: Type.Integer(), created: Type.Integer(), updated: Type.Integer(), changed: Type.Integer(), unchanged: Type.Integer(), left: Type.Integer(), units: Type.Integer(), refused: Type.Integer(), issues: Type.Integer(),
  /** Whether nothing was written because everything is in force already. */
  nothingNew: Type.Boolean(),
})
export type ImportResult = Static<typeof ImportResult>
/** What somebody changed after the import and undoing therefore kept. */
export const ImportConflict = Type.Object({ id: Id, kind: OneOf(['initiative', 'unit']), name: Type.String(), field: Nullable(Type.String({ description: 'Null: the whole of it was kept' })), found: Type.String(), before: Type.String(), by: Nullable(Type.String()) })
export type ImportConflict = Static<typeof ImportConflict>
export const ImportUndone = Type.Object({ at: Instant, by: Type.String(), restored: Type.Integer(), removed: Type.Integer(), publications: Type.Integer(), reinstated: Type.Integer(), units: Type.Integer(), conflicts: Type.Array(ImportConflict, { description: 'The first 500' }), conflictsInAll: Type.Integer() })
export type ImportUndone = Static<typeof ImportUndone>

export const ImportDraft = Type.Object({
  id: Id, fileName: Type.String(), bytes: Type.Integer(), format: Type.String(), state: ImportState,
  /** The job at work on it, or the last that was. */
  jobId: Nullable(Id), problem: Nullable(Type.Partial(Problem)), by: Type.String(), at: Instant,
  /** What applying and undoing did; null until then. */
  applied: Nullable(ImportResult), appliedBy: Nullable(Type.String()), appliedAt: Nullable(Instant), undone: Nullable(ImportUndone),
  /** When the file and its rows were put away, so many days after the last that was done with it; null while they are there. */
  fileGoneAt: Nullable(Instant),
  sheets: Type.Array(Type.Object({ name: Type.String(), rows: Type.Integer() })), sheet: Type.String(), transposed: Type.Boolean(),
  title: Type.String(), asOf: Nullable(CivilDate), asOfBecause: Type.String(), ratingScale: Nullable(RatingScale), positions: Type.Array(ImportPosition),
  columns: Type.Array(ImportColumn), fields: Type.Array(Type.Object({ key: Type.String(), label: Type.String(), kind: Type.String(), required: Type.Boolean() })),
  /** The earlier import whose corrections were proposed; null where none was. */
  remembered: Nullable(Type.Object({ id: Id, fileName: Type.String(), at: Instant, by: Type.String(), columns: Type.Integer() })),
  counts: Type.Object({ rows: Type.Integer(), created: Type.Integer(), updated: Type.Integer(), refused: Type.Integer(), errors: Type.Integer(), warnings: Type.Integer(), notes: Type.Integer() }),
  /** What would become of the list: of those known, how many change; who is on it now and would leave it. */
  effect: Type.Object({ changed: Type.Integer(), unchanged: Type.Integer(), history: Type.Integer(), current: Type.Integer(), leaving: Type.Integer(), units: Type.Integer() }),
  /** Null until somebody has decided; needed where `short` says that more than half of the list would leave. */
  scope: Nullable(ImportScope), short: Type.Boolean(),
  changes: Type.Array(Type.Object({ field: Type.String(), initiatives: Type.Integer() }), { description: 'In how many initiatives each field changes' }),
  units: Type.Array(ImportUnit, { description: 'The first 200' }), leaving: Type.Array(ImportRef, { description: 'The first 20' }),
  issueKinds: Type.Array(ImportIssueKind), issuesInAll: Type.Integer(),
  /** Whether the portfolio has changed since this was compared with it; applying compares again. */
  stale: Type.Boolean(),
})
export type ImportDraft = Static<typeof ImportDraft>

/** A row as it was read and what becomes of it. `row` counts from 1 as the file does; where the sheet lies on its side it is the column. */
export const ImportRow = Type.Object({
  number: Type.Integer(), row: Type.Integer(), asOf: Nullable(CivilDate), name: Type.String(), publishedId: Nullable(Type.String()), match: OneOf(['new', 'id', 'name', 'former_name', 'refused']), matchedName: Nullable(Type.String()), unit: Nullable(Type.String()),
  rating: Nullable(Rating), cost: PublishedFigure, benefits: PublishedFigure, startOn: Nullable(CivilDate), endOn: Nullable(CivilDate),
  effect: OneOf(['new', 'changed', 'unchanged', 'history', 'refused'], 'history: a later position has the say'),
  changes: Type.Array(Type.Object({ field: Type.String(), before: Type.String(), after: Type.String() })), issues: Type.Integer(),
})
export type ImportRow = Static<typeof ImportRow>
const page = { from: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000_000_000 })), limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, description: '100 where left out' })) }
const paged = <const Row extends Parameters<typeof Type.Array>[0]>(row: Row) => Type.Object({ total: Type.Integer(), from: Type.Integer(), rows: Type.Array(row) })
export const ImportRows = paged(ImportRow)
export type ImportRows = Static<typeof ImportRows>
export const ImportIssues = paged(ImportIssue)
export type ImportIssues = Static<typeof ImportIssues>
export const ImportLeaving = paged(ImportRef)
export type ImportLeaving = Static<typeof ImportLeaving>

export const ImportChange = Type.Object({
  sheet: Type.Optional(ShortText(255)), title: Type.Optional(ShortText()), asOf: Type.Optional(CivilDate), scope: Type.Optional(ImportScope),
  fields: Type.Optional(Type.Array(Type.Object({ column: Type.Integer(), field: Nullable(Type.String({ maxLength: 200 })) }), { maxItems: 2000 })),
})
export type ImportChange = Static<typeof ImportChange>

export const ImportSummary = Type.Object({
  id: Id, fileName: Type.String(), bytes: Type.Integer(), state: ImportState, jobId: Nullable(Id), by: Type.String(), at: Instant, appliedBy: Nullable(Type.String()), appliedAt: Nullable(Instant), undoneBy: Nullable(Type.String()), undoneAt: Nullable(Instant),
  title: Type.String(), asOf: Nullable(CivilDate), rows: Type.Integer(), created: Type.Integer(), changed: Type.Integer(), unchanged: Type.Integer(),
})
export type ImportSummary = Static<typeof ImportSummary>
export const ImportList = paged(ImportSummary)
export type ImportList = Static<typeof ImportList>

/** What one import taught about the headings of its file. */
export const ImportMemory = Type.Object({ id: Id, fileName: Type.String(), at: Instant, by: Type.String(), forgottenAt: Nullable(Instant), forgottenBy: Nullable(Type.String()), columns: Type.Array(Type.Object({ heading: Type.String(), field: Nullable(Type.String()) })) })
export type ImportMemory = Static<typeof ImportMemory>

export const importRoutes = {
  listImports: route({ method: 'GET', path: '/api/demand/imports', summary: 'Every import, newest first: open, applied, undone, put away', access: 'read', query: Type.Object(page), reply: ImportList }),
  uploadImport: route({ method: 'POST', path: '/api/demand/imports', summary: 'Bring a CSV or XLSX file and preview what it holds; nothing is written to the portfolio. A large file is read as a job', access: 'import', money: 'refused', query: Type.Object({ fileName: ShortText(255) }), body: 'bytes', streamedUpTo: importLimitBytes, reply: ImportDraft, status: 201, refusals: ['file_unreadable', 'file_too_large'] }),
  readImport: route({ method: 'GET', path: '/api/demand/imports/:id', summary: 'An import and its preview', access: 'read', money: 'refused', params: IdParams, reply: ImportDraft }),
  listImportRows: route({ method: 'GET', path: '/api/demand/imports/:id/rows', summary: 'Rows of an import as they were read, and what becomes of each', access: 'read', money: 'refused', params: IdParams, query: Type.Object({ ...page, effect: Type.Optional(OneOf(['new', 'changed', 'unchanged', 'history', 'refused'])), number: Type.Optional(Type.Integer({ minimum: 1, description: 'This row alone' })) }), reply: ImportRows }),
  listImportIssues: route({ method: 'GET', path: '/api/demand/imports/:id/issues', summary: 'Issues of an import by severity, in the order of the file', access: 'read', money: 'refused', params: IdParams, query: Type.Object({ ...page, severity: Type.Optional(OneOf(['error', 'warning', 'note'])), code: Type.Optional(Type.String({ maxLength: 60 })), row: Type.Optional(Type.Integer({ minimum: 1 })) }), reply: ImportIssues }),
  exportImportIssues: route({ method: 'GET', path: '/api/demand/imports/:id/issues-export', summary: 'All issues of an import as CSV', access: 'read', money: 'refused', params: IdParams, reply: 'bytes' }),
  listImportLeaving: route({ method: 'GET', path: '/api/demand/imports/:id/leaving', summary: 'Initiatives of the current list that would leave it', access: 'read', money: 'refused', params: IdParams, query: Type.Object(page), reply: ImportLeaving }),
  changeImport: route({ method: 'PATCH', path: '/api/demand/imports/:id', summary: 'Correct sheet, columns, title, position date or scope of an import; without a change it is compared with the portfolio again', access: 'import', money: 'refused', params: IdParams, body: ImportChange, reply: ImportDraft, refusals: ['file_unreadable', 'import_closed', 'import_busy'] }),
  applyImport: route({ method: 'POST', path: '/api/demand/imports/:id/apply', summary: 'Apply an import in one transaction; a large one as a job', access: 'import', money: 'refused', params: IdParams, reply: ImportDraft, refusals: ['import_closed', 'import_busy', 'import_incomplete', 'import_scope_open'] }),
  cancelImport: route({ method: 'POST', path: '/api/demand/imports/:id/cancel', summary: 'Stop the job at work on an import: reading ends it, applying and undoing leave it as it was', access: 'import', money: 'refused', params: IdParams, reply: ImportDraft, refusals: ['import_closed'] }),
  undoImport: route({ method: 'POST', path: '/api/demand/imports/:id/undo', summary: 'Take an applied import back: everything it changed and nobody has changed since', access: 'import', money: 'refused', params: IdParams, reply: ImportDraft, refusals: ['import_closed', 'import_busy', 'import_built_upon'] }),
  discardImport: route({ method: 'DELETE', path: '/api/demand/imports/:id', summary: 'Discard an import that was not applied', access: 'import', money: 'refused', params: IdParams, reply: Empty, status: 204, refusals: ['import_closed', 'import_busy'] }),
  listImportMemory: route({ method: 'GET', path: '/api/demand/import-memory', summary: 'What was remembered of headings, newest first, with who taught and who forgot it', access: 'read', reply: Type.Array(ImportMemory) }),
  forgetImportMemory: route({ method: 'DELETE', path: '/api/demand/import-memory/:id', summary: 'Forget what one import taught about headings', access: 'import', params: IdParams, reply: Empty, status: 204 }),
} as const

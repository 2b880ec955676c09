import { Type } from 'typebox'
import { Empty, Id, IdParams, OneOf, route, ShortText } from '../wire/index.ts'
import { Example, ImportChange, ImportDraft, ImportResult, InitiativeChange, InitiativeDetail, InitiativeList, InitiativeRow, JobStarted, NewDependency, NewExclusion, NewInitiative, Ties } from './schemas.ts'

export const demandRoutes = {
  listInitiatives: route({ method: 'GET', path: '/api/demand/initiatives', summary: 'All initiatives, one row each', access: 'viewer', query: Type.Object({ current: Type.Optional(Type.Boolean({ description: 'Only those of the latest publication' })) }), reply: InitiativeList }),
  readInitiative: route({ method: 'GET', path: '/api/demand/initiatives/:id', summary: 'One initiative with its years, objectives, published history and sources', access: 'viewer', params: IdParams, reply: InitiativeDetail }),
  createInitiative: route({ method: 'POST', path: '/api/demand/initiatives', summary: 'Add an initiative', access: 'editor', body: NewInitiative, reply: InitiativeRow, status: 201, refusals: ['key_taken', 'end_before_start', 'unit_not_found'] }),
  changeInitiative: route({ method: 'PATCH', path: '/api/demand/initiatives/:id', summary: 'Change an initiative; what was published stays in its history', access: 'editor', params: IdParams, body: InitiativeChange, reply: InitiativeRow, refusals: ['key_taken', 'end_before_start', 'unit_not_found'] }),
  removeInitiative: route({ method: 'DELETE', path: '/api/demand/initiatives/:id', summary: 'Remove an initiative; its history is kept', access: 'editor', params: IdParams, reply: Empty, status: 204 }),
  exportInitiatives: route({ method: 'GET', path: '/api/demand/initiatives-export', summary: 'All initiatives as CSV or XLSX', access: 'viewer', query: Type.Object({ format: OneOf(['csv', 'xlsx']), current: Type.Optional(Type.Boolean()) }), reply: 'bytes' }),
  listTies: route({ method: 'GET', path: '/api/demand/ties', summary: 'Dependencies and exclusions between initiatives', access: 'viewer', reply: Ties }),
  createDependency: route({ method: 'POST', path: '/api/demand/dependencies', summary: 'Say that one initiative needs another', access: 'editor', body: NewDependency, reply: Ties, status: 201, refusals: ['dependency_cycle', 'dependency_exists'] }),
  removeDependency: route({ method: 'DELETE', path: '/api/demand/dependencies/:id', summary: 'Remove a dependency', access: 'editor', params: IdParams, reply: Ties }),
  createExclusion: route({ method: 'POST', path: '/api/demand/exclusions', summary: 'Say that at most one of several initiatives may be chosen', access: 'editor', body: NewExclusion, reply: Ties, status: 201 }),
  removeExclusion: route({ method: 'DELETE', path: '/api/demand/exclusions/:id', summary: 'Remove an exclusion', access: 'editor', params: IdParams, reply: Ties }),
  listExamples: route({ method: 'GET', path: '/api/demand/examples', summary: 'Real portfolios that ship with the product', access: 'viewer', reply: Type.Array(Example) }),
  loadExample: route({ method: 'POST', path: '/api/demand/examples/:key', summary: 'Load an example portfolio into this empty organisation', access: 'editor', params: Type.Object({ key: Type.String({ pattern: '^[a-z0-9-]{1,60}$' }) }), reply: JobStarted, status: 202, refusals: ['organisation_not_empty'] }),
  uploadImport: route({ method: 'POST', path: '/api/demand/imports', summary: 'Read a CSV or XLSX file and preview what it holds; nothing is written to the portfolio', access: 'editor', query: Type.Object({ fileName: ShortText(255) }), body: 'bytes', reply: ImportDraft, status: 201, refusals: ['file_unreadable'] }),
  readImport: route({ method: 'GET', path: '/api/demand/imports/:id', summary: 'An import and its preview', access: 'viewer', params: IdParams, reply: ImportDraft }),
  changeImport: route({ method: 'PATCH', path: '/api/demand/imports/:id', summary: 'Correct sheet, columns, title or position date of an import', access: 'editor', params: IdParams, body: ImportChange, reply: ImportDraft, refusals: ['file_unreadable', 'import_closed'] }),
  applyImport: route({ method: 'POST', path: '/api/demand/imports/:id/apply', summary: 'Apply an import in one transaction', access: 'editor', params: IdParams, reply: ImportResult, refusals: ['import_closed', 'import_incomplete'] }),
  discardImport: route({ method: 'DELETE', path: '/api/demand/imports/:id', summary: 'Discard an import that was not applied', access: 'editor', params: IdParams, reply: Empty, status: 204, refusals: ['import_closed'] }),
  listIssues: route({ method: 'GET', path: '/api/demand/imports/:id/issues', summary: 'All issues of an import as CSV', access: 'viewer', params: Type.Object({ id: Id }), reply: 'bytes' }),
} as const

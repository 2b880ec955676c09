import { Type } from 'typebox'
import { ListWindow } from './list.ts'
import { Empty, IdParams, OneOf, route, Seen } from '../wire/index.ts'
import { CellChanges, CellOutcome } from './bulk.ts'
import { businessCaseRoutes } from './business-case.ts'
import { criteriaRoutes } from './criteria.ts'
import { InitiativesExport } from './exported.ts'
import { CustomField, CustomFieldChange, NewCustomField } from './fields.ts'
import { ideaRoutes } from './ideas.ts'
import { importRoutes } from './imports.ts'
import { innovationRoutes } from './innovation.ts'
import { Example, InitiativeChange, InitiativeDetail, InitiativeList, InitiativeRow, JobStarted, NewDependency, NewExclusion, NewInitiative, Publication, Ties } from './schemas.ts'
import { NewView, View, ViewChange, YearAmounts } from './views.ts'

export const demandRoutes = {
  listInitiatives: route({ method: 'GET', path: '/api/demand/initiatives', summary: 'All initiatives, one row each', access: 'read', query: Type.Object({ current: Type.Optional(Type.Boolean({ description: 'Only those of the latest publication' })) }), reply: InitiativeList }),
  readWindow: route({ method: 'GET', path: '/api/demand/initiatives-window', summary: 'A window of the list: filtered, sorted and grouped by the server, with counts and sums of all that it holds', access: 'read', query: Type.Object({ ask: Type.Optional(Type.String({ maxLength: 40_000, description: 'A ListAsk as JSON' })) }), reply: ListWindow, refusals: ['list_invalid'] }),
  readInitiative: route({ method: 'GET', path: '/api/demand/initiatives/:id', summary: 'One initiative with its years, objectives, published history and sources', access: 'read', params: IdParams, reply: InitiativeDetail }),
  createInitiative: route({ method: 'POST', path: '/api/demand/initiatives', summary: 'Add an initiative', access: 'edit_initiative', on: [{ kind: 'unit', at: 'body.unitId' }], body: NewInitiative, reply: InitiativeRow, status: 201, refusals: ['key_taken', 'end_before_start', 'unit_not_found', 'start_blocked'] }),
  changeInitiative: route({ method: 'PATCH', path: '/api/demand/initiatives/:id', summary: 'Change an initiative; what was published stays in its history', access: 'edit_initiative', on: [{ kind: 'initiative', at: 'params.id' }, { kind: 'unit', at: 'body.unitId' }], params: IdParams, body: InitiativeChange, reply: InitiativeRow, refusals: ['key_taken', 'end_before_start', 'unit_not_found', 'start_blocked'] }),
  setYears: route({ method: 'PUT', path: '/api/demand/initiatives/:id/years', summary: 'Give cost or benefits of some fiscal years; null takes a year back, others stay as they are', access: 'edit_money', on: [{ kind: 'initiative', at: 'params.id' }], params: IdParams, body: YearAmounts, reply: InitiativeRow, refusals: ['year_twice'] }),
  removeInitiative: route({ method: 'DELETE', path: '/api/demand/initiatives/:id', summary: 'Remove an initiative; its history is kept', access: 'edit_initiative', on: [{ kind: 'initiative', at: 'params.id' }], params: IdParams, query: Seen, seen: 'initiative', reply: Empty, status: 204 }),
  changeCells: route({ method: 'POST', path: '/api/demand/initiatives-cells', summary: 'Change many cells in one transaction; a cell that is refused is told with its reason and the others stand', access: 'edit_initiative', on: [{ kind: 'initiative', at: 'body.changes.*.id' }, { kind: 'unit', at: 'body.changes.*.value', where: { field: 'unit' } }], body: CellChanges, reply: CellOutcome }),
  exportInitiatives: route({ method: 'GET', path: '/api/demand/initiatives-export', summary: 'Initiatives as CSV or XLSX: all, or what a list shows', access: 'read', query: InitiativesExport, reply: 'bytes', refusals: ['list_invalid'] }),
  listFields: route({ method: 'GET', path: '/api/demand/fields', summary: 'The fields that the organisation added to its initiatives', access: 'read', reply: Type.Array(CustomField) }),
  createField: route({ method: 'POST', path: '/api/demand/fields', summary: 'Add a field to all initiatives', access: 'shape', body: NewCustomField, reply: CustomField, status: 201, refusals: ['field_name_taken', 'field_form_wrong'] }),
  changeField: route({ method: 'PATCH', path: '/api/demand/fields/:id', summary: 'Rename a field, or change its unit, choices or note; its kind stays', access: 'shape', params: IdParams, body: CustomFieldChange, reply: CustomField, refusals: ['field_name_taken', 'field_form_wrong', 'choice_in_use'] }),
  removeField: route({ method: 'DELETE', path: '/api/demand/fields/:id', summary: 'Remove a field; its values are kept in the history', access: 'shape', params: IdParams, query: Seen, seen: 'custom_field', reply: Empty, status: 204 }),
  listViews: route({ method: 'GET', path: '/api/demand/views', summary: 'Saved views of a list: your own, and those that are shared', access: 'read', query: Type.Object({ list: OneOf(['initiatives']) }), reply: Type.Array(View) }),
  createView: route({ method: 'POST', path: '/api/demand/views', summary: 'Save how a list looks, for yourself or for all', access: 'take_part', body: NewView, reply: View, status: 201, refusals: ['view_name_taken', 'view_too_large'] }),
  changeView: route({ method: 'PATCH', path: '/api/demand/views/:id', summary: 'Rename, share or change a saved view', access: 'take_part', params: IdParams, body: ViewChange, reply: View, refusals: ['view_name_taken', 'view_not_yours', 'view_too_large'] }),
  removeView: route({ method: 'DELETE', path: '/api/demand/views/:id', summary: 'Remove a saved view', access: 'take_part', params: IdParams, query: Seen, seen: 'view', reply: Empty, status: 204, refusals: ['view_not_yours'] }),
  listTies: route({ method: 'GET', path: '/api/demand/ties', summary: 'Dependencies and exclusions between initiatives', access: 'read', reply: Ties }),
  createDependency: route({ method: 'POST', path: '/api/demand/dependencies', summary: 'Say that one initiative needs another', access: 'shape', body: NewDependency, reply: Ties, status: 201, refusals: ['dependency_cycle', 'dependency_exists'] }),
  removeDependency: route({ method: 'DELETE', path: '/api/demand/dependencies/:id', summary: 'Remove a dependency', access: 'shape', params: IdParams, reply: Ties }),
  createExclusion: route({ method: 'POST', path: '/api/demand/exclusions', summary: 'Say that at most one of several initiatives may be chosen', access: 'shape', body: NewExclusion, reply: Ties, status: 201 }),
  removeExclusion: route({ method: 'DELETE', path: '/api/demand/exclusions/:id', summary: 'Remove an exclusion', access: 'shape', params: IdParams, reply: Ties }),
  listPublications: route({ method: 'GET', path: '/api/demand/publications', summary: 'The publications in force, oldest position first', access: 'read', reply: Type.Array(Publication) }),
  listExamples: route({ method: 'GET', path: '/api/demand/examples', summary: 'Real portfolios that ship with the product', access: 'read', reply: Type.Array(Example) }),
  loadExample: route({ method: 'POST', path: '/api/demand/examples/:key', summary: 'Load an example portfolio into this empty organisation', access: 'import', params: Type.Object({ key: Type.String({ pattern: '^[a-z0-9-]{1,60}$' }) }), reply: JobStarted, status: 202, refusals: ['organisation_not_empty'] }),
  ...importRoutes,
  ...ideaRoutes,
  ...innovationRoutes,
  ...criteriaRoutes,
  ...businessCaseRoutes,
} as const

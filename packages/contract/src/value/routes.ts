import { Type } from 'typebox'
import { Id, IdParams, route } from '../wire/index.ts'
import { planRoutes } from './business-plan/routes.ts'
import { evidenceRoutes } from './evidence/routes.ts'
import { ledgerRoutes } from './ledger/routes.ts'
import { networkRoutes } from './network/routes.ts'
import { oversightRoutes } from './oversight/routes.ts'
import { NewValueEntry, Reversal, Value, ValueEntry } from './schemas.ts'
import { stakeholderRoutes } from './stakeholders/routes.ts'
import { storyRoutes } from './stories/routes.ts'

export const valueRoutes = {
  readValue: route({ method: 'GET', path: '/api/value', summary: 'Promised, forecast and realised value as a waterfall that closes, by objective and unit', access: 'read', reply: Value }),
  listEntries: route({ method: 'GET', path: '/api/value/entries', summary: 'Recorded benefit amounts', access: 'read', query: Type.Object({ initiativeId: Type.Optional(Id) }), reply: Type.Array(ValueEntry) }),
  recordEntry: route({ method: 'POST', path: '/api/value/entries', summary: 'Record a promised, forecast or realised benefit of a year, with its evidence', access: 'record_value', on: [{ kind: 'initiative', at: 'body.initiativeId' }], body: NewValueEntry, reply: ValueEntry, status: 201, refusals: ['initiative_unknown', 'year_in_future', 'kept_in_ledger'] }),
  reverseEntry: route({ method: 'POST', path: '/api/value/entries/:id/reversal', summary: 'Reverse a recorded amount; the entry itself stays', access: 'record_value', on: [{ kind: 'value_entry', at: 'params.id' }], params: IdParams, body: Reversal, reply: ValueEntry, status: 201, refusals: ['entry_reversed'] }),
  ...ledgerRoutes,
  ...networkRoutes,
  ...evidenceRoutes,
  ...oversightRoutes,
  ...stakeholderRoutes,
  ...planRoutes,
  ...storyRoutes,
} as const

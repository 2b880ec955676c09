import { Type } from 'typebox'
import { CivilDate, Empty, IdParams, route, Seen } from '../wire/index.ts'
import { commitmentRoutes } from './commitments.ts'
import { GivenPlan, InitiativePlan } from './plan-schemas.ts'
import { Capacity, CapacityChanges, CapacitySettings, CapacitySettingsChange, LoadReason, NewPool, NewPot, Pool, PoolChange, Pot, PotAmounts, PotChange, Pots } from './schemas.ts'

const From = Type.Object({ from: Type.Optional(Type.Unsafe<string>({ ...CivilDate, description: 'A day of the first period; today where it is left out' })) })
const On = Type.Object({ on: Type.Optional(Type.Unsafe<string>({ ...CivilDate, description: 'A day of the period; today where it is left out' })) })

export const capacityRoutes = {
  readCapacity: route({ method: 'GET', path: '/api/capacity', summary: 'Capacity against demand by pool and period, for the plan of record', access: 'read', query: From, reply: Capacity }),
  changeSettings: route({ method: 'PATCH', path: '/api/capacity/settings', summary: 'Plan by months, quarters or years, and how many of them are shown', access: 'edit_capacity', body: CapacitySettingsChange, reply: CapacitySettings, refusals: ['supply_committed'] }),
  readLoad: route({ method: 'GET', path: '/api/capacity/pools/:id/load', summary: 'Why a pool is as full as it is in a period: which initiatives take it', access: 'read', params: IdParams, query: On, reply: LoadReason }),
  createPool: route({ method: 'POST', path: '/api/capacity/pools', summary: 'Add a pool of people', access: 'edit_capacity', body: NewPool, reply: Pool, status: 201, refusals: ['capacity_name_taken', 'capacity_unknown'] }),
  changePool: route({ method: 'PATCH', path: '/api/capacity/pools/:id', summary: 'Change a pool; its unit stays', access: 'edit_capacity', params: IdParams, body: PoolChange, reply: Pool, refusals: ['capacity_name_taken', 'capacity_unknown'] }),
  removePool: route({ method: 'DELETE', path: '/api/capacity/pools/:id', summary: 'Remove a pool that no plan counts on; its history is kept', access: 'edit_capacity', params: IdParams, query: Seen, seen: 'pool', reply: Empty, status: 204, refusals: ['capacity_in_use'] }),
  setCapacities: route({ method: 'PUT', path: '/api/capacity/capacities', summary: 'Give the capacity of pools in some periods, all of them or none; null takes one back', access: 'edit_capacity', body: CapacityChanges, reply: Capacity, refusals: ['capacity_period_unknown', 'supply_committed'] }),
  listPots: route({ method: 'GET', path: '/api/capacity/pots', summary: 'Budgets by period, with who may draw on them', access: 'read', money: 'refused', query: From, reply: Pots }),
  createPot: route({ method: 'POST', path: '/api/capacity/pots', summary: 'Add a pot', access: 'edit_money', money: 'refused', body: NewPot, reply: Pot, status: 201, refusals: ['capacity_name_taken', 'capacity_unknown'] }),
  changePot: route({ method: 'PATCH', path: '/api/capacity/pots/:id', summary: 'Change a pot', access: 'edit_money', money: 'refused', params: IdParams, body: PotChange, reply: Pot, refusals: ['capacity_name_taken', 'capacity_unknown'] }),
  removePot: route({ method: 'DELETE', path: '/api/capacity/pots/:id', summary: 'Remove a pot that no plan counts on; its history is kept', access: 'edit_money', money: 'refused', params: IdParams, query: Seen, seen: 'pot', reply: Empty, status: 204, refusals: ['capacity_in_use'] }),
  setPotAmounts: route({ method: 'PUT', path: '/api/capacity/pot-amounts', summary: 'Give the money of pots in some periods, all of them or none; null takes one back', access: 'edit_money', money: 'refused', body: PotAmounts, reply: Pots, refusals: ['capacity_period_unknown'] }),
  readPlan: route({ method: 'GET', path: '/api/capacity/initiatives/:id/plan', summary: 'How an initiative may be planned: starts, variants, what each needs of pools and pots', access: 'read', params: IdParams, reply: InitiativePlan }),
  setPlan: route({ method: 'PUT', path: '/api/capacity/initiatives/:id/plan', summary: 'Give how an initiative may be planned, as a whole; amounts that are left out stay', access: 'edit_initiative', on: [{ kind: 'initiative', at: 'params.id' }], params: IdParams, body: GivenPlan, reply: InitiativePlan, refusals: ['capacity_unknown', 'plan_contradicts'] }),
  ...commitmentRoutes,
} as const

import { Type } from 'typebox'
import { route } from '../../wire/index.ts'
import { NewSplit, StakeholderValue } from './schemas.ts'

/** Whom value goes to. All of it is about amounts. */
export const stakeholderRoutes = {
  readStakeholderValue: route({ method: 'GET', path: '/api/value/by-stakeholder', summary: 'Whom the benefits and disbenefits of the ledger go to, by class of stakeholder and unit of account, and which class is neglected', access: 'read', money: 'refused', reply: StakeholderValue }),
  splitBenefit: route({ method: 'POST', path: '/api/value/splits', summary: 'Say whom a benefit goes to, in shares that sum to the whole', access: 'record_value', on: [{ kind: 'benefit', at: 'body.benefitId' }], body: NewSplit, reply: Type.Object({}), status: 201, refusals: ['benefit_unknown', 'split_not_whole'] }),
} as const

import { Type } from 'typebox'
import { Empty, IdParams, route, Seen, ShortText } from '../../wire/index.ts'
import { BusinessPlan, BusinessPlanAsked, NewPlanLine, NewPlanLink, PlanAdded, PlanLineChange, PlanLineKept, PlanPreview, PlanRows } from './schemas.ts'

/** The business plan and what of it has a benefit behind it. All of it is about amounts. */
export const planRoutes = {
  readBusinessPlan: route({ method: 'GET', path: '/api/value/business-plan', summary: 'Lines of the business plan with what benefits bring of them: coverage, what has no delivery vehicle, and what is claimed beyond the plan', access: 'read', money: 'refused', query: BusinessPlanAsked, reply: BusinessPlan }),
  addPlanLine: route({ method: 'POST', path: '/api/value/business-plan/lines', summary: 'Add a line to the business plan', access: 'verify_value', money: 'refused', body: NewPlanLine, reply: PlanLineKept, status: 201, refusals: ['plan_line_taken', 'plan_unit_differs', 'plan_periods_unsound'] }),
  changePlanLine: route({ method: 'PATCH', path: '/api/value/business-plan/lines/:id', summary: 'Change a line of the business plan; its kind and unit of account stay', access: 'verify_value', money: 'refused', params: IdParams, body: PlanLineChange, reply: PlanLineKept, refusals: ['plan_line_taken', 'plan_periods_unsound'] }),
  removePlanLine: route({ method: 'DELETE', path: '/api/value/business-plan/lines/:id', summary: 'Remove a line of the business plan, with the links to it; its history is kept', access: 'verify_value', money: 'refused', params: IdParams, query: Seen, seen: 'plan_line', reply: Empty, status: 204 }),
  previewPlanList: route({ method: 'POST', path: '/api/value/business-plan/list-previews', summary: 'Read a CSV or XLSX file of plan lines and show what it would add; nothing is written', access: 'verify_value', money: 'refused', query: Type.Object({ fileName: Type.Optional(ShortText(200)) }), body: 'bytes', reply: PlanPreview }),
  addPlanList: route({ method: 'POST', path: '/api/value/business-plan/lists', summary: 'Add many plan lines and periods in one act; rows that cannot be taken are named', access: 'verify_value', money: 'refused', body: PlanRows, reply: PlanAdded, status: 201, refusals: ['list_adds_nothing'] }),
  linkBenefitToPlan: route({ method: 'POST', path: '/api/value/business-plan/links', summary: 'Say of which plan line a benefit is a delivery vehicle: of one, or of none any more', access: 'record_value', on: [{ kind: 'benefit', at: 'body.benefitId' }], body: NewPlanLink, reply: Type.Object({}), status: 201, refusals: ['benefit_unknown', 'plan_line_unknown'] }),
} as const

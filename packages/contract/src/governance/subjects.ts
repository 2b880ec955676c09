import { Type, type Static } from 'typebox'
import { Id, Nullable, OneOf, ShortText } from '../wire/index.ts'

/** What people may talk about and follow: each kind with the room that keeps it. The kinds are those of the revisions. */
export const subjectRooms = {
  initiative: 'demand', publication: 'demand', import: 'demand', criteria_model: 'demand', business_case: 'demand', idea: 'demand', objective: 'strategy', unit_objective: 'strategy', measure: 'strategy', perspective: 'strategy', strategy: 'strategy', strategy_version: 'strategy', workshop: 'strategy', signal: 'strategy', change_signal: 'strategy', assumption: 'strategy', brief: 'strategy',
  pool: 'capacity', pot: 'capacity', funding_request: 'capacity', staffing_request: 'capacity', task: 'delivery', strategic_milestone: 'delivery', risk: 'delivery', issue: 'delivery', scenario: 'portfolio', value_entry: 'value', benefit: 'value', plan_line: 'value', success_story: 'value', network_node: 'value', network_edge: 'value', unit: 'people', decision: 'governance', pmo_service: 'governance', framework: 'governance', method_item: 'governance', health_check: 'governance', deliverable: 'governance', communication: 'governance', obligation: 'governance', charter: 'governance', course: 'governance', community: 'governance',
} as const
export type SubjectKind = keyof typeof subjectRooms
export const subjectKinds = Object.keys(subjectRooms) as readonly SubjectKind[]

/** One thing of the organisation, by the room that keeps it, its kind and its id. */
export const Subject = Type.Object({ room: ShortText(40), kind: OneOf(subjectKinds), id: Id }, { title: 'Subject' })
export type Subject = Static<typeof Subject>

/** A subject with what it is called and the page that shows it; null where it is gone or has none. */
export const NamedSubject = Type.Object({ room: Type.String(), kind: Type.String(), id: Type.String(), name: Nullable(Type.String()), place: Nullable(Type.String({ description: 'Address of its page in the app' })) })
export type NamedSubject = Static<typeof NamedSubject>

/** Where a page of a list ended: given back to get the next one. */
export const Cursor = Type.String({ maxLength: 80, pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]{8,15}Z_[0-9a-f-]{36}$', description: 'A place in the list as the reply gave it in next' })

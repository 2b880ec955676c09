import type { Member, RoleAssignment, Session, Token, Unit } from '@throughline/contract/people'
import type { Example } from '@throughline/contract/demand'
import { permissions, type Problem } from '@throughline/contract/wire'

/** The session of an owner, for pages rendered in named states. */
export const ownerSession: Session = {
  account: { id: 'a1', name: 'Anna Lindqvist', email: 'anna@meridian.example' },
  organisation: { id: 'o1', name: 'Meridian Group', currency: 'GBP', calendar: { startMonth: 4, startDay: 1, label: 'span' }, version: 1 },
  role: 'owner', csrf: 't', can: { edit: true, administer: true }, may: [...permissions], mayInPart: [...permissions], mustAddFactor: false, empty: false,
}
export const viewerSession: Session = { ...ownerSession, role: 'viewer', can: { edit: false, administer: false }, may: ['read', 'own', 'see_money', 'see_people', 'take_part'], mayInPart: ['read', 'own', 'see_money', 'see_people', 'take_part'] }

export const members: readonly Member[] = [
  { id: 'a1', name: 'Anna Lindqvist', email: 'anna@meridian.example', role: 'owner', service: false, createdAt: '2026-11-01T08:00:00Z', version: 1 },
  { id: 'a2', name: 'Peter Novak', email: 'peter@meridian.example', role: 'viewer', service: false, createdAt: '2026-11-02T08:00:00Z', version: 3 },
]
export const tokens: readonly Token[] = [{ id: 't1', name: 'Nightly export', role: 'viewer', may: ['read', 'own', 'see_money', 'see_people', 'take_part'], owner: { id: 'a1', name: 'Anna Lindqvist', service: false }, createdAt: '2026-11-02T08:00:00Z', expiresAt: null, lastUsedAt: null }]
export const assignments: readonly RoleAssignment[] = [
  { id: 'r1', member: { id: 'a2', name: 'Peter Novak' }, role: 'project_manager', scope: { kind: 'unit', id: 'u2', name: 'Department for Transport' }, lastOn: '2026-12-31', delegatedBy: { id: 'a1', name: 'Anna Lindqvist' }, note: 'Holiday', givenBy: 'Anna Lindqvist', givenAt: '2026-11-02T08:00:00Z', standing: 'in_force', may: ['end'] },
  { id: 'r2', member: { id: 'a2', name: 'Peter Novak' }, role: 'finance', scope: { kind: 'organisation', id: null, name: null }, lastOn: '2026-10-31', delegatedBy: null, note: '', givenBy: 'Anna Lindqvist', givenAt: '2026-10-02T08:00:00Z', standing: 'over', may: [] },
]
export const units: readonly Unit[] = [
  { id: 'u1', code: 'HMG', name: 'HM Government', parentId: null, kind: 'group', version: 1 },
  { id: 'u2', code: 'DfT', name: 'Department for Transport', parentId: 'u1', kind: 'department', version: 1 },
]
export const example: Example = {
  key: 'uk-gmpp', title: 'UK Government Major Projects Portfolio', about: 'The largest and riskiest projects of the UK government, as published once a year.',
  licence: 'Contains public sector information licensed under the Open Government Licence v3.0', source: 'Infrastructure and Projects Authority', publications: 11,
}
export const refusal = (code: string, status: number, detail: string): Problem => ({ type: `/problems#${code}`, title: 'Refused', status, code, detail })

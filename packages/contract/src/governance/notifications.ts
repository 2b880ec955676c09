import { Type, type Static } from 'typebox'
import { Id, Instant, Nullable, OneOf, route } from '../wire/index.ts'
import { Cursor, NamedSubject, Subject } from './subjects.ts'

/** Why somebody is told something. Each can be switched off by the one who is told. */
export const notificationReasons = ['mention', 'reply', 'followed_comment', 'followed_change', 'proposal_to_decide', 'approval_result', 'import_finished', 'import_undone', 'job_done', 'job_failed', 'seal_broken', 'webhook_failed', 'asked_to_judge', 'workshop_closed', 'signal_to_answer', 'signal_answered', 'assumption_tripped', 'brief_to_read', 'service_asked', 'service_given', 'service_answered', 'service_judged', 'offer_to_answer', 'offer_answered', 'idea_answered', 'idea_given', 'attestation_to_verify', 'attestation_judged', 'named_in_story', 'message_told', 'message_answered', 'review_given', 'recommendation_given', 'recommendation_answered', 'recommendation_checked', 'place_changed', 'skill_assessed', 'mentoring_changed', 'question_answered', 'defect_escaped', 'deliverable_decided', 'condition_given', 'reuse_offered', 'reuse_answered', 'commitment_asked', 'commitment_answered'] as const
export const NotificationReason = OneOf(notificationReasons)
export type NotificationReason = Static<typeof NotificationReason>

/** Something that one person was told. Nobody else sees it. */
export const Notification = Type.Object({ id: Id, reason: NotificationReason, by: Nullable(Type.String()), subject: Nullable(NamedSubject), words: Type.String({ description: 'The beginning of what was said, or what it is about' }), act: Nullable(Type.String({ description: 'The act, or the kind of job, that it is about' })), commentId: Nullable(Id), at: Instant, readAt: Nullable(Instant) })
export type Notification = Static<typeof Notification>
export const NotificationPage = Type.Object({ notifications: Type.Array(Notification), next: Nullable(Cursor), unread: Type.Integer() })
export type NotificationPage = Static<typeof NotificationPage>
export const Unread = Type.Object({ unread: Type.Integer({ description: 'At most 100: beyond it nobody counts' }) })
export type Unread = Static<typeof Unread>

/** For each reason whether it is told in the app. */
export const NotificationChoices = Type.Object(Object.fromEntries(notificationReasons.map((reason) => [reason, Type.Boolean()])) as Record<NotificationReason, ReturnType<typeof Type.Boolean>>)
export type NotificationChoices = Readonly<Record<NotificationReason, boolean>>

export const Following = Type.Object({ subject: Subject, following: Type.Boolean() })

export const notificationRoutes = {
  listNotifications: route({ method: 'GET', path: '/api/governance/notifications', summary: 'What you were told, newest first', access: 'read', query: Type.Object({ unread: Type.Optional(Type.Boolean()), cursor: Type.Optional(Cursor) }), reply: NotificationPage }),
  countUnread: route({ method: 'GET', path: '/api/governance/notifications/unread', summary: 'How much of it you have not read', access: 'read', reply: Unread }),
  markRead: route({ method: 'POST', path: '/api/governance/notifications/read', summary: 'Mark notifications as read: those named, or all', access: 'own', body: Type.Object({ ids: Type.Union([Type.Literal('all'), Type.Array(Id, { maxItems: 200 })]) }), reply: Unread }),
  readChoices: route({ method: 'GET', path: '/api/governance/notifications/choices', summary: 'For which reasons you are told', access: 'read', reply: NotificationChoices }),
  changeChoices: route({ method: 'PATCH', path: '/api/governance/notifications/choices', summary: 'Switch reasons on or off', access: 'own', body: Type.Object({ choices: Type.Partial(NotificationChoices) }), reply: NotificationChoices }),
  follow: route({ method: 'PUT', path: '/api/governance/follows', summary: 'Follow a thing, or follow it no longer', access: 'own', body: Following, reply: Following, refusals: ['subject_unknown'] }),
} as const

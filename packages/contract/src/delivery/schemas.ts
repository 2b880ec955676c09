import { taskKinds, taskStates } from '@throughline/engine/delivery'
import { Type, type Static } from 'typebox'
import { CivilDate, Id, Nullable, OneOf, ShortText, Version } from '../wire/index.ts'

export const TaskKind = OneOf(taskKinds, 'A heading over others; work that is planned in detail; work that is not yet; a task; an event that takes no time')
export const TaskState = OneOf(taskStates, 'How far it is, as somebody recorded it')
export const TaskKey = ShortText(120)
export const TaskName = ShortText(300)
export const Wbs = ShortText(260)
export const TaskOwner = ShortText(200)
export const TaskLink = ShortText(1020)

const named = Type.Object({ id: Id, name: Type.String() })
/** A benefit, or a change of the benefits network, that comes about by some work. */
export const Enabled = Type.Object({ kind: OneOf(['benefit', 'change']), id: Id, name: Type.String() })
export type Enabled = Static<typeof Enabled>
const stateCounts = Type.Object({ not_started: Type.Integer(), in_progress: Type.Integer(), done: Type.Integer(), cancelled: Type.Integer() })

/** One piece of work of an initiative, or an event of it. */
export const Task = Type.Object({
  id: Id, key: Type.String({ description: 'What its source calls it, such as PAY-12 or the UID of a plan; unique in its initiative' }), name: Type.String(), initiative: named,
  wbs: Nullable(Type.String()), kind: TaskKind, /** What it stands below: by its WBS code, else as it was said. */ parent: Nullable(named), /** How deep, 0 at the top. */ depth: Type.Integer(),
  owner: Nullable(Type.String()), state: TaskState, startOn: Nullable(CivilDate), finishOn: Nullable(CivilDate), finishedOn: Nullable(CivilDate),
  /** Whether it was to be finished by now and is neither done nor cancelled. */ overdue: Type.Boolean(),
  link: Nullable(Type.String({ description: 'Where its source shows it' })), enables: Nullable(Enabled),
  /** Of one that has parts: what has none below it, by state. */ parts: Nullable(stateCounts), version: Version,
})
export type Task = Static<typeof Task>

export const TasksAsked = Type.Object({
  search: Type.Optional(ShortText(120)), state: Type.Optional(TaskState), kind: Type.Optional(TaskKind), overdue: Type.Optional(Type.Boolean({ description: 'Only what was to be finished by now and is not' })),
  from: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000_000, description: 'How many to pass over' })), limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, description: '100 where it is left out' })),
})
export type TasksAsked = Static<typeof TasksAsked>

/** A page of the work of an initiative, each task above its parts. */
export const TaskList = Type.Object({
  initiative: named, tasks: Type.Array(Task), from: Type.Integer(), /** How many there are of what was asked for. */ total: Type.Integer(),
  /** All of its work by state, whatever was asked for: what has no parts, milestones apart. */
  counts: Type.Object({ work: stateCounts, milestones: stateCounts, overdue: Type.Integer() }), may: Type.Array(Type.String()),
})
export type TaskList = Static<typeof TaskList>

const parts = {
  wbs: Type.Optional(Nullable(Wbs)), parentId: Type.Optional(Nullable(Id)), kind: Type.Optional(TaskKind), owner: Type.Optional(Nullable(TaskOwner)), state: Type.Optional(TaskState),
  startOn: Type.Optional(Nullable(CivilDate)), finishOn: Type.Optional(Nullable(CivilDate)), finishedOn: Type.Optional(Nullable(CivilDate)), link: Type.Optional(Nullable(TaskLink)),
  enables: Type.Optional(Nullable(Type.Object({ kind: OneOf(['benefit', 'change']), id: Id }))),
}
/** A task as it is to be. Without a key it gets the next free one of its initiative, such as T-7. */
export const NewTask = Type.Object({ key: Type.Optional(TaskKey), name: TaskName, ...parts })
export type NewTask = Static<typeof NewTask>
/** What is to change; a WBS code given decides what it stands below, and what is below it by code goes with the code it has. */
export const TaskChange = Type.Object({ version: Version, key: Type.Optional(TaskKey), name: Type.Optional(TaskName), ...parts })
export type TaskChange = Static<typeof TaskChange>

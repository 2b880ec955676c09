import type { Problem, ReplyOf, RequestOf, Route } from '@throughline/contract/wire'
import type { Constraint, PinPrice, SelectionInput, SelectionResult } from '@throughline/engine/portfolio'
import type { Caller, People } from '../database/index.ts'
import type { Person } from './pattern.ts'

/** What scenarios are played on: the whole application, where each asks for an organisation of its own. */
export type Stage = {
  readonly stranger: Caller
  /** The time on the stage, and letting it pass. */
  now(): Date
  pass(minutes: number): void
  newOrganisation(): Promise<People>
  withToken(secret: string): Caller
  /** Someone whose requests reach the application while its database cannot be reached. */
  withoutDatabase(person: People['owner']): Promise<Caller>
}

/** What the last act was answered with. A refusal that no sentence speaks of fails the scenario. */
export type LastAnswer = { readonly status: number; readonly body: unknown; spokenOf: boolean }

/** What one scenario has at hand from sentence to sentence. */
export type World = {
  readonly stage: Stage
  readonly home: People
  readonly other: () => Promise<People>
  answer: LastAnswer | undefined
  /** Secret of the token that was made last. */
  token: string | undefined
  /** Headers of the session that goes on under another secret. */
  session?: Readonly<Record<string, string>>
  /** Versions as they were when someone opened an initiative: `the editor A`. */
  readonly opened: Map<string, number>
  importId: string | undefined
  /** The archive that was saved last. */
  archive?: Uint8Array
  jobId: string | undefined
  readonly constraints: Constraint[]
  selected: { readonly input: SelectionInput; readonly result: SelectionResult } | undefined
  pinPrices: readonly PinPrice[] | undefined
  databaseAway: boolean
}

/** An empty organisation and nothing done yet. */
export async function newWorld(stage: Stage): Promise<World> {
  let other: Promise<People> | undefined
  return {
    stage, home: await stage.newOrganisation(), other: () => (other ??= stage.newOrganisation()),
    answer: undefined, token: undefined, opened: new Map(), importId: undefined, jobId: undefined, constraints: [], selected: undefined, pinPrices: undefined, databaseAway: false,
  }
}

/** The caller that a sentence means. */
export async function callerOf(world: World, person: Person): Promise<Caller> {
  const { home, stage } = world
  switch (person) {
    case 'a stranger':
      return stage.stranger
    case 'the token':
      return stage.withToken(present(world.token, 'token'))
    case 'the editor of another organisation':
      return (await world.other()).editor
    case 'the viewer of another organisation':
      return (await world.other()).viewer
    default: {
      const member = home[memberRoles[person]]
      return world.databaseAway ? stage.withoutDatabase(member) : member
    }
  }
}

export const memberRoles = { 'the owner': 'owner', 'the editor': 'editor', 'the viewer': 'viewer' } as const satisfies Partial<Record<Person, 'owner' | 'editor' | 'viewer'>>
/** The account of somebody of the first organisation; throws where a sentence speaks of anybody else. */
export const accountOf = ({ home }: World, person: Person): string => home[present(memberRoles[person as keyof typeof memberRoles], `member ${person}`)].actor.accountId

/** Does something in a person's name and keeps the answer for the sentences that follow; undefined where it was refused. */
export async function act<const R extends Route>(world: World, person: Person, route: R, request: RequestOf<R>, headers?: Readonly<Record<string, string>>): Promise<ReplyOf<R> | undefined> {
  const { status, body } = await (await callerOf(world, person)).call(route, request, headers)
  world.answer = { status, body, spokenOf: status < 300 }
  return status < 300 ? (body as ReplyOf<R>) : undefined
}

/** The problem that the last act was answered with; from here on it is spoken of. */
export function refusalOf(world: World): Problem {
  const answer = present(world.answer, 'answer')
  if (answer.status < 300) throw new Error(`found that it was done (${answer.status}); expected a refusal`)
  answer.spokenOf = true
  return answer.body as Problem
}

/** What an earlier sentence must have brought. */
export function present<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`found no ${what} so far; expected a sentence before this one to bring it`)
  return value
}

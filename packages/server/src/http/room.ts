import type { Result } from '@throughline/engine/kernel'
import type { BodyOf, EventStream, ParamsOf, Place, ProblemKind, QueryOf, Refusal, ReplyOf, Route, WireRefusal } from '@throughline/contract/wire'
import type { Actor as DatabaseActor, Db, Migration, Moment, Tx } from '../database/index.ts'
import type { JobKind } from '../jobs/index.ts'
import type { AccountServices, Part, SignOnServing } from '../people/index.ts'

/** Who calls: the account, its organisation and role, and how it showed who it is. */
export type Actor = DatabaseActor & { readonly email: string; readonly via: 'session' | 'token'; readonly sessionId?: string; readonly csrf?: string; /** When the person last proved who they are, in a session. */ readonly provedAt?: string; /** The organisation asks for a second factor that this session has not shown. */ readonly lacksFactor?: boolean; /** The moment that is asked for; left out, the present. */ readonly moment?: Moment }

/** What a handler may need beside the request's parts. */
export type RequestContext = {
  readonly db: Db
  /** The present, or the moment that is asked for. */
  readonly now: Date
  readonly requestId: string
  /** The address of the socket, or of the client behind a trusted proxy. */
  readonly address: string
  /** Begins a session on the caller's side by its cookie, or ends it; returns what the page sends back as x-csrf-token. */
  readonly session: { readonly presented?: string; begin(secret: string): string; end(): void }
  /** The browser: what it says of itself, and the secret by which it is known from earlier times. */
  readonly browser: { readonly userAgent?: string; readonly presented?: string; remember(secret: string): void }
  /** The address of the page, `https://host`: the one that is set, or else the one that was asked. */
  readonly origin: string
  readonly accounts: AccountServices
  readonly signOn: SignOnServing
  /** The most bytes of files of evidence that one organisation keeps. */
  readonly evidenceBytes: number
  /** Whether any room holds work (initiatives, objectives) or amounts of money in the organisation of the transaction. */
  holds(what: Held, tx: Tx): Promise<boolean>
  readonly places: Places
}

/** A thing that stands in a part of the organisation, where roles may be given. */
export type Placed = { readonly id: string; readonly name: string; readonly part: Part }
/** Finds things of a kind by their ids, each with its part; one that is not there is left out. */
export type Places = Partial<Readonly<Record<Place['kind'], (tx: Tx, ids: readonly string[]) => Promise<readonly Placed[]>>>>

/** What a room may hold: work to show, or amounts in the organisation's currency. */
export type Held = 'work' | 'amounts'

/** A file as it comes in, and how many bytes the sender says it has. */
export type Incoming = { readonly bytes: AsyncIterable<Uint8Array>; readonly announced: number | undefined }

/** A reply that is a file. */
export type Download = { /** The whole file, or its pieces as they are made. */ readonly bytes: Uint8Array | AsyncIterable<Uint8Array>; readonly contentType: string; readonly fileName?: string }

export type HandlerRequest<R extends Route> = {
  readonly params: ParamsOf<R>
  readonly query: QueryOf<R>
  readonly body: R extends { streamedUpTo: number } ? Incoming : BodyOf<R>
  /** Absent on public routes alone. */
  readonly actor: R['access'] extends 'public' ? undefined : Actor
  readonly context: RequestContext
}
export type HandlerReply<R extends Route> = R['reply'] extends 'bytes' ? Download : R['status'] extends 204 ? unknown : ReplyOf<R>

/** One handler for each route of the contract; one too few or too many does not compile. */
export type Handlers<Routes extends Readonly<Record<string, Route>>, Code extends string = string> = {
  readonly [Name in keyof Routes]: (request: HandlerRequest<Routes[Name]>) => Promise<Result<HandlerReply<Routes[Name]>, Refusal<Code | WireRefusal['code']>>>
}

type Room<Routes extends Readonly<Record<string, Route>>, Problems extends Readonly<Record<string, ProblemKind>>> = {
  /** The room's name, as in the folders and addresses. */
  readonly room: string
  /** What the room is for, in one line, for the reference page. */
  readonly about: string
  readonly routes: Routes
  /** Streams that the server serves apart from the routes; described with them. */
  readonly streams?: Readonly<Record<string, EventStream>>
  readonly problems: Problems
  readonly handlers: Handlers<Routes, keyof Problems & string>
  readonly migrations: readonly Migration[]
  readonly jobs?: readonly JobKind[]
  /** Tells whether the organisation has any of it in this room; left out where the room never does. */
  readonly holds?: Partial<Readonly<Record<Held, (tx: Tx) => Promise<boolean>>>>
  /** In which part of the organisation the things of this room stand. */
  readonly places?: Places
  /** The fields that the organisation added in this room and that hold amounts, by id. */
  readonly amountFields?: (tx: Tx) => Promise<readonly string[]>
}

/** A room as the server sees it, whatever its routes. */
export type RoomServer = Omit<Room<Readonly<Record<string, Route>>, Readonly<Record<string, ProblemKind>>>, 'handlers'> & { readonly handlers: Readonly<Record<string, AnyHandler>> }
export type AnyHandler = (request: { params: unknown; query: unknown; body: unknown; actor: Actor | undefined; context: RequestContext }) => Promise<Result<unknown, Refusal>>

/** Declares a room: checks that its handlers are exactly those of its routes and refuse only with its problems. */
export function roomServer<const Routes extends Readonly<Record<string, Route>>, const Problems extends Readonly<Record<string, ProblemKind>>>(room: Room<Routes, Problems>): RoomServer {
  // A handler is called only with what its own route's schemas have accepted, so that forgetting the types here is safe.
  return room as unknown as RoomServer
}

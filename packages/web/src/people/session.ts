import { peopleRoutes, type Session } from '@throughline/contract/people'
import type { Problem } from '@throughline/contract/wire'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { call, isPast, isSignedOut, keyOf, problemOf, useMoment, useRead } from '../wire/index.ts'

/** Who is at the screen: nobody yet because the installation is new, nobody because nobody signed in, or a person with rights. */
export type SessionState =
  | { readonly state: 'loading' }
  | { readonly state: 'unreachable'; readonly problem: Problem; again(): void }
  | { readonly state: 'setup' }
  | { readonly state: 'signed_out' }
  | { readonly state: 'signed_in'; readonly session: Session }

/** The session in force, from GET /api/people/session; it carries the rights, so that no page guesses them. */
export function useSession(): SessionState {
  const found = useQuery<Session | null>({ queryKey: keyOf(peopleRoutes.readSession, {}), queryFn: ({ signal }) => readSession(signal), staleTime: 60_000 })
  const setup = useRead(peopleRoutes.readSetup, {}, { enabled: found.data === null })
  if (found.data) return { state: 'signed_in', session: found.data }
  if (found.error && found.data === undefined) return { state: 'unreachable', problem: problemOf(found.error), again: () => void found.refetch() }
  if (found.data === undefined) return { state: 'loading' }
  switch (setup.state) {
    case 'loading':
      return { state: 'loading' }
    case 'refused':
      return { state: 'unreachable', problem: setup.problem, again: setup.again }
    case 'full':
      return { state: setup.value.needed ? 'setup' : 'signed_out' }
  }
}

/** The session, or null where nobody is signed in: an answer like any other, so that screens for nobody do not ask again and again. */
async function readSession(signal: AbortSignal): Promise<Session | null> {
  try {
    return await call(peopleRoutes.readSession, {}, { signal })
  } catch (error) {
    if (isSignedOut(error)) return null
    throw error
  }
}

/** The session of a page that is only shown to someone signed in; undefined while it loads. In the past there is nothing to change. */
export function useSignedIn(): Session | undefined {
  const found = useSession()
  const past = isPast(useMoment())
  if (found.state !== 'signed_in') return undefined
  return past ? inThePast(found.session) : found.session
}

/** What somebody may do while the past is shown: look. */
export const inThePast = (session: Session): Session => ({ ...session, can: { edit: false, administer: false }, may: session.may.filter(looks), mayInPart: session.mayInPart.filter(looks) })

/** What of somebody's rights holds in the past as well. */
const looks = (right: Session['may'][number]): boolean => right === 'read' || right === 'see_money' || right === 'see_people'

/** Whether a person may do something anywhere; where rows differ, each says for itself. */
export const allows = (session: Session | undefined, right: Session['may'][number]): boolean => session?.mayInPart.includes(right) ?? false

/** Ends the session and forgets everything that was read under it. Who came by an identity provider is led there to sign out as well. */
export function useSignOut(): () => Promise<void> {
  const client = useQueryClient()
  return async () => {
    const left = await call(peopleRoutes.leaveSignOn, {}).catch((error: unknown) => {
      if (!isSignedOut(error)) throw error
    })
    if (left?.address) return window.location.assign(left.address)
    await client.resetQueries()
  }
}

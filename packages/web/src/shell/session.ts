import { createContext, useContext } from 'react'
import type { ComponentType } from 'react'

/** Who is at the screen, as far as the shell needs to know. */
export type GateState =
  | { readonly state: 'loading' }
  | { readonly state: 'unreachable'; readonly title: string; readonly detail: string; again(): void }
  | { readonly state: 'setup' }
  | { readonly state: 'signed_out' }
  | {
      readonly state: 'signed_in'
      readonly name: string
      readonly email: string
      readonly organisation: string
      /** BCP 47 tag in which figures and dates are written. */
      readonly locale?: string
      /** The organisation holds nothing yet, and this person may change that. */
      readonly mayBegin: boolean
      signOut(): Promise<void>
    }

/** What the people room gives the shell: who is there, and the screens for when nobody is. */
export type SessionGate = {
  useSession(): GateState
  readonly SignIn: ComponentType
  /** The installation's first account, and what a new organisation begins with. */
  readonly FirstRun: ComponentType<{ onBegun(): void }>
  /** Offers what the rooms hold to the palette's search; shows nothing. */
  readonly Finder: ComponentType
  /** What the person was told, in the navigation; while it is there, pages keep up with what others do. */
  readonly Bell: ComponentType
  /** The bar that says which past moment the pages show, and the question for one. */
  readonly Moment: ComponentType<{ readonly asking: boolean; onAsk(): void; onDone(): void }>
}

const GateContext = createContext<SessionGate | undefined>(undefined)
export const SessionGateProvider = GateContext.Provider

/** The gate given at the root. */
export function useGate(): SessionGate {
  const gate = useContext(GateContext)
  if (!gate) throw new Error('The shell stands inside a SessionGateProvider')
  return gate
}

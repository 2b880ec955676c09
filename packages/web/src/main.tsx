import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { lazy, StrictMode, Suspense } from 'react'
import { createRoot } from 'react-dom/client'
import { standsBefore, useSession, useSignOut } from './people/index.ts'
import { allPages } from './shell/rooms.ts'
import { buildRouter } from './shell/router.tsx'
import { SessionGateProvider } from './shell/session.ts'
import type { GateState, SessionGate } from './shell/session.ts'
import { styled } from './shell/styled.ts'
import './style/index.css'
import { createQueryClient } from './wire/index.ts'

const SignIn = lazy(styled(() => import('./people/pages/sign-in/index.tsx')))
const FirstRun = lazy(styled(() => import('./people/pages/first-run/index.tsx')))

/** What the people room knows of the session, in the shell's words. */
function useGateState(): GateState {
  const found = useSession()
  const signOut = useSignOut()
  switch (found.state) {
    case 'loading':
    case 'setup':
    case 'signed_out':
      return found
    case 'unreachable':
      return { state: 'unreachable', title: found.problem.title, detail: found.problem.detail, again: found.again }
    case 'signed_in': {
      if (standsBefore(found.session)) return { state: 'signed_out' }
      const { account, organisation, empty, can } = found.session
      return { state: 'signed_in', name: account.name, email: account.email, organisation: organisation.name, mayBegin: empty && can.edit, signOut }
    }
  }
}

const Bell = lazy(styled(async () => ({ default: (await import('./governance/index.ts')).Bell })))
const Finder = lazy(styled(async () => ({ default: (await import('./portfolio/index.ts')).PaletteFinder })))
const Moment = lazy(styled(async () => ({ default: (await import('./portfolio/index.ts')).MomentGate })))
const gate: SessionGate = { useSession: useGateState, SignIn, FirstRun, Bell, Finder, Moment }
const client = createQueryClient()
const router = buildRouter(allPages, client)
const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <SessionGateProvider value={gate}>
          <Suspense fallback={null}>
            <RouterProvider router={router} />
          </Suspense>
        </SessionGateProvider>
      </QueryClientProvider>
    </StrictMode>,
  )
}

export { standsBefore } from './entrance.ts'
export { allows, useSession, useSignedIn, useSignOut, type SessionState } from './session.ts'
export { useChoices } from './start.ts'
export { Choices, type ChoicesProps } from './pages/first-run/parts/Choices.tsx'

/** Why each candidate is in or out: heavier with its grid than the solver, and needed only once there is something to tell. */
export { VerdictDrawer } from './VerdictDrawer.tsx'
export { Verdicts } from './Verdicts.tsx'

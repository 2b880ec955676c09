import type { Session } from '@throughline/contract/people'

let held = false

/** Keeps the screen before the app until the page is loaded anew, whatever the session says by then: what is shown there is shown once. */
export const holdEntrance = (): void => void (held = true)

/** Whether somebody who is signed in stands before the app all the same: by a link to set a password or to join, or for a second factor that is asked for. */
export const standsBefore = ({ mustAddFactor }: Pick<Session, 'mustAddFactor'>): boolean => mustAddFactor || held || /^\/people\/(reset|invitation)$/.test(location.pathname)

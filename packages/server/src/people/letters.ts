import type { Letter } from '../mail/index.ts'

type Person = { readonly name: string; readonly email: string }

/** A letter with a link to set a new password. */
export const resetLetter = (to: Person, address: string, holds: string): Letter => ({
  to, subject: 'Set a new password for Throughline', paragraphs: ['Somebody, probably you, asked for a new password for your Throughline account.'],
  act: { words: 'Set a new password', address },
  after: [`The link works once, for ${holds}. When you use it, you are signed out everywhere.`, 'If you did not ask for it, do nothing: your password stays as it is.'],
})

export const invitationLetter = (to: Person, { organisation, invitedBy, address, days }: { readonly organisation: string; readonly invitedBy: string; readonly address: string; readonly days: number }): Letter => ({
  to, subject: `${invitedBy} invites you to ${organisation} on Throughline`, paragraphs: [`${invitedBy} gives you access to the portfolio of ${organisation}.`],
  act: { words: 'Accept the invitation', address }, after: [`The link works once, for ${days} days. If you know neither of them, do nothing.`],
})

/** What happened to an account, for its person to object. */
export const noticeLetter = (to: Person, what: keyof typeof notices, now: Date): Letter => ({
  to, subject: notices[what].subject, paragraphs: [`${notices[what].words} This was on ${now.toISOString().slice(0, 16).replace('T', ' at ')} UTC.`],
  after: ['If that was you, there is nothing to do. If not, set a new password at once (“Forgot password?” where you sign in), end all sessions under “Your account”, and tell whoever gives access.'],
})

const notices = {
  password: { subject: 'Your password was changed', words: 'The password of your Throughline account was changed, and you were signed out everywhere else.' },
  factor_added: { subject: 'A second factor was added', words: 'A second factor was added to your Throughline account.' },
  factor_removed: { subject: 'A second factor was removed', words: 'A second factor of your Throughline account was removed.' },
  recovery_codes: { subject: 'New recovery codes were made', words: 'New recovery codes were made for your Throughline account; the ones before no longer work.' },
  new_browser: { subject: 'A sign-in from a new browser', words: 'Somebody signed in to your Throughline account from a browser that it was not signed in from before.' },
} as const

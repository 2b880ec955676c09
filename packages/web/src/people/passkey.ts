import type { Problem } from '@throughline/contract/wire'
import { ok, refuse, type Result } from '@throughline/engine/kernel'

type Options = Record<string, unknown>

/** Whether this browser can make and use passkeys at all; only on pages that came over https, or from this machine. */
export const knowsPasskeys = (): boolean => typeof window !== 'undefined' && 'PublicKeyCredential' in window && window.isSecureContext

/** Lets the browser make a passkey; a problem where the person or the device declines. */
export const makePasskey = (options: Options): Promise<Result<Options, Problem>> => attempt(async ({ startRegistration }) => (await startRegistration({ optionsJSON: options as never })) as unknown as Options)

/** Lets the browser use a passkey. */
export const askPasskey = (options: Options): Promise<Result<Options, Problem>> => attempt(async ({ startAuthentication }) => (await startAuthentication({ optionsJSON: options as never })) as unknown as Options)

async function attempt(act: (browser: typeof import('@simplewebauthn/browser')) => Promise<Options>): Promise<Result<Options, Problem>> {
  try {
    return ok(await act(await import('@simplewebauthn/browser')))
  } catch (error) {
    return refuse(problemOf(error))
  }
}

/** What the browser says, in words for the person in front of it. */
function problemOf(error: unknown): Problem {
  const name = error instanceof Error ? error.name : ''
  const detail = details[name] ?? (error instanceof Error ? error.message : String(error))
  return { type: '/problems#passkey_declined', title: 'No passkey was used', status: 0, code: 'passkey_declined', detail }
}
const details: Readonly<Record<string, string>> = {
  NotAllowedError: 'It was cancelled, took too long, or this device has no passkey for this place.',
  InvalidStateError: 'This device holds a passkey for your account already.',
  SecurityError: 'Passkeys work on pages that came over https.',
}

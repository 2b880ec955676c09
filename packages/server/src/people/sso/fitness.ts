import { ok, refuse, type Result } from '@throughline/engine/kernel'
import type { Refusal } from '@throughline/contract/wire'
import { messageOf } from '../../config/index.ts'
import { discover } from './oidc.ts'
import type { Provider } from './provider.ts'
import type { Reach } from './reach.ts'

export type UnfitRefusal = Refusal<'provider_unfit'>

export const unfit = (issuer: string, found: string, expected: string): { readonly ok: false; readonly refusal: UnfitRefusal } => refuse({ code: 'provider_unfit', values: { issuer, found, expected } }) as { readonly ok: false; readonly refusal: UnfitRefusal }

/** An error in one line, with what caused it. */
export const wholeMessage = (error: unknown): string => [messageOf(error), error instanceof Error && error.cause instanceof Error ? error.cause.message : ''].filter(Boolean).join(': ')

/** Refuses an OpenID provider that cannot be used as it is described, before anybody depends on it. */
export async function checkOidc(provider: Provider, reach: Reach): Promise<Result<void, UnfitRefusal>> {
  const { issuer } = provider
  if (provider.clientId === '') return unfit(issuer, 'no client id', 'the client id under which the provider knows this installation')
  if (!URL.canParse(issuer) || /\/\.well-known\/|[?#]/.test(issuer)) return unfit(issuer || 'It', 'something else than an issuer', 'the issuer’s address, https://…, as its discovery document names it')
  try {
    await discover(provider, reach)
    return ok(undefined)
  } catch (error) {
    return unfit(issuer, wholeMessage(error), 'a discovery document below /.well-known/openid-configuration that names this issuer')
  }
}

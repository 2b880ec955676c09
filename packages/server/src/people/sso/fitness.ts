import { refuse } from '@throughline/engine/kernel'
import type { Refusal } from '@throughline/contract/wire'
import { messageOf } from '../../config/index.ts'
import { discover } from './oidc.ts'
import type { Provider } from './provider.ts'
import type { Reach } from './reach.ts'

/** Why a provider cannot be used as it is described, before anybody depends on it; undefined where it can. */
export async function unfitness(provider: Provider, reach: Reach): Promise<{ readonly ok: false; readonly refusal: Refusal<'provider_unfit'> } | undefined> {
  const unfit = (found: string, expected: string) => refuse({ code: 'provider_unfit', values: { issuer: provider.issuer, found, expected } }) as { readonly ok: false; readonly refusal: Refusal<'provider_unfit'> }
  if (provider.clientId === '') return unfit('no client id', 'the client id under which the provider knows this installation')
  if (!URL.canParse(provider.issuer) || /\/\.well-known\/|[?#]/.test(provider.issuer)) return unfit('something else than an issuer', 'the issuer’s address, https://…, as its discovery document names it')
  try {
    await discover(provider, reach)
    return undefined
  } catch (error) {
    return unfit([messageOf(error), error instanceof Error && error.cause instanceof Error ? error.cause.message : ''].filter(Boolean).join(': '), 'a discovery document below /.well-known/openid-configuration that names this issuer')
  }
}

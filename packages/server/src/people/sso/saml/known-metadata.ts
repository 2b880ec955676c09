import type { CustomFetchOptions } from 'openid-client'
import type { Provider } from '../provider.ts'
import type { Reach } from '../reach.ts'
import { readMetadata, type ProviderMetadata } from './metadata.ts'

const known = new Map<string, { readonly metadata: Promise<ProviderMetadata>; readonly until: number }>()
const knownMs = 10 * 60_000
const mostKnown = 500
const asked = { method: 'GET', headers: { accept: 'application/samlmetadata+xml, application/xml, text/xml' }, body: undefined, redirect: 'manual' } as unknown as CustomFetchOptions

/** The metadata at an address, as they are now; throws where there are none that can be used. */
export async function fetchMetadata(url: string, reach: Reach): Promise<ProviderMetadata> {
  const reply = await reach.fetch(url, asked)
  if (reply.status !== 200) throw new Error(`${new URL(url).origin} answered ${reply.status}`)
  return readMetadata(await reply.text())
}

/**
 * What a provider says of itself, asked at most every ten minutes where it has an address for that, so that a new certificate is known before
 * it is used. While the address does not answer, or calls itself another issuer, what was kept when the provider was arranged stays in force.
 */
export async function currentMetadata({ issuer, saml }: Provider, reach: Reach): Promise<Pick<ProviderMetadata, 'entryPoint' | 'certificates'>> {
  if (!saml?.metadataUrl) return saml ?? { entryPoint: '', certificates: [] }
  const key = JSON.stringify([saml.metadataUrl, reach.network])
  const now = Date.now()
  let found = known.get(key)
  if (!found || found.until <= now) {
    if (known.size >= mostKnown) known.clear()
    found = { metadata: fetchMetadata(saml.metadataUrl, reach), until: now + knownMs }
    known.set(key, found)
  }
  const told = await found.metadata.catch(() => undefined)
  return told?.issuer === issuer ? told : saml
}

/** Forgets what an address said, as after it was arranged anew. */
export const forgetMetadata = (url: string, reach: Reach): void => void known.delete(JSON.stringify([url, reach.network]))

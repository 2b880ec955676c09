import { SAML, ValidateInResponseTo, type CacheProvider, type SamlConfig } from '@node-saml/node-saml'
import { messageOf } from '../../../config/index.ts'
import { SignOnRefused, type Provider } from '../provider.ts'
import type { Reach } from '../reach.ts'
import { readAssertion, skewMs, type Asserted } from './assertion.ts'
import { currentMetadata } from './known-metadata.ts'
import { pemOf } from './own-certificate.ts'
import { checkForm } from './response.ts'

/** Where a provider finds us: our entity id, at which our metadata are, and where it sends its answers. */
export type OwnPlaces = { readonly entityId: string; readonly acs: string }
/** A request by its id, as it was sent at an instant. */
export type Sent = { readonly requestId: string; readonly now: Date }

/** The provider's address with a request in it (SAML 2.0 Bindings, 3.4), signed where the provider wants that. */
export async function beginSaml(provider: Provider, places: OwnPlaces, { requestId, relayState }: { readonly requestId: string; readonly relayState: string }, reach: Reach): Promise<URL> {
  const { entryPoint, certificates } = await currentMetadata(provider, reach)
  const saml = new SAML({ ...configOf(provider, places, { entryPoint, certificates }), generateUniqueId: () => requestId })
  return new URL(await saml.getAuthorizeUrlAsync(relayState, undefined, {}))
}

/**
 * Who came back. The form of the response is checked first, then its assertion's signature by the certificates of the provider, and what is
 * read is what was signed and nothing beside it. Throws `SignOnRefused`.
 */
export async function finishSaml(provider: Provider, places: OwnPlaces, encoded: string, { requestId, now }: Sent, reach: Reach): Promise<Asserted> {
  const text = checkForm(encoded, { requestId, acs: places.acs })
  const saml = new SAML(configOf(provider, places, await currentMetadata(provider, reach)))
  const { profile } = await saml.validatePostResponseAsync({ SAMLResponse: Buffer.from(text, 'utf8').toString('base64') }).catch((error: unknown): never => {
    throw new SignOnRefused('invalid', messageOf(error))
  })
  const signed = profile?.getAssertionXml?.()
  if (signed === undefined) throw new SignOnRefused('invalid', 'no assertion that was signed')
  return readAssertion(signed, provider, { requestId, acs: places.acs, entityId: places.entityId, now })
}

/** Our own metadata, for the provider to read. */
export function ownMetadata(provider: Pick<Provider, 'saml' | 'clientSecret'> | undefined, places: OwnPlaces): string {
  const certificate = provider?.saml?.signsRequests ? provider.saml.ownCertificate : null
  const saml = new SAML({ idpCert: 'none', issuer: places.entityId, callbackUrl: places.acs, identifierFormat: null, wantAssertionsSigned: true, ...(certificate && provider?.clientSecret ? { privateKey: provider.clientSecret } : {}) })
  return saml.generateServiceProviderMetadata(null, certificate ?? null)
}

function configOf({ issuer, saml, clientSecret }: Provider, { entityId, acs }: OwnPlaces, { entryPoint, certificates }: { readonly entryPoint: string; readonly certificates: readonly string[] }): SamlConfig {
  return {
    entryPoint,
    idpIssuer: issuer,
    idpCert: certificates.map(pemOf),
    issuer: entityId,
    audience: entityId,
    callbackUrl: acs,
    wantAssertionsSigned: true,
    wantAuthnResponseSigned: false,
    // Which request is answered, and when, is checked on what was signed, against what the database keeps.
    validateInResponseTo: ValidateInResponseTo.never,
    cacheProvider: noCache,
    acceptedClockSkewMs: skewMs,
    identifierFormat: null,
    disableRequestedAuthnContext: true,
    signatureAlgorithm: 'sha256',
    digestAlgorithm: 'sha256',
    ...(saml?.signsRequests && clientSecret !== undefined ? { privateKey: clientSecret } : {}),
  }
}

const noCache: CacheProvider = { saveAsync: async () => null, getAsync: async () => null, removeAsync: async () => null }

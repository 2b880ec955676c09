import { X509Certificate } from 'node:crypto'
import { pemOf } from './own-certificate.ts'
import { childrenOf, elementsOf, ns, readXml, textOf, XmlRefused } from './xml.ts'

/** What a provider's metadata (SAML 2.0 Metadata) tell: who it is, where it is asked, by which certificates its answers are known. */
export type ProviderMetadata = {
  readonly issuer: string
  readonly entryPoint: string
  /** Base64 of each; several while one follows the other. */
  readonly certificates: readonly string[]
  readonly wantsSignedRequests: boolean
}

const redirect = 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect'
const mostCertificates = 10
const leastBits = 2048

/** Reads the metadata of one identity provider; throws `XmlRefused` with what is wrong in them. */
export function readMetadata(text: string): ProviderMetadata {
  const document = readXml(text, { comments: true })
  const entities = elementsOf(document, ns.metadata, 'EntityDescriptor').filter((entity) => childrenOf(entity, ns.metadata, 'IDPSSODescriptor').length > 0)
  const [entity] = entities
  if (!entity || entities.length > 1) throw new XmlRefused(`metadata of ${entities.length} identity providers; there is to be one`)
  const issuer = entity.getAttribute('entityID') ?? ''
  if (issuer === '' || issuer.length > 1_024 || /\s/.test(issuer)) throw new XmlRefused('no entity id')
  const roles = childrenOf(entity, ns.metadata, 'IDPSSODescriptor').filter((role) => (role.getAttribute('protocolSupportEnumeration') ?? '').split(/\s+/).includes(ns.protocol))
  const [role] = roles
  if (!role || roles.length > 1) throw new XmlRefused('no description of one identity provider of SAML 2.0')
  const entryPoint = childrenOf(role, ns.metadata, 'SingleSignOnService').find((service) => service.getAttribute('Binding') === redirect)?.getAttribute('Location') ?? ''
  if (!/^https?:$/.test(URL.parse(entryPoint)?.protocol ?? '')) throw new XmlRefused('no address for sign-in by the redirect binding')
  return { issuer, entryPoint, certificates: certificatesOf(role), wantsSignedRequests: /^(true|1)$/.test(role.getAttribute('WantAuthnRequestsSigned') ?? '') }
}

function certificatesOf(role: Element): readonly string[] {
  const keys = childrenOf(role, ns.metadata, 'KeyDescriptor').filter((key) => ['', null, 'signing'].includes(key.getAttribute('use')))
  const found = [...new Set(keys.flatMap((key) => elementsOf(key, ns.signature, 'X509Certificate')).map((element) => textOf(element).replaceAll(/\s+/g, '')))]
  if (found.length === 0 || found.length > mostCertificates) throw new XmlRefused(`${found.length} certificates to sign with; there are to be 1 to ${mostCertificates}`)
  for (const base64 of found) checkCertificate(base64)
  return found
}

function checkCertificate(base64: string): void {
  const certificate = certificateOf(base64)
  if (!certificate) throw new XmlRefused('a certificate that cannot be read')
  const { asymmetricKeyType: kind, asymmetricKeyDetails: details } = certificate.publicKey
  if (kind !== 'rsa' || (details?.modulusLength ?? 0) < leastBits) throw new XmlRefused(`a certificate with a key (${kind} ${details?.modulusLength ?? ''}) other than RSA of ${leastBits} bits or more`)
}

function certificateOf(base64: string): X509Certificate | undefined {
  try {
    return /^[A-Za-z0-9+/]+={0,2}$/.test(base64) ? new X509Certificate(pemOf(base64)) : undefined
  } catch {
    return undefined
  }
}

/** A certificate as an administrator compares it: its SHA-256 and its end, which is told and not enforced. */
export function shownCertificate(base64: string): { readonly fingerprint: string; readonly endsAt: string } {
  const certificate = new X509Certificate(pemOf(base64))
  return { fingerprint: certificate.fingerprint256, endsAt: new Date(certificate.validTo).toISOString() }
}

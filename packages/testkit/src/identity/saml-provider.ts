import { generateKeyPairSync } from 'node:crypto'
import { IdentityProvider, ServiceProvider, setSchemaValidator, SamlLib } from 'samlify'
import { newOwnKey } from '@throughline/server/people'

/** Somebody whom the provider knows. */
export type SamlPerson = { readonly nameId: string; readonly attributes?: Readonly<Record<string, string | readonly string[]>>; readonly nameIdFormat?: string }

/** How an assertion is made otherwise than it should be, before it is signed. */
export type SamlBend = { readonly template?: (template: string) => string; readonly values?: Readonly<Record<string, string>>; readonly issuer?: string; readonly unsigned?: boolean; readonly foreignKey?: boolean; readonly sha1?: boolean }

/** The answer that a browser carries back: the address it is posted to, and its form. */
export type SamlAnswer = { readonly acs: string; readonly xml: string; readonly relayState: string; readonly requestId: string }

/** A real SAML identity provider (samlify) with keys of its own, that answers a request as it is told. */
export type SamlProvider = {
  readonly issuer: string
  readonly metadata: string
  /** Metadata with another certificate before the one in use, as while certificates change. */
  metadataWith(certificate: string): string
  readonly certificate: string
  answer(start: string, spMetadata: string, person: SamlPerson, bend?: SamlBend): Promise<SamlAnswer>
}

const rsa = 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256'
const sha1 = 'http://www.w3.org/2000/09/xmldsig#rsa-sha1'
const bare = (pem: string): string => pem.replace(/-----[A-Z ]+-----|\s/g, '')

// The tests send what is no valid SAML on purpose; whoever reads it has to see to that.
setSchemaValidator({ validate: async () => 'not looked at' })

/** Makes a provider that calls itself so. */
export function samlProvider(issuer: string): SamlProvider {
  const own = newOwnKey(issuer, new Date('2026-01-01T00:00:00Z'))
  const foreign = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  const metadataOf = (...certificates: readonly string[]) => `<?xml version="1.0"?>
    <!-- made for tests --><md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" xmlns:ds="http://www.w3.org/2000/09/xmldsig#" entityID="${issuer}"><md:IDPSSODescriptor WantAuthnRequestsSigned="false" protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
    ${certificates.map((pem) => `<md:KeyDescriptor use="signing"><ds:KeyInfo><ds:X509Data><ds:X509Certificate>${bare(pem)}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>`).join('')}
    <md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" Location="${issuer}/sso"/></md:IDPSSODescriptor></md:EntityDescriptor>`
  const metadata = metadataOf(own.certificate)
  return {
    issuer, metadata, certificate: own.certificate,
    metadataWith: (certificate) => metadataOf(certificate, own.certificate),
    answer: async (start, spMetadata, person, bend = {}) => {
      const address = new URL(start)
      const sp = ServiceProvider({ metadata: spMetadata })
      const setting = { metadata, privateKey: bend.foreignKey ? foreign : own.privateKey, requestSignatureAlgorithm: bend.sha1 ? sha1 : rsa, loginResponseTemplate: { context: templateOf(person, bend), attributes: [] } }
      const idp = IdentityProvider(setting)
      const wantsSigned = sp.entityMeta.isAuthnRequestSigned()
      const asked = await IdentityProvider({ ...setting, metadata: metadata.replace('RequestsSigned="false"', `RequestsSigned="${wantsSigned}"`) }).parseLoginRequest(sp, 'redirect', {
        query: Object.fromEntries(address.searchParams),
        octetString: ['SAMLRequest', 'RelayState', 'SigAlg'].filter((name) => address.searchParams.has(name)).map((name) => `${name}=${encodeURIComponent(address.searchParams.get(name) ?? '')}`).join('&'),
      })
      const requestId = String((asked.extract['request'] as { id?: unknown } | undefined)?.id)
      const acs = String(sp.entityMeta.getAssertionConsumerService('post'))
      const now = new Date()
      const [soon, id] = [new Date(now.getTime() + 300_000).toISOString(), `_${crypto.randomUUID()}`]
      const values = { ID: `_${crypto.randomUUID()}`, AssertionID: id, Destination: acs, Audience: String(sp.entityMeta.getEntityID()), SubjectRecipient: acs, Issuer: bend.issuer ?? issuer, IssueInstant: now.toISOString(), ConditionsNotBefore: now.toISOString(), ConditionsNotOnOrAfter: soon, SubjectConfirmationDataNotOnOrAfter: soon, InResponseTo: requestId, NameID: person.nameId, ...bend.values }
      const { context } = await idp.createLoginResponse(sp, { extract: { request: { id: requestId } } }, 'post', {}, { customTagReplacement: (template: string) => ({ id: values.ID, context: SamlLib.replaceTagsByValue(template, values) }) })
      const signed = Buffer.from(String(context), 'base64').toString('utf8')
      return { acs, xml: bend.unsigned ? signed.replace(/<(\w+:)?Signature[\s\S]*?<\/(\w+:)?Signature>/g, '') : signed, relayState: address.searchParams.get('RelayState') ?? '', requestId }
    },
  }
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

function templateOf({ attributes = {}, nameIdFormat = 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent' }: SamlPerson, { template = (given) => given }: SamlBend): string {
  const statement = Object.entries(attributes).map(([name, value]) => `<saml:Attribute Name="${name}">${[value].flat().map((one) => `<saml:AttributeValue>${escaped(String(one))}</saml:AttributeValue>`).join('')}</saml:Attribute>`).join('')
  return template(`<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="{ID}" Version="2.0" IssueInstant="{IssueInstant}" Destination="{Destination}" InResponseTo="{InResponseTo}"><saml:Issuer>{Issuer}</saml:Issuer><samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></samlp:Status><saml:Assertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="{AssertionID}" Version="2.0" IssueInstant="{IssueInstant}"><saml:Issuer>{Issuer}</saml:Issuer><saml:Subject><saml:NameID Format="${nameIdFormat}">{NameID}</saml:NameID><saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer"><saml:SubjectConfirmationData NotOnOrAfter="{SubjectConfirmationDataNotOnOrAfter}" Recipient="{SubjectRecipient}" InResponseTo="{InResponseTo}"/></saml:SubjectConfirmation></saml:Subject><saml:Conditions NotBefore="{ConditionsNotBefore}" NotOnOrAfter="{ConditionsNotOnOrAfter}"><saml:AudienceRestriction><saml:Audience>{Audience}</saml:Audience></saml:AudienceRestriction></saml:Conditions><saml:AuthnStatement AuthnInstant="{IssueInstant}"><saml:AuthnContext><saml:AuthnContextClassRef>urn:oasis:names:tc:SAML:2.0:ac:classes:Password</saml:AuthnContextClassRef></saml:AuthnContext></saml:AuthnStatement><saml:AttributeStatement>${statement}</saml:AttributeStatement></saml:Assertion></samlp:Response>`)
}

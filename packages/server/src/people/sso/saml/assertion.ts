import { groupsOf, SignOnRefused, type Identity, type Provider } from '../provider.ts'
import type { Expected } from './response.ts'
import { childrenOf, elementsOf, ns, readXml, textOf } from './xml.ts'

/** Clocks may differ by so much. */
export const skewMs = 120_000
const bearer = 'urn:oasis:names:tc:SAML:2.0:cm:bearer'
const transient = 'urn:oasis:names:tc:SAML:2.0:nameid-format:transient'
const addressFormat = 'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress'

const invalid = (detail: string): SignOnRefused => new SignOnRefused('invalid', detail)

/** What an assertion says, beside whom it is about: by which name it is known, and until when it could be sent again. */
export type Asserted = { readonly identity: Identity; readonly assertionId: string; readonly endsAt: Date }
export type Setting = Expected & { readonly entityId: string; readonly now: Date }

/**
 * Reads an assertion whose signature was checked, from exactly the bytes that were signed: issuer, audience, recipient, the request it
 * answers and its times (SAML 2.0 Profiles, 4.1.4.3). Throws `SignOnRefused`.
 */
export function readAssertion(signed: string, provider: Provider, setting: Setting): Asserted {
  const assertion = readXml(signed).documentElement
  if (assertion.namespaceURI !== ns.assertion || assertion.localName !== 'Assertion') throw invalid(`${assertion.localName} instead of an assertion`)
  const issuer = textOf(only(assertion, 'Issuer'))
  if (issuer !== provider.issuer) throw invalid(`an assertion of ${issuer}, not of ${provider.issuer}`)
  const subject = only(assertion, 'Subject')
  const endsAt = Math.min(confirmedUntil(subject, setting), conditionsUntil(only(assertion, 'Conditions'), setting))
  if (childrenOf(assertion, ns.assertion, 'AuthnStatement').length === 0) throw invalid('an assertion that does not say that somebody signed in')
  const assertionId = assertion.getAttribute('ID') ?? ''
  if (assertionId === '') throw invalid('an assertion without an id')
  return { identity: identityOf(provider, only(subject, 'NameID'), attributesOf(assertion)), assertionId, endsAt: new Date(endsAt + skewMs) }
}

function only(parent: Element, name: string): Element {
  const found = childrenOf(parent, ns.assertion, name)
  if (found.length !== 1) throw invalid(`${found.length} of ${name} where there is to be one`)
  return found[0]!
}

/** Until when somebody who bears the assertion counts as its subject: here, in answer to this request. */
function confirmedUntil(subject: Element, { requestId, acs, now }: Setting): number {
  const until = childrenOf(subject, ns.assertion, 'SubjectConfirmation')
    .filter((one) => one.getAttribute('Method') === bearer)
    .flatMap((one) => childrenOf(one, ns.assertion, 'SubjectConfirmationData'))
    .filter((data) => data.getAttribute('Recipient') === acs && data.getAttribute('InResponseTo') === requestId && !data.getAttribute('NotBefore'))
    .map((data) => instantOf(data.getAttribute('NotOnOrAfter')))
    .filter((instant) => instant !== undefined && instant > now.getTime() - skewMs)
  if (until.length === 0) throw invalid('no confirmation of the subject for this address, this request and this time')
  return Math.max(...until.map(Number))
}

function conditionsUntil(conditions: Element, { entityId, now }: Setting): number {
  const [from, until] = ['NotBefore', 'NotOnOrAfter'].map((name) => [conditions.getAttribute(name) || undefined, instantOf(conditions.getAttribute(name))] as const)
  if ((from?.[0] !== undefined && from[1] === undefined) || (until?.[0] !== undefined && until[1] === undefined)) throw invalid('times that are none')
  if (from?.[1] !== undefined && from[1] > now.getTime() + skewMs) throw invalid(`an assertion that holds from ${from[0]} on`)
  if (until?.[1] !== undefined && until[1] <= now.getTime() - skewMs) throw invalid(`an assertion that held until ${until[0]}`)
  const restrictions = childrenOf(conditions, ns.assertion, 'AudienceRestriction')
  if (restrictions.length === 0 || !restrictions.every((one) => childrenOf(one, ns.assertion, 'Audience').some((audience) => textOf(audience) === entityId))) throw invalid(`an assertion for somebody else than ${entityId}`)
  return until?.[1] ?? Number.POSITIVE_INFINITY
}

function instantOf(text: string | null): number | undefined {
  const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(text ?? '') ? Date.parse(text ?? '') : Number.NaN
  return Number.isNaN(instant) ? undefined : instant
}

type Attributes = ReadonlyMap<string, readonly string[]>

/** Attributes by their name and, where it is not another's name, by their friendly name. */
function attributesOf(assertion: Element): Attributes {
  const found = new Map<string, readonly string[]>()
  const all = elementsOf(assertion, ns.assertion, 'Attribute').map((attribute) => ({ attribute, values: childrenOf(attribute, ns.assertion, 'AttributeValue').map(textOf).filter((value) => value !== '') }))
  for (const kind of ['Name', 'FriendlyName'])
    for (const { attribute, values } of all) {
      const name = attribute.getAttribute(kind) ?? ''
      if (name !== '' && (kind === 'Name' || !found.has(name))) found.set(name, [...(kind === 'Name' ? (found.get(name) ?? []) : []), ...values])
    }
  return found
}

/** Under which names providers give an address or a name, where the administrator says nothing else. */
const claims = 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/'
const usual = {
  email: ['email', 'mail', 'emailAddress', `${claims}emailaddress`, 'urn:oid:0.9.2342.19200300.100.1.3'],
  name: ['displayName', 'name', 'cn', 'http://schemas.microsoft.com/identity/claims/displayname', 'urn:oid:2.16.840.1.113730.3.1.241', 'urn:oid:2.5.4.3'],
  given: ['givenName', 'firstName', `${claims}givenname`, 'urn:oid:2.5.4.42'],
  family: ['sn', 'lastName', 'surname', `${claims}surname`, 'urn:oid:2.5.4.4'],
} as const

function identityOf(provider: Provider, nameId: Element, attributes: Attributes): Identity {
  const subject = textOf(nameId)
  const format = nameId.getAttribute('Format') ?? ''
  if (subject === '' || subject.length > 1_024) throw invalid('no name id')
  if (format === transient) throw invalid('a transient name id, which is another at every sign-in: ask the provider for a persistent one')
  const first = (names: readonly string[]) => names.flatMap((name) => attributes.get(name) ?? [])[0]
  const { emailAttribute, nameAttribute } = provider.saml ?? {}
  const email = first(emailAttribute ? [emailAttribute] : usual.email) ?? (!emailAttribute && (format === addressFormat || isAddress(subject)) ? subject : undefined)
  const whole = [first(usual.given), first(usual.family)].filter(Boolean).join(' ')
  return {
    // A SAML issuer only says who it is; the id of the provider, whose certificates were checked, makes it one that nobody else can be.
    issuer: `saml ${provider.id}`,
    subject,
    email: email !== undefined && isAddress(email) ? email.toLowerCase() : undefined,
    // Nothing in SAML says that an address is verified: whoever arranges the provider does, or does not.
    emailVerified: false,
    name: first(nameAttribute ? [nameAttribute] : usual.name) ?? (whole === '' ? undefined : whole),
    groups: groupsOf([...(attributes.get(provider.groupsClaim) ?? [])]),
  }
}

const isAddress = (text: string): boolean => text.length <= 254 && /^[^\s@<>"(),:;]+@[^\s@<>"(),:;]+\.[^\s@<>"(),:;]+$/.test(text)

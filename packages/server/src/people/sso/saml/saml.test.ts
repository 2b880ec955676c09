import { X509Certificate } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { samlProvider, type SamlAnswer, type SamlBend, type SamlPerson } from '@throughline/testkit/identity'
import { SignOnRefused, type Provider } from '../provider.ts'
import { reachOf } from '../reach.ts'
import { readMetadata } from './metadata.ts'
import { newOwnKey } from './own-certificate.ts'
import { beginSaml, finishSaml, ownMetadata } from './saml.ts'
import { readXml, XmlRefused } from './xml.ts'

const places = { entityId: 'https://pmo.example/api/people/sign-on/p1/metadata', acs: 'https://pmo.example/api/people/sign-on/p1/acs' }
const reach = reachOf('public')
const idp = samlProvider('https://login.acme.example/saml')
const ada: SamlPerson = { nameId: 'ada-1', attributes: { email: 'Ada@acme.example', givenName: 'Ada', sn: 'Acme', groups: ['pmo', 'everyone'] } }

function providerOf(metadata = idp.metadata, more: Partial<Provider> = {}): Provider {
  const { issuer, entryPoint, certificates } = readMetadata(metadata)
  return { orgId: 'o', id: 'p1', protocol: 'saml', name: 'Acme', issuer, clientId: '', clientSecret: undefined, domains: ['acme.example'], createsAccounts: true, vouchesForAddresses: true, defaultRole: null, groupsClaim: 'groups', roles: [], forOwners: true, enabled: true, version: 1, saml: { entryPoint, certificates, metadataUrl: null, signsRequests: false, ownCertificate: null, emailAttribute: null, nameAttribute: null }, ...more }
}
const requestId = '_0123456789abcdef'
const answerOf = async (person = ada, bend?: SamlBend, provider = providerOf(), at = idp): Promise<SamlAnswer> => at.answer((await beginSaml(provider, places, { requestId, relayState: 'state' }, reach)).href, ownMetadata(provider, places), person, bend)
const finish = (xml: string, { provider = providerOf(), now = new Date(), id = requestId } = {}) => finishSaml(provider, places, Buffer.from(xml).toString('base64'), { requestId: id, now }, reach)
const whyNot = async (xml: string, setting: Parameters<typeof finish>[1] = {}): Promise<string> => {
  const error = await finish(xml, setting).then(() => undefined, (thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(SignOnRefused)
  return `${(error as SignOnRefused).reason}: ${(error as SignOnRefused).message}`
}

describe('a SAML response', () => {
  it('of a real provider, signed as it should be, says who it is', async () => {
    const { identity, assertionId } = await finish((await answerOf()).xml)
    expect(identity).toEqual({ issuer: 'saml p1', subject: 'ada-1', email: 'ada@acme.example', emailVerified: false, name: 'Ada Acme', groups: ['pmo', 'everyone'] })
    expect(assertionId).toMatch(/^_/)
  })

  it('is an answer to a request that the provider understands, signed where that is wanted', async () => {
    const own = newOwnKey('Throughline', new Date())
    const certificate = new X509Certificate(own.certificate)
    expect([certificate.verify(certificate.publicKey), certificate.subject]).toEqual([true, 'CN=Throughline'])
    const signing = providerOf(idp.metadata, { clientSecret: own.privateKey })
    const provider = { ...signing, saml: { ...signing.saml!, signsRequests: true, ownCertificate: own.certificate } }
    const start = await beginSaml(provider, places, { requestId, relayState: 'state' }, reach)
    expect([start.searchParams.get('RelayState'), start.searchParams.get('SigAlg')]).toEqual(['state', 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256'])
    const answer = await answerOf(ada, undefined, provider)
    expect([answer.requestId, answer.acs]).toEqual([requestId, places.acs])
    start.searchParams.set('RelayState', 'another')
    await expect(idp.answer(start.href, ownMetadata(provider, places), ada)).rejects.toThrow()
  })

  it('is known by any of several certificates, as while they change', async () => {
    const next = newOwnKey('next', new Date()).certificate
    const { identity } = await finish((await answerOf()).xml, { provider: providerOf(idp.metadataWith(next)) })
    expect(identity.subject).toBe('ada-1')
  })

  it.each<[string, SamlBend, RegExp]>([
    ['unsigned', { unsigned: true }, /not signed/],
    ['signed by another key', { foreignKey: true }, /signature/i],
    ['signed with SHA-1', { sha1: true }, /xmldsig#(rsa-)?sha1/],
    ['over', { values: { ConditionsNotOnOrAfter: '2024-01-01T00:00:00Z' } }, /expired|held until/],
    ['confirmed until a time that is over', { values: { SubjectConfirmationDataNotOnOrAfter: '2024-01-01T00:00:00Z' } }, /confirmation/],
    ['not yet in force', { values: { ConditionsNotBefore: '2999-01-01T00:00:00Z' } }, /not yet valid|holds from/],
    ['for another audience', { values: { Audience: 'https://elsewhere.example' } }, /audience|somebody else/],
    ['without an audience', { template: (text) => text.replace(/<saml:AudienceRestriction>.*<\/saml:AudienceRestriction>/, '') }, /audience|somebody else/i],
    ['for another recipient', { values: { SubjectRecipient: 'https://elsewhere.example/acs' } }, /confirmation/],
    ['for another destination', { values: { Destination: 'https://elsewhere.example/acs' } }, /answer for/],
    ['an answer to another request', { values: { InResponseTo: '_another' } }, /answer to _another/],
    ['an answer to nothing', { template: (text) => text.replaceAll(' InResponseTo="{InResponseTo}"', '') }, /answer to nothing/],
    ['of another issuer', { issuer: 'https://elsewhere.example' }, /issuer|assertion of/i],
    ['known by another name at every sign-in', { template: (text) => text.replace('nameid-format:persistent', 'nameid-format:transient') }, /transient/],
    ['without a sign-in', { template: (text) => text.replace(/<saml:AuthnStatement.*<\/saml:AuthnStatement>/, '') }, /signed in/],
    ['a refusal', { template: (text) => text.replace('status:Success', 'status:Responder') }, /Responder/],
    ['of several people', { template: (text) => text.replace('</saml:Subject>', '</saml:Subject><saml:Subject><saml:NameID>eve</saml:NameID></saml:Subject>') }, /Subject/],
  ])('that is %s is refused', async (_, bend, why) => expect(await whyNot((await answerOf(ada, bend)).xml)).toMatch(why))

  it('that says the provider stopped the sign-in is no error of ours', async () => {
    const { xml } = await answerOf(ada, { template: (text) => text.replace('<samp', '<samp').replace('status:Success"/>', 'status:Responder"><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:AuthnFailed"/></samlp:StatusCode>') })
    expect(await whyNot(xml)).toMatch(/^denied/)
  })

  it('that was changed after it was signed is refused, wherever', async () => {
    const { xml } = await answerOf()
    for (const [from, to] of [['ada-1<', 'eve-1<'], ['>pmo<', '>owners<'], ['Ada@acme.example', 'eve@acme.example']] as const) expect(await whyNot(xml.replace(from, to))).toMatch(/invalid: /)
  })

  it('for another provider of ours, of the same issuer and keys, is refused', async () => {
    const elsewhere = { entityId: places.entityId.replace('p1', 'p2'), acs: places.acs.replace('p1', 'p2') }
    const provider = providerOf()
    const theirs = await idp.answer((await beginSaml(provider, elsewhere, { requestId, relayState: 's' }, reach)).href, ownMetadata(provider, elsewhere), ada)
    expect(await whyNot(theirs.xml)).toMatch(/answer for/)
    expect(await whyNot(theirs.xml.replace(` Destination="${elsewhere.acs}"`, ''))).toMatch(/somebody else|audience|confirmation/)
  })

  it('counts for two minutes beyond its time, for clocks differ, and no longer', async () => {
    const { xml } = await answerOf()
    const in_ = (minutes: number) => new Date(Date.now() + minutes * 60_000)
    expect((await finish(xml, { now: in_(6) })).identity.subject).toBe('ada-1')
    expect(await whyNot(xml, { now: in_(8) })).toMatch(/confirmation|held until/)
    expect((await finish(xml, { now: in_(-1) })).identity.subject).toBe('ada-1')
    expect(await whyNot(xml, { now: in_(-3) })).toMatch(/holds from/)
  })
})

describe('XML that is made to be read in two ways', () => {
  const evil = (xml: string) => xml.replace(/ID="_[^"]*"/, 'ID="_evil"').replace('ada-1<', 'eve-1<')
  const assertionOf = (xml: string) => /<saml:Assertion[\s\S]*<\/saml:Assertion>/.exec(xml)![0]
  const unsignedOf = (assertion: string) => evil(assertion.replace(/<ds:Signature[\s\S]*<\/ds:Signature>/, ''))

  it.each<[string, (xml: string, assertion: string) => string]>([
    ['a second assertion before the signed one', (xml, assertion) => xml.replace(assertion, unsignedOf(assertion) + assertion)],
    ['a second assertion after the signed one', (xml, assertion) => xml.replace(assertion, assertion + unsignedOf(assertion))],
    ['the signed one inside another', (xml, assertion) => xml.replace(assertion, unsignedOf(assertion).replace('</saml:Assertion>', `${assertion}</saml:Assertion>`))],
    ['the signed one in extensions', (xml, assertion) => xml.replace(assertion, unsignedOf(assertion)).replace('<samlp:Status>', `<samlp:Extensions>${assertion}</samlp:Extensions><samlp:Status>`)],
    ['another signed by its neighbour', (xml, assertion) => xml.replace(assertion, `${assertion.replace(/<ds:Signature[\s\S]*<\/ds:Signature>/, '')}`.replace('ada-1<', 'eve-1<').replace('<saml:Subject>', `${/<ds:Signature[\s\S]*<\/ds:Signature>/.exec(assertion)![0].replace('</ds:Signature>', `<ds:Object>${assertion}</ds:Object></ds:Signature>`)}<saml:Subject>`))],
    ['another with the same id', (xml, assertion) => xml.replace('<samlp:Status>', `<samlp:Extensions>${assertion.replace(/<ds:Signature[\s\S]*<\/ds:Signature>/, '').replace('saml:Assertion', 'saml:Other').replace('/saml:Assertion', '/saml:Other')}</samlp:Extensions><samlp:Status>`)],
    ['a response in a response', (xml) => xml.replace('<samlp:Response', '<samlp:Response ID="_outer" xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol"><samlp:Response').replace(/$/, '</samlp:Response>')],
  ])('%s is refused', async (_, wrapped) => {
    const { xml } = await answerOf()
    const made = wrapped(xml, assertionOf(xml))
    expect(made).not.toBe(xml)
    expect(await whyNot(made)).toMatch(/^invalid: /)
  })

  it('a comment in a name id, which signatures do not cover, is refused; the name without it is the whole', async () => {
    const { xml } = await answerOf({ nameId: 'ada@acme.example.evil.example' })
    expect(await whyNot(xml.replace('ada@acme.example.evil', 'ada@acme.example<!-- -->.evil'))).toMatch(/comment/)
    expect((await finish(xml)).identity.subject).toBe('ada@acme.example.evil.example')
  })

  it.each([
    ['a document type', '<!DOCTYPE a [<!ENTITY b "c">]>'],
    ['an outer entity', '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>'],
    ['entities that grow', '<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;&b;&b;">]>'],
    ['a style sheet', '<?xml-stylesheet href="https://evil.example"?>'],
  ])('%s is refused', async (_, first) => expect(await whyNot(first + (await answerOf()).xml)).toMatch(/document type|processing/))

  it.each(['', ' ', '<', '<a>', '<a/><b/>', 'text', '<a>&b;</a>', `${'<a>'.repeat(20)}`, '<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol"/>', '\u0000', '<a xmlns:b="c" b:d="1" b:d="2"/>'])('%j is refused as it is', async (text) => expect(await whyNot(text)).toMatch(/^invalid: /))
  it('what is no base64, or endless, is not even read', async () => {
    for (const text of ['%', 'a'.repeat(600_000)]) await expect(finishSaml(providerOf(), places, text, { requestId, now: new Date() }, reach)).rejects.toThrow(/base64/)
  })
})

describe('metadata of a provider', () => {
  it('tell who it is, where it is asked and by what it is known, comments or not', () => {
    expect(readMetadata(idp.metadata)).toEqual({ issuer: idp.issuer, entryPoint: `${idp.issuer}/sso`, certificates: [idp.certificate.replace(/-----[A-Z ]+-----|\s/g, '')], wantsSignedRequests: false })
  })
  it.each<[string, (text: string) => string, RegExp]>([
    ['of two providers', (text) => `<md:EntitiesDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata">${text.replace(/<\?.*\?>/, '').repeat(2)}</md:EntitiesDescriptor>`, /2 identity providers/],
    ['of a service', (text) => text.replaceAll('IDPSSODescriptor', 'SPSSODescriptor'), /0 identity providers/],
    ['without a certificate', (text) => text.replace(/<md:KeyDescriptor[\s\S]*<\/md:KeyDescriptor>/, ''), /0 certificates/],
    ['with a certificate that is none', (text) => text.replace(/(<ds:X509Certificate>)[^<]+/, '$1AAAA'), /cannot be read/],
    ['without sign-in by redirect', (text) => text.replace('HTTP-Redirect', 'HTTP-POST'), /redirect/],
    ['that lead to a script', (text) => text.replace(/Location="[^"]*"/, 'Location="javascript:alert(1)"'), /redirect/],
    ['with entities', (text) => `<!DOCTYPE a [<!ENTITY b "c">]>${text.replace(/<\?.*\?>/, '')}`, /document type/],
    ['that are a page', () => '<html><body>Sign in</body></html>', /0 identity providers/],
  ])('%s are not taken', (_, bend, why) => expect(() => readMetadata(bend(idp.metadata))).toThrow(why))
  it('of ours can be read by the same reader of XML', () => expect(readXml(ownMetadata(undefined, places)).documentElement.getAttribute('entityID')).toBe(places.entityId))
  it('refusals are of one kind', () => expect(() => readXml('<a')).toThrow(XmlRefused))
})

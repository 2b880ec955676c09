import { SignOnRefused } from '../provider.ts'
import { allElements, childrenOf, elementsOf, ns, readXml, XmlRefused } from './xml.ts'

const mostCharacters = 512 * 1024
const success = 'urn:oasis:names:tc:SAML:2.0:status:Success'
const exclusive = ['http://www.w3.org/2001/10/xml-exc-c14n#', 'http://www.w3.org/2001/10/xml-exc-c14n#WithComments']

/** The ways to sign that are taken; SHA-1, MD5 and keys that both sides know are none of them. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  SignatureMethod: ['http://www.w3.org/2001/04/xmldsig-more#rsa-sha256', 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha512'],
  DigestMethod: ['http://www.w3.org/2001/04/xmlenc#sha256', 'http://www.w3.org/2001/04/xmlenc#sha512'],
  CanonicalizationMethod: exclusive,
  Transform: ['http://www.w3.org/2000/09/xmldsig#enveloped-signature', ...exclusive],
}

const invalid = (detail: string): SignOnRefused => new SignOnRefused('invalid', detail)

/** What the answer is to, and where it is to be. */
export type Expected = { readonly requestId: string; readonly acs: string }

/**
 * Looks at the form of a response before any signature is: one response with one assertion that is signed itself, every id once, signatures
 * only where they belong and by allowed algorithms. What could be read in two ways is refused here. Returns its XML; throws `SignOnRefused`.
 */
export function checkForm(encoded: string, { requestId, acs }: Expected): string {
  if (encoded.length > mostCharacters || !/^[A-Za-z0-9+/\s]+={0,2}\s*$/.test(encoded)) throw invalid('a response that is no base64, or too long')
  const text = Buffer.from(encoded, 'base64').toString('utf8')
  const document = parsed(text)
  const response = document.documentElement
  if (response.namespaceURI !== ns.protocol || response.localName !== 'Response') throw invalid(`${response.localName} instead of a response`)
  checkStatus(response)
  if (response.getAttribute('InResponseTo') !== requestId) throw invalid(`an answer to ${response.getAttribute('InResponseTo') || 'nothing that was asked'}`)
  const destination = response.getAttribute('Destination') ?? ''
  if (destination !== '' && destination !== acs) throw invalid(`an answer for ${destination}`)
  if (elementsOf(document, ns.assertion, 'EncryptedAssertion').length > 0) throw invalid('an encrypted assertion: switch encryption off at the provider')
  const assertions = elementsOf(document, ns.assertion, 'Assertion')
  const [assertion] = assertions
  if (!assertion || assertions.length > 1 || assertion.parentNode !== response) throw invalid(`${assertions.length} assertions, or one that does not stand in the response itself`)
  if (childrenOf(assertion, ns.signature, 'Signature').length !== 1) throw invalid('an assertion that is not signed')
  checkSignatures(document, [response, assertion])
  return text
}

function parsed(text: string): Document {
  try {
    return readXml(text)
  } catch (error) {
    if (error instanceof XmlRefused) throw invalid(`a response with ${error.message}`)
    throw error
  }
}

function checkStatus(response: Element): void {
  const [status] = childrenOf(response, ns.protocol, 'Status')
  const codes = status ? elementsOf(status, ns.protocol, 'StatusCode').map((code) => code.getAttribute('Value') ?? '') : []
  if (codes[0] === success) return
  const denied = codes.some((code) => /:(AuthnFailed|RequestDenied|NoPassive)$/.test(code))
  throw new SignOnRefused(denied ? 'denied' : 'invalid', `the provider says ${codes.join(', ') || 'nothing of how it went'}`)
}

function checkSignatures(document: Document, signable: readonly Element[]): void {
  const ids = allElements(document).flatMap((element) => Array.from(element.attributes).filter(({ localName, name }) => /^id$/i.test(localName ?? name)).map(({ value }) => value))
  if (new Set(ids).size !== ids.length) throw invalid('an id that stands for two things')
  for (const signature of elementsOf(document, ns.signature, 'Signature')) if (!signable.includes(signature.parentNode as Element)) throw invalid('a signature where none belongs')
  if (elementsOf(document, ns.signature, 'Object').length > 0) throw invalid('a signature with things of its own in it')
  for (const [name, algorithms] of Object.entries(allowed))
    for (const element of elementsOf(document, ns.signature, name)) {
      const algorithm = element.getAttribute('Algorithm') ?? ''
      if (!algorithms.includes(algorithm)) throw invalid(`${name} ${algorithm}, which is not taken`)
    }
}

import { DOMParser } from '@xmldom/xmldom'

/** XML that is not taken, and why. */
export class XmlRefused extends Error {
  override readonly name = 'XmlRefused'
}

/** Namespaces of SAML 2.0 and of XML signatures. */
export const ns = { protocol: 'urn:oasis:names:tc:SAML:2.0:protocol', assertion: 'urn:oasis:names:tc:SAML:2.0:assertion', metadata: 'urn:oasis:names:tc:SAML:2.0:metadata', signature: 'http://www.w3.org/2000/09/xmldsig#' } as const

/**
 * Reads XML that comes from elsewhere. Nothing that begins with `<!` is taken where nothing needs it: no document type, so that there are
 * no entities; no comment, since signatures do not cover comments, and no marked section. Metadata may have comments: nobody is known by them.
 */
export function readXml(text: string, { comments = false }: { readonly comments?: boolean } = {}): Document {
  const plain = comments ? text.replace(/<!--[\s\S]*?-->/g, '') : text
  if (plain.includes('<!')) throw new XmlRefused('a document type, an entity, a comment or a marked section')
  if (/<\?/.test(plain.replace(/^\uFEFF?\s*<\?xml\s[^?<>]*\?>/, ''))) throw new XmlRefused('a processing instruction')
  if (plain.includes('\u0000') || !plain.isWellFormed()) throw new XmlRefused('characters that are no text')
  const faults: string[] = []
  const keep = (message: string) => void faults.push(message)
  const document = new DOMParser({ errorHandler: { warning: keep, error: keep, fatalError: keep } }).parseFromString(plain.replace(/^\uFEFF?\s*/, ''), 'text/xml') as Document | undefined
  if (faults.length > 0 || !document?.documentElement) throw new XmlRefused(`no XML: ${(faults[0] ?? 'nothing in it').replaceAll(/\s+/g, ' ').slice(0, 120)}`)
  return document
}

/** All elements of a name, in the order of the document. */
export const elementsOf = (within: Document | Element, namespace: string, name: string): readonly Element[] => Array.from(within.getElementsByTagNameNS(namespace, name))

/** The children of a name. */
export const childrenOf = (parent: Element, namespace: string, name: string): readonly Element[] => elementsOf(parent, namespace, name).filter((element) => element.parentNode === parent)

/** The text of an element, without what surrounds it. */
export const textOf = (element: Element | undefined): string => (element?.textContent ?? '').trim()

/** Every element of a document. */
export const allElements = (document: Document): readonly Element[] => Array.from(document.getElementsByTagName('*'))

import { ok, type Result } from '@throughline/engine/kernel'
import type { SamlWish } from '@throughline/contract/people'
import { unfit, wholeMessage, type UnfitRefusal } from '../fitness.ts'
import type { SamlParts } from '../provider.ts'
import type { Reach } from '../reach.ts'
import { fetchMetadata, forgetMetadata } from './known-metadata.ts'
import { readMetadata, type ProviderMetadata } from './metadata.ts'
import { newOwnKey } from './own-certificate.ts'

/** A provider as it is to be kept; `newKey` where one was made for our requests, whose secret is still to be sealed. */
export type ArrangedSaml = { readonly issuer: string; readonly saml: SamlParts; readonly newKey: string | undefined }
type Before = { readonly issuer: string; readonly saml: SamlParts | null }

/** Reads the metadata that were given, by text or address, or goes on with those of before; makes a key where requests are to be signed and there is none. */
export async function arrangeSaml(wish: SamlWish = {}, before: Before | undefined, reach: Reach, now: Date): Promise<Result<ArrangedSaml, UnfitRefusal>> {
  const was = before?.saml
  const metadataUrl = wish.metadataUrl === undefined ? (wish.metadata === undefined ? (was?.metadataUrl ?? null) : null) : wish.metadataUrl
  const told = await metadataOf(wish.metadata, metadataUrl, reach)
  if (!told.ok) return told
  const { issuer, entryPoint, certificates } = told.value ?? { issuer: before?.issuer ?? '', ...was }
  if (issuer === '' || entryPoint === undefined || certificates === undefined) return unfit('It', 'no metadata', 'the provider’s metadata, as text or by their address')
  const signsRequests = wish.signsRequests ?? was?.signsRequests ?? told.value?.wantsSignedRequests ?? false
  const made = signsRequests && !was?.ownCertificate ? newOwnKey('Throughline', now) : undefined
  return ok({
    issuer,
    newKey: made?.privateKey,
    saml: { entryPoint, certificates, metadataUrl, signsRequests, ownCertificate: made?.certificate ?? was?.ownCertificate ?? null, emailAttribute: chosen(wish.emailAttribute, was?.emailAttribute), nameAttribute: chosen(wish.nameAttribute, was?.nameAttribute) },
  })
}

const chosen = (wished: string | null | undefined, was: string | null | undefined): string | null => (wished === undefined ? (was ?? null) : wished)

async function metadataOf(text: string | undefined, url: string | null, reach: Reach): Promise<Result<ProviderMetadata | undefined, UnfitRefusal>> {
  try {
    if (url !== null) {
      forgetMetadata(url, reach)
      return ok(await fetchMetadata(url, reach))
    }
    return ok(text === undefined ? undefined : readMetadata(text))
  } catch (error) {
    return unfit(url ?? 'What was given', wholeMessage(error), 'metadata of one SAML 2.0 identity provider, with sign-in by the redirect binding and a certificate to sign with')
  }
}

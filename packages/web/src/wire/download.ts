import type { ReplyOf, RequestOf, Route } from '@throughline/contract/wire'
import { call } from './call.ts'

/** Fetches a file through a route and hands it to the browser to save. Throws `Refused` as `call` does. */
export async function download<R extends Route & { readonly reply: 'bytes' }>(route: R, request: RequestOf<R>, fileName: string): Promise<void> {
  saveBytes((await call(route, request)) as Uint8Array<ArrayBuffer> & ReplyOf<R>, fileName)
}

/** Hands bytes made on this page to the browser to save. */
export function saveBytes(bytes: Uint8Array<ArrayBuffer>, fileName: string, mediaType = 'application/octet-stream'): void {
  const address = URL.createObjectURL(new Blob([bytes], { type: mediaType }))
  const link = document.createElement('a')
  link.href = address
  link.download = fileName
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}

import type { BrowserContext, Page } from 'playwright-core'
import type { Session } from '@throughline/contract/people'
import { collectFaults, type Stage } from './stage.ts'

/** Somebody signed in: a browser profile with one tab, and the same session for calls. */
export type Person = { readonly context: BrowserContext; readonly page: Page; readonly faults: string[]; call<T>(method: string, path: string, body?: object): Promise<T> }

/** Opens a browser of somebody's own and has a session begin there, by what is posted to an address. */
export async function enter({ browser, url }: Stage, path: string, body: object): Promise<Person> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-GB', reducedMotion: 'reduce' })
  const { csrf } = (await (await context.request.post(url + path, { data: body })).json()) as Session
  const page = await context.newPage()
  page.setDefaultTimeout(60_000)
  return { context, page, faults: collectFaults(page), call: async (method, at, data) => (await context.request.fetch(url + at, { method, headers: { 'x-csrf-token': csrf }, ...(data ? { data } : {}) })).json() as Promise<never> }
}

import { spawn, type ChildProcess } from 'node:child_process'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { launch } from '../../../../tools/browser.ts'

/** A server of its own on a fresh data folder, and a browser in front of it. */
export type Stage = { readonly url: string; readonly browser: Browser; readonly close: () => Promise<void> }

const root = resolve(import.meta.dirname, '../../../..')

/** Starts both as a user would have them; the web app must be built. Refuses, with the server's own words, when it does not get ready. */
export async function openStage(): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), 'throughline-story-'))
  // Started by root, the database runs as a user of its own, who has to pass through.
  await chmod(folder, 0o711)
  const server = spawn(process.execPath, [join(root, 'packages/server/src/main.ts')], { cwd: root, env: { ...process.env, PORT: '0', THROUGHLINE_DATA_DIR: join(folder, 'data'), DATABASE_URL: '', THROUGHLINE_LOG: 'warn' } })
  const url = await readyAddress(server)
  const browser = await launch()
  return {
    url,
    browser,
    close: async () => {
      await browser.close()
      await ended(server)
      await rm(folder, { recursive: true, force: true })
    },
  }
}

function readyAddress(server: ChildProcess): Promise<string> {
  return new Promise((found, failed) => {
    let said = ''
    const read = (chunk: Buffer) => {
      said += chunk.toString()
      const address = /ready at (http:\/\/\S+)/.exec(said)?.[1]
      if (address) found(address)
    }
    server.stdout?.on('data', read)
    server.stderr?.on('data', read)
    server.once('exit', (code) => failed(new Error(`The server ended with ${code} before it was ready:\n${said}`)))
  })
}

async function ended(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return
  const over = new Promise((done) => server.once('exit', done))
  server.kill('SIGTERM')
  await over
}

/** What axe finds against WCAG 2.2 A and AA on the page as it is, one line for each place; empty where there is nothing. */
export async function accessibilityFaults(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze()
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${help}: ${target.join(' ')} ${(failureSummary ?? '').split('\n').slice(1, 2).join(' ').trim()}`))
}

/** What the page said on its console as errors, and what it failed to load: collected from now on. */
export function collectFaults(page: Page): string[] {
  const faults: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of 40[13]/.test(message.text())) faults.push(message.text())
  })
  page.on('pageerror', (error) => faults.push(String(error)))
  return faults
}

/** Shows the page in a theme of the system, and waits until it is drawn in it. */
export async function showIn(page: Page, theme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
  await page.evaluate(() => new Promise((drawn) => setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(drawn)), 50)))
}

import { spawn } from 'node:child_process'

/** The command that shows an address in the person's browser; undefined where there is no desktop to show it on. */
export function browserCommand(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): readonly [string, ...string[]] | undefined {
  if (platform === 'darwin') return ['open']
  if (platform === 'win32') return ['cmd', '/c', 'start', '']
  return env['DISPLAY'] || env['WAYLAND_DISPLAY'] ? ['xdg-open'] : undefined
}

/**
 * Opens the browser on a new installation, once: a person at a terminal with a desktop is led to the first page.
 * Never in CI, without a terminal, or with THROUGHLINE_OPEN=no. A browser that does not open is no fault: the address is printed.
 */
export async function openFirstRun(url: string, env: NodeJS.ProcessEnv, isTerminal: boolean): Promise<void> {
  const command = browserCommand(process.platform, env)
  if (!command || !isTerminal || env['CI'] || env['THROUGHLINE_OPEN'] === 'no' || !(await isNew(url))) return
  const [program, ...args] = command
  spawn(program, [...args, url], { stdio: 'ignore', detached: true }).on('error', () => undefined).unref()
}

async function isNew(url: string): Promise<boolean> {
  const reply = await fetch(`${url}/api/people/setup`)
  return reply.ok && ((await reply.json()) as { readonly needed: boolean }).needed
}

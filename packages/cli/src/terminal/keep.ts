import { chmod, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'

/** The server signed in to and the token for it, kept for this user only (mode 0600). */
export type Kept = { readonly url: string; readonly token: string }

export const keptPath = (env: NodeJS.ProcessEnv): string => env['THROUGHLINE_CLI_FILE'] ?? join(env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'), 'throughline', 'cli.json')

export async function readKept(env: NodeJS.ProcessEnv): Promise<Kept | undefined> {
  try {
    const found = JSON.parse(await readFile(keptPath(env), 'utf8')) as Partial<Kept>
    return typeof found.url === 'string' && typeof found.token === 'string' ? { url: found.url, token: found.token } : undefined
  } catch {
    return undefined
  }
}

export async function keep(env: NodeJS.ProcessEnv, kept: Kept): Promise<string> {
  const path = keptPath(env)
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  await writeFile(path, `${JSON.stringify(kept)}\n`, { mode: 0o600 })
  await chmod(path, 0o600)
  return path
}

export const forget = (env: NodeJS.ProcessEnv): Promise<void> => rm(keptPath(env), { force: true })

import { spawn } from 'node:child_process'
import { expect, it } from 'vitest'
import { root } from './places.mjs'

/** Runs `become` with a child of this script, sends what is asked once the child has spoken, and returns how it ended. */
function run(script: string, signal?: NodeJS.Signals, to: 'process' | 'group' = 'process'): Promise<{ readonly code: number | null; readonly output: string }> {
  const parent = `import { become } from './tools/host/child.mjs'; become(process.execPath, ['-e', ${JSON.stringify(script)}])`
  const child = spawn(process.execPath, ['--input-type=module', '-e', parent], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'], detached: true })
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => {
    if (output === '' && signal && child.pid !== undefined) {
      process.kill(to === 'group' ? -child.pid : child.pid, signal)
      if (to === 'group') process.kill(child.pid, signal)
    }
    output += chunk.toString()
  })
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, output })))
}

it('ends with the exit code of what it ran', async () => {
  expect(await run('process.exit(78)')).toEqual({ code: 78, output: '' })
  expect(await run("console.log('done')")).toEqual({ code: 0, output: 'done\n' })
})

it('passes a signal on and waits for the end', async () => {
  const closing = "process.on('SIGTERM', () => setTimeout(() => { console.log('closed'); process.exit(3) }, 50)); console.log('ready'); setInterval(() => {}, 1000)"
  expect(await run(closing, 'SIGTERM')).toEqual({ code: 3, output: 'ready\nclosed\n' })
})

it('takes a signal that arrives by two ways for one', async () => {
  const counting = "let signals = 0; process.on('SIGINT', () => { signals += 1; setTimeout(() => { console.log(signals); process.exit(0) }, 100) }); console.log('ready'); setInterval(() => {}, 1000)"
  expect(await run(counting, 'SIGINT', 'group')).toEqual({ code: 0, output: 'ready\n1\n' })
})

it('says what could not be started', async () => {
  const parent = "import { become } from './tools/host/child.mjs'; become('no-such-program', [])"
  const child = spawn(process.execPath, ['--input-type=module', '-e', parent], { cwd: root, stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => void (said += chunk.toString()))
  const code = await new Promise((resolve) => child.on('close', resolve))
  expect([code, said]).toEqual([1, expect.stringContaining('no-such-program could not be started')])
})

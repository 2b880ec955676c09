import { spawn } from 'node:child_process'
import { keepingCompiled } from './own-node.mjs'
import { root } from './places.mjs'

/** Signals that ask for an end, and how they are passed on; a closed terminal asks for an end in order as well. */
const passedOn = /** @type {const} */ ({ SIGINT: 'SIGINT', SIGTERM: 'SIGTERM', SIGHUP: 'SIGTERM' })
/** Within this time a signal is the same one again: Ctrl-C reaches npm and us, and npm passes it on to us once more. */
const sameSignalMs = 500

/**
 * Runs a command in the foreground and ends with its exit code. A signal to us is passed on and the end awaited, so that
 * the database is closed before the terminal is given back. The command has a process group of its own: a Ctrl-C would
 * otherwise reach it twice, and the second asks it to end at once. Windows has no such groups and signals by itself.
 * @param {string} command
 * @param {readonly string[]} args
 */
export function become(command, args) {
  const windows = process.platform === 'win32'
  const child = spawn(command, args, { cwd: root, env: keepingCompiled(process.env), stdio: 'inherit', detached: !windows })
  let passedAt = -Infinity
  for (const [signal, asked] of /** @type {[keyof typeof passedOn, 'SIGINT' | 'SIGTERM'][]} */ (Object.entries(passedOn))) {
    process.on(signal, () => {
      if (windows || performance.now() - passedAt < sameSignalMs) return
      passedAt = performance.now()
      child.kill(asked)
    })
  }
  child.on('error', (error) => {
    console.error(`${command} could not be started: ${error.message}`)
    process.exit(1)
  })
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1)))
}

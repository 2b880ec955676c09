import { spawn } from 'node:child_process'
import { root } from './places.mjs'

/**
 * Runs a command in the foreground and ends with its exit code. A signal to us is passed on once and its end awaited,
 * so that the database is closed before the terminal is given back.
 * @param {string} command
 * @param {readonly string[]} args
 */
export function become(command, args) {
  const child = spawn(command, args, { cwd: root, stdio: 'inherit' })
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    let passed = false
    process.on(signal, () => {
      if (!passed) child.kill(signal)
      passed = true
    })
  }
  child.on('error', (error) => {
    console.error(`${command} could not be started: ${error.message}`)
    process.exit(1)
  })
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1)))
}

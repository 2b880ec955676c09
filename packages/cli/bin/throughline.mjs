#!/usr/bin/env node
// Runs the command line with the project's own Node, whatever the host has.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const windows = process.platform === 'win32'
const own = fileURLToPath(new URL(`../../../node_modules/node/bin/node${windows ? '.exe' : ''}`, import.meta.url))
const main = fileURLToPath(new URL('../src/main.ts', import.meta.url))
if (!existsSync(own)) {
  console.error('Throughline is not installed yet: run `npm start` or `npm ci` in its folder first.')
  process.exit(69)
}
const { status, signal } = spawnSync(own, [main, ...process.argv.slice(2)], { stdio: 'inherit' })
process.exit(signal ? 130 : (status ?? 1))

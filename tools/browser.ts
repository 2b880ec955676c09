import { mkdir, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { chromium } from 'playwright-core'
import type { Browser } from 'playwright-core'

/**
 * Path of the one browser for tests and PDF: THROUGHLINE_CHROME where it is set, else the Chromium inside
 * @sparticuz/chromium (Linux x64), unpacked once into node_modules/.cache with the system libraries it needs.
 */
export async function chromePath(): Promise<string> {
  const given = process.env['THROUGHLINE_CHROME']
  if (given) return given
  const folder = path.resolve(import.meta.dirname, '../node_modules/.cache/chromium')
  await mkdir(folder, { recursive: true })
  const before = process.env['TMPDIR']
  process.env['TMPDIR'] = folder
  process.env['AWS_LAMBDA_JS_RUNTIME'] ??= 'nodejs24.x'
  try {
    const { default: packed } = await import('@sparticuz/chromium')
    const program = await packed.executablePath()
    process.env['FONTCONFIG_FILE'] ??= await fontsOf(folder)
    return program
  } finally {
    if (before === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = before
  }
}

/**
 * The package's own font list names folders of the cloud that it is made for. Elsewhere that list is empty, and this
 * Chromium ends itself when it finds no font at all: ours names the fonts that were unpacked, then the system's, if any.
 */
async function fontsOf(folder: string): Promise<string> {
  const file = path.join(folder, 'fonts-here.conf')
  const own = path.join(folder, 'fonts').replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  const written = `${file}.${process.pid}`
  await writeFile(written, `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${own}</dir><include ignore_missing="yes">/etc/fonts/fonts.conf</include><cachedir>${own}-cache</cachedir></fontconfig>\n`)
  await rename(written, file)
  return file
}

/** Starts the browser without sandbox, graphics card or any call home. The caller closes it. */
export async function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: await chromePath(), args: quietly })
}

/** Not the package's own arguments: those include --single-process and --disable-web-security. */
const quietly = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']

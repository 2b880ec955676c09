import { join, resolve } from 'node:path'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { build } from 'vite'

const web = resolve(import.meta.dirname, '../../packages/web')

/** Builds the web app as `npm start` does, into a folder of its own. */
export async function buildWeb(folder: string): Promise<string> {
  const outDir = join(folder, 'web')
  await build({ root: web, configFile: join(web, 'vite.config.ts'), logLevel: 'error', build: { outDir, emptyOutDir: true, manifest: true, reportCompressedSize: false } })
  return outDir
}

/** Builds the page with the workloads: the app's own grid, chart and styles, and nothing around them. */
export async function buildWorkloads(folder: string): Promise<string> {
  const outDir = join(folder, 'workloads')
  await build({ root: join(import.meta.dirname, 'page'), configFile: false, logLevel: 'error', plugins: [react(), tailwindcss()], build: { outDir, emptyOutDir: true, target: 'es2023', assetsInlineLimit: 0, modulePreload: { polyfill: false }, reportCompressedSize: false } })
  return outDir
}

import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

/** The server that answers /api during development: THROUGHLINE_PORT, or the port it takes by default. */
const apiPort = process.env['THROUGHLINE_PORT'] ?? '4600'

/**
 * The browser reads only method, path and the words of a route; schemas are checked by the server. In the built app each
 * schema is therefore an empty object, which keeps the schema builder (some 20 KB gz) off the first route.
 */
const schemasStayOnTheServer: Plugin = {
  name: 'schemas-stay-on-the-server',
  apply: 'build',
  enforce: 'pre',
  resolveId: (id) => (id === 'typebox' ? '\0typebox' : undefined),
  load: (id) => (id === '\0typebox' ? 'export const Type = new Proxy({}, { get: () => () => ({}) })' : undefined),
  transform(code, id) {
    return /\/contract\/src\/.*\.ts$/.test(id) ? withoutSchemas(code, this.parse(code, { lang: 'ts' })) : undefined
  },
}

type Node = { readonly type: string; readonly start: number; readonly end: number; readonly callee?: Node; readonly object?: Node; readonly name?: string; readonly key?: Node; readonly [part: string]: unknown }

/** Builders of schemas, beside those of `Type`. */
const builders = new Set(['OneOf', 'Nullable', 'ShortText', 'LongText'])
/** Fields of a route that only the server and its reference read. */
const serverOnly = new Set(['summary', 'refusals'])

/** A module of the contract with `{}` for each schema, and without what only the server says of a route. */
function withoutSchemas(code: string, program: unknown): string {
  const cuts: { readonly from: number; readonly to: number; readonly by: string }[] = []
  const visit = (part: unknown, inRoute: boolean): void => {
    if (Array.isArray(part)) return part.forEach((each) => visit(each, inRoute))
    if (typeof part !== 'object' || part === null) return
    const node = part as Node
    const callee = node.type === 'CallExpression' ? (node.callee?.type === 'MemberExpression' ? node.callee.object : node.callee) : undefined
    if (callee?.type === 'Identifier' && callee.name !== undefined && (callee.name === 'Type' || builders.has(callee.name))) cuts.push({ from: node.start, to: node.end, by: '{}' })
    else if (inRoute && node.type === 'Property' && node.key?.name !== undefined && serverOnly.has(node.key.name)) cuts.push({ from: node.start, to: node.end, by: `${node.key.name}: 0` })
    else for (const inner of Object.values(node)) visit(inner, inRoute || callee?.name === 'route')
  }
  visit(program, false)
  return cuts.sort((one, other) => other.from - one.from).reduce((text, { from, to, by }) => text.slice(0, from) + by + text.slice(to), code)
}

/** The gallery (gallery.html) is served in development and left out of the build, whose only entry is index.html. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [schemasStayOnTheServer, react(), tailwindcss()],
  server: { proxy: { '/api': { target: `http://127.0.0.1:${apiPort}`, changeOrigin: false } } },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    manifest: true,
    target: 'es2023',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: true,
    // what most pages use stands in one file: many small ones pack worse
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'shared', minShareCount: 35 }] } } },
  },
})

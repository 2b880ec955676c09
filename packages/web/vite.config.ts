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
  },
})

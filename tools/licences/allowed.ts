/** Licences that let a product be used, changed and sold without conditions on its own sources. */
export const allowed: ReadonlySet<string> = new Set(['MIT', 'MIT-0', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', '0BSD', 'BlueOak-1.0.0', 'CC0-1.0', 'Python-2.0', 'PostgreSQL'])

/** A package with another licence that is used all the same, and why that is no harm. `*` stands for any ending of the name. */
export type Exception = { readonly name: string; readonly licence: string; readonly reason: string }

export const exceptions: readonly Exception[] = [
  { name: '@fontsource-variable/inter', licence: 'OFL-1.1', reason: 'a font, shipped unchanged under its own name; NOTICE names it' },
  { name: 'lightningcss*', licence: 'MPL-2.0', reason: 'used by Vite and Tailwind while building; no line of it is in what is served' },
  { name: 'axe-core', licence: 'MPL-2.0', reason: 'runs in tests only, unchanged' },
  { name: '@axe-core/playwright', licence: 'MPL-2.0', reason: 'runs in tests only, unchanged' },
  { name: 'xml-escape', licence: 'MIT License', reason: 'MIT under another name; comes with the identity provider of tests' },
  { name: 'isbot', licence: 'Unlicense', reason: 'public domain; used by the router when it renders on a server, which this product does not do' },
]

/** HTML that is safe to send: made by `html` alone. */
export type Html = { readonly html: string }

/** A template whose values are escaped, unless they are HTML themselves. */
export function html(parts: TemplateStringsArray, ...values: readonly (string | number | Html | readonly Html[])[]): Html {
  return { html: parts.reduce((text, part, index) => text + inserted(values[index - 1] ?? '') + part) }
}

function inserted(value: string | number | Html | readonly Html[]): string {
  if (typeof value === 'object' && 'html' in value) return value.html
  if (typeof value === 'object') return value.map((part) => part.html).join('\n')
  return String(value).replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}

/** A whole page with the one style sheet of these pages. */
export const pageOf = (title: string, body: Html): string =>
  `<!doctype html>\n${html`<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title} · Throughline</title><link rel="stylesheet" href="/api/reference.css"></head><body>${body}</body></html>`.html}`

export const styleSheet = `
:root { color-scheme: light dark; --ink: #1b2430; --quiet: #566070; --paper: #fff; --panel: #f4f6f8; --line: #d9dee4; --accent: #1d4ed8 }
@media (prefers-color-scheme: dark) { :root { --ink: #e6eaf0; --quiet: #a3adba; --paper: #10151c; --panel: #19212b; --line: #303a47; --accent: #8ab4ff } }
* { box-sizing: border-box }
body { margin: 0 auto; max-width: 60rem; padding: 2rem 1.25rem 6rem; background: var(--paper); color: var(--ink); font: 1rem/1.55 system-ui, sans-serif }
h1 { font-size: 1.75rem; margin: 0 0 .25rem } h2 { margin: 3rem 0 .25rem; font-size: 1.3rem; text-transform: capitalize } h3 { margin: 0; font-size: 1rem }
p { margin: .25rem 0 .75rem } a { color: var(--accent) } .quiet { color: var(--quiet) }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1rem; padding: 0; list-style: none }
article { border: 1px solid var(--line); border-radius: .5rem; padding: .9rem 1.1rem; margin: .9rem 0 }
code, pre { font: .875rem/1.5 ui-monospace, monospace } pre { background: var(--panel); padding: .7rem .9rem; border-radius: .375rem; overflow-x: auto; margin: .5rem 0 }
.method { display: inline-block; min-width: 4.2rem; font-weight: 700; color: var(--accent) }
table { border-collapse: collapse; width: 100%; margin: .5rem 0 } th, td { text-align: left; vertical-align: top; padding: .3rem .75rem .3rem 0; border-bottom: 1px solid var(--line) } th { font-weight: 600 }
summary { cursor: pointer; color: var(--accent) } tr:target, article:target { outline: 2px solid var(--accent); outline-offset: .3rem }
`

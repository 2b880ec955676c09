/** A table of a document: the first column are words, the others figures. */
export type DocumentTable = { readonly caption: string; readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[]; /** Columns that are words as well, from 0. */ readonly words?: readonly number[] }
/** A business case as words: whatever needs arithmetic or a language was done before. */
export type CaseDocument = {
  readonly title: string
  readonly subtitle: string
  readonly facts: readonly (readonly [name: string, text: string])[]
  /** What is missing, each with who gives it; an empty list means that it is ready. */
  readonly missing: readonly string[]
  readonly ready: string
  readonly sections: readonly { readonly title: string; readonly asks: string; readonly paragraphs: readonly { readonly title: string; readonly text: string }[]; readonly tables: readonly DocumentTable[]; readonly lists: readonly { readonly title: string; readonly entries: readonly string[] }[] }[]
  readonly footer: string
}

/**
 * A business case as one HTML file that prints on A4 and opens in a word processor: no script, no picture, nothing fetched. One that lacks
 * anything says so on its first page.
 */
export function caseDocument({ title, subtitle, facts, missing, ready, sections, footer }: CaseDocument): string {
  const standing = missing.length === 0 ? `<p class="ready">${text(ready)}</p>` : `<div class="not-ready"><p><strong>Not ready: ${missing.length === 1 ? 'one thing is' : `${missing.length} things are`} missing</strong></p><ul>${missing.map((one) => `<li>${text(one)}</li>`).join('')}</ul></div>`
  const body = sections.map((section) => `<section><h2>${text(section.title)}</h2><p class="asks">${text(section.asks)}</p>${section.paragraphs.map((one) => `<h3>${text(one.title)}</h3>${said(one.text)}`).join('')}${section.tables.map(table).join('')}${section.lists.map(list).join('')}</section>`).join('\n')
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${text(title)}</title><style>${style}</style></head>
<body><h1>${text(title)}</h1><p class="asks">${text(subtitle)}</p><table class="facts"><tbody>${facts.map(([name, value]) => `<tr><th scope="row">${text(name)}</th><td>${text(value)}</td></tr>`).join('')}</tbody></table>
${standing}
${body}
<p class="footer">${text(footer)}</p></body></html>
`
}

const style = 'body{font:11pt/1.45 Calibri,Arial,sans-serif;color:#1a1a1a;background:#fff;max-width:60em;margin:2em auto;padding:0 1em}h1{font-size:20pt;margin:0}h2{font-size:15pt;margin:1.6em 0 .2em;border-bottom:1px solid #888}h3{font-size:12pt;margin:1em 0 .2em}p{margin:.3em 0;white-space:pre-line}.asks,.footer{color:#555}table{border-collapse:collapse;width:100%;margin:.8em 0;font-size:10pt}caption{text-align:left;font-weight:bold;padding:.3em 0}th,td{border:1px solid #999;padding:.25em .5em;text-align:left;vertical-align:top}td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}.facts{width:auto}.not-ready{border:2px solid #9c1c1c;padding:.5em 1em;margin:1em 0}.ready{border:2px solid #1c6b2a;padding:.5em 1em;margin:1em 0}@page{size:A4;margin:18mm}@media print{body{margin:0;max-width:none}section{break-inside:auto}h2,h3,caption{break-after:avoid}tr{break-inside:avoid}}'

const text = (value: string): string => value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
const said = (value: string): string => (value.trim() === '' ? '<p class="asks">Nobody has written it.</p>' : `<p>${text(value.trim())}</p>`)
const list = ({ title, entries }: { readonly title: string; readonly entries: readonly string[] }): string => (entries.length === 0 ? '' : `<h3>${text(title)}</h3><ul>${entries.map((one) => `<li>${text(one)}</li>`).join('')}</ul>`)

function table({ caption, columns, rows, words = [] }: DocumentTable): string {
  if (rows.length === 0) return ''
  const kind = (at: number): string => (at === 0 || words.includes(at) ? '' : ' class="n"')
  return `<table><caption>${text(caption)}</caption><thead><tr>${columns.map((one, at) => `<th scope="col"${kind(at)}>${text(one)}</th>`).join('')}</tr></thead><tbody>${rows.map((row) => `<tr>${row.map((one, at) => (at === 0 ? `<th scope="row">${text(one)}</th>` : `<td${kind(at)}>${text(one)}</td>`)).join('')}</tr>`).join('')}</tbody></table>`
}

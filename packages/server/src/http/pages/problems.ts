import type { ProblemKind } from '@throughline/contract/wire'
import { html, pageOf, type Html } from './html.ts'

export type ProblemGroup = { readonly title: string; readonly problems: Readonly<Record<string, ProblemKind>> }

/** Every code that a refusal may carry, with its words: where the `type` of a problem leads. */
export function problemsPage(groups: readonly ProblemGroup[]): string {
  return pageOf(
    'Problems',
    html`<header><h1>Problems</h1><p class="quiet">What each refusal means. Words in braces are filled in with what was found. The exit code is that of the command line. See also the <a href="/api/reference">reference</a>.</p></header>
      <main>${groups.filter(({ problems }) => Object.keys(problems).length > 0).map(section)}</main>`,
  )
}

const section = ({ title, problems }: ProblemGroup): Html =>
  html`<section><h2>${title}</h2><table><tr><th>Code</th><th>Status</th><th>Meaning</th><th>Exit</th></tr>${Object.entries(problems).map(
    ([code, kind]) => html`<tr id="${code}"><td><code>${code}</code></td><td>${kind.status}</td><td>${kind.title}<br><span class="quiet">${kind.words}</span></td><td>${kind.exit}</td></tr>`,
  )}</table></section>`

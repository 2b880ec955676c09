import { pathOf, permissionWords, type Access, type EventStream, type ProblemKind, type Route } from '@throughline/contract/wire'
import type { RoomServer } from '../room.ts'
import { html, pageOf, type Html } from './html.ts'
import { exampleOf } from './example.ts'

type Problems = Readonly<Record<string, ProblemKind>>

/** The readable reference of every route, from the same contract that the server serves. */
export function referencePage(rooms: readonly RoomServer[], problems: Problems, version: string): string {
  return pageOf(
    'Reference',
    html`<header><h1>Throughline reference</h1>
      <p class="quiet">Version ${version}. The same as <a href="/api/openapi.json">OpenAPI 3.1</a>. Every refusal is listed under <a href="/problems">problems</a>.</p>
      <p>Programs call with an API token, made on the page of your access: <code>authorization: Bearer tl_…</code>. Money is whole minor units as text; dates are <code>YYYY-MM-DD</code>; an edit names the version it was made on.</p>
      <nav><ul>${rooms.map(({ room }) => html`<li><a href="#${room}">${room}</a></li>`)}</ul></nav></header>
      <main>${rooms.map((room) => section(room, problems))}</main>`,
  )
}

const section = ({ room, about, routes, streams = {} }: RoomServer, problems: Problems): Html =>
  html`<section><h2 id="${room}">${room}</h2><p class="quiet">${about}</p>${Object.entries(routes).map(([name, route]) => article(room, name, route, problems))}${Object.entries(streams).map(([name, stream]) => streamArticle(room, name, stream, problems))}</section>`

function article(room: string, name: string, route: Route, problems: Problems): Html {
  return html`<article id="${room}.${name}"><h3><span class="method">${route.method}</span> <code>${route.path}</code></h3>
    <p>${route.summary}. <span class="quiet">${audience(route.access)}</span></p>
    ${fields('In the path', route.params)}${fields('In the query', route.query)}
    <pre>${curl(route)}</pre>
    <details><summary>Reply ${route.status ?? 200}</summary><pre>${route.status === 204 ? 'no content' : route.reply === 'bytes' ? 'a file' : JSON.stringify(exampleOf(route.reply), null, 2)}</pre></details>
    ${refusalsOf(route, problems)}
  </article>`
}

/** A stream with its events, each with an example of what it carries. */
function streamArticle(room: string, name: string, stream: EventStream, problems: Problems): Html {
  const events = Object.entries(stream.events).map(([event, { about, what }]) => html`<tr><td><code>${event}</code></td><td class="quiet">${about}</td><td><code>${JSON.stringify(exampleOf(what))}</code></td></tr>`)
  return html`<article id="${room}.${name}"><h3><span class="method">GET</span> <code>${stream.path}</code></h3>
    <p>${stream.summary}. <span class="quiet">${audience(stream.access)} Replies with server-sent events, text/event-stream.</span></p><p>${stream.about}</p>
    <table><tr><th>Event</th><th></th><th>Carries</th></tr>${events}</table>
    <pre>${[`curl -N "$THROUGHLINE${stream.path}"`, '  -H "authorization: Bearer $TOKEN"'].join(' \\\n')}</pre>
    ${refusalsOf(stream, problems)}
  </article>`
}

function refusalsOf({ refusals: codes = [] }: Pick<Route, 'refusals'>, problems: Problems): Html {
  const refusals = codes.flatMap((code) => (problems[code] ? [{ code, kind: problems[code] }] : []))
  return refusals.length > 0 ? html`<p class="quiet">Refuses with ${refusals.map(({ code, kind }) => html`<a href="/problems#${code}">${code}</a> (${kind.status}) `)}</p>` : html``
}

const audience = (access: Access): string => (access === 'public' ? 'Needs no session.' : access === 'read' ? 'For everyone with access.' : `Needs the right to ${permissionWords[access].name}.`)

function fields(title: string, schema: Route['params']): Html {
  const { properties = {}, required = [] } = (schema ?? {}) as { properties?: Record<string, { description?: string; type?: string; format?: string; enum?: readonly string[] }>; required?: readonly string[] }
  const rows = Object.entries(properties)
  if (rows.length === 0) return html``
  return html`<table><tr><th>${title}</th><th>Form</th><th></th></tr>${rows.map(
    ([name, field]) => html`<tr><td><code>${name}</code></td><td>${field.enum?.join(' | ') ?? field.format ?? field.type ?? ''}</td><td class="quiet">${required.includes(name) ? 'required' : 'optional'} ${field.description ?? ''}</td></tr>`,
  )}</table>`
}

/** The call as one would type it. */
function curl(route: Route): string {
  const parameters = exampleOf(route.params ?? {}) as Record<string, unknown> | undefined
  const lines = [`curl ${route.method === 'GET' ? '' : `-X ${route.method} `}"$THROUGHLINE${decodeURIComponent(pathOf(route, parameters ?? undefined))}"`]
  if (route.access !== 'public') lines.push(`  -H "authorization: Bearer $TOKEN"`)
  if (route.body === 'bytes') lines.push(`  -H 'content-type: application/octet-stream' --data-binary @file`)
  else if (route.body) lines.push(`  -H 'content-type: application/json'`, `  -d '${JSON.stringify(exampleOf(route.body))}'`)
  return lines.join(' \\\n')
}

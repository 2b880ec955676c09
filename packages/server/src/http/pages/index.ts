import { openApi, wireProblems, type ProblemKind } from '@throughline/contract/wire'
import type { FastifyInstance } from 'fastify'
import { productVersion } from '../../product.ts'
import { asIs } from '../problem.ts'
import type { RoomServer } from '../room.ts'
import { styleSheet } from './html.ts'
import { problemsPage } from './problems.ts'
import { referencePage } from './reference.ts'

/** The pages that are made from the contract: its description for programs and for people, and the words of all problems. */
export function servePages(app: FastifyInstance, rooms: readonly RoomServer[]): void {
  const problems: Readonly<Record<string, ProblemKind>> = Object.assign({}, wireProblems, ...rooms.map((room) => room.problems))
  const description = JSON.stringify(openApi(rooms, problems, productVersion))
  const texts = [
    { path: '/api/openapi.json', type: 'application/json; charset=utf-8', text: description },
    { path: '/api/reference', type: 'text/html; charset=utf-8', text: referencePage(rooms, problems, productVersion) },
    { path: '/api/reference.css', type: 'text/css; charset=utf-8', text: styleSheet },
    { path: '/problems', type: 'text/html; charset=utf-8', text: problemsPage([{ title: 'Everywhere', problems: wireProblems }, ...rooms.map(({ room, problems: own }) => ({ title: room, problems: own }))]) },
  ]
  for (const { path, type, text } of texts) app.get(path, (_, reply) => reply.type(type).header('cache-control', 'no-cache').serializer(asIs).send(text))
}

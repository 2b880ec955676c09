import type { FastifyInstance } from 'fastify'

/** One line for each request: who, which route, how it ended, how long it took. Never a body, never a query. */
export function logRequests(app: FastifyInstance): void {
  app.addHook('onSend', async (request, reply) => void reply.header('x-request-id', request.id))
  app.addHook('onResponse', async (request, reply) => {
    request.log.info(
      {
        method: request.method,
        route: request.routeOptions.url ?? 'unknown',
        room: request.room,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
        org: request.actor?.orgId,
        account: request.actor?.accountId,
        address: request.ip,
      },
      'request',
    )
  })
}

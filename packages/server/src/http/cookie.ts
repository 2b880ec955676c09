import type { FastifyReply, FastifyRequest } from 'fastify'

const thirtyDaysSeconds = 30 * 24 * 3_600

/** Over https the `__Host-` name binds the cookie to this host alone; over plain http browsers would refuse that name. */
const nameFor = (request: FastifyRequest): string => (request.protocol === 'https' ? '__Host-throughline' : 'throughline')

export const sessionSecretOf = (request: FastifyRequest): string | undefined => request.cookies[nameFor(request)]

export function setSessionCookie(request: FastifyRequest, reply: FastifyReply, secret: string): void {
  reply.setCookie(nameFor(request), secret, { path: '/', httpOnly: true, sameSite: 'lax', secure: request.protocol === 'https', maxAge: thirtyDaysSeconds })
}

/** A browser that was signed in from is known again for half a year; the cookie opens nothing. */
const halfYearSeconds = 180 * 24 * 3_600
const browserNameFor = (request: FastifyRequest): string => `${nameFor(request)}-browser`

export const browserSecretOf = (request: FastifyRequest): string | undefined => request.cookies[browserNameFor(request)]

export function setBrowserCookie(request: FastifyRequest, reply: FastifyReply, secret: string): void {
  reply.setCookie(browserNameFor(request), secret, { path: '/', httpOnly: true, sameSite: 'lax', secure: request.protocol === 'https', maxAge: halfYearSeconds })
}

export function clearSessionCookie(request: FastifyRequest, reply: FastifyReply): void {
  reply.clearCookie(nameFor(request), { path: '/', httpOnly: true, sameSite: 'lax', secure: request.protocol === 'https' })
}

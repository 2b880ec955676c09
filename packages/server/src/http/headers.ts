import helmet from '@fastify/helmet'
import type { FastifyInstance } from 'fastify'

/** Everything from this host alone; styles set on elements (positions of a chart) are the one thing inline. */
const pagePolicy = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  scriptSrcAttr: ["'none'"],
  styleSrc: ["'self'"],
  styleSrcAttr: ["'unsafe-inline'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  workerSrc: ["'self'"],
  objectSrc: ["'none'"],
  frameSrc: ["'none'"],
  baseUri: ["'none'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
}

/** For what is no page, should a browser show it as one after all: it may load, run and submit nothing, and has an origin of its own. */
const closedPolicy = "default-src 'none';base-uri 'none';form-action 'none';frame-ancestors 'none';object-src 'none';sandbox"

/** What of the device no page of ours asks for. */
const unused = 'accelerometer=(), autoplay=(), bluetooth=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), hid=(), magnetometer=(), microphone=(), midi=(), payment=(), serial=(), usb=(), xr-spatial-tracking=()'

/** The same for answers that come before any hook: to an address that cannot be read. */
export const closedHeaders = { 'content-security-policy': closedPolicy, 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin', 'strict-transport-security': 'max-age=31536000; includeSubDomains', 'cross-origin-resource-policy': 'same-origin' } as const

/** Headers of every answer that tell a browser how little it may do with it. Pages get the policy of pages; what is no page gets none to load by. */
export async function tellBrowsers(app: FastifyInstance): Promise<void> {
  await app.register(helmet, { contentSecurityPolicy: { useDefaults: false, directives: pagePolicy }, referrerPolicy: { policy: 'same-origin' }, crossOriginEmbedderPolicy: { policy: 'require-corp' } })
  app.addHook('onSend', async (request, reply) => {
    reply.header('permissions-policy', unused)
    if (isBelowApi(request.url) && !String(reply.getHeader('content-type') ?? '').startsWith('text/html')) reply.header('content-security-policy', closedPolicy)
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
  })
}

const isBelowApi = (url: string): boolean => /^\/api(\/|$|\?)/.test(url)

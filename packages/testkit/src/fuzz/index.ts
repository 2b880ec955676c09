export { badRequests, type BadRequest } from './bad-request.ts'
export { hostileHeaders, hostileTexts, hostileValues } from './hostile.ts'

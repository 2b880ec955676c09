import { refuse } from '@throughline/engine/kernel'

/** Why a request of SCIM is refused: status, kind (RFC 7644, table 9) and words for whoever runs the identity provider. */
export type ScimRefusal = {
  readonly status: 400 | 401 | 403 | 404 | 409 | 412 | 413 | 415 | 422 | 429 | 500 | 501 | 503
  readonly scimType?: 'invalidFilter' | 'tooMany' | 'uniqueness' | 'mutability' | 'invalidSyntax' | 'invalidPath' | 'noTarget' | 'invalidValue'
  readonly detail: string
}
export type Refused = { readonly ok: false; readonly refusal: ScimRefusal }

const refused = (refusal: ScimRefusal): Refused => refuse(refusal) as Refused

export const invalidFilter = (detail: string): Refused => refused({ status: 400, scimType: 'invalidFilter', detail })
export const invalidPath = (detail: string): Refused => refused({ status: 400, scimType: 'invalidPath', detail })
export const invalidValue = (detail: string): Refused => refused({ status: 400, scimType: 'invalidValue', detail })
export const invalidSyntax = (detail: string): Refused => refused({ status: 400, scimType: 'invalidSyntax', detail })
export const noTarget = (detail: string): Refused => refused({ status: 400, scimType: 'noTarget', detail })
export const immutable = (detail: string): Refused => refused({ status: 400, scimType: 'mutability', detail })
export const taken = (detail: string): Refused => refused({ status: 409, scimType: 'uniqueness', detail })
export const forbidden = (detail: string): Refused => refused({ status: 403, detail })
export const unknownHere = (what: string, id: string): Refused => refused({ status: 404, detail: `There is no ${what} ${id} in this organisation` })
export const moved = (detail: string): Refused => refused({ status: 412, detail })
export const lastOwner = (): Refused => refused({ status: 409, detail: 'An organisation needs an owner. Make someone else an owner first' })

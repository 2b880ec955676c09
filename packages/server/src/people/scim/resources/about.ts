import { groupSchema } from './group.ts'
import { userSchema } from './user.ts'

/** Pages have at most so many resources. */
export const mostResults = 200
export const usualResults = 100

const schema = (name: string) => `urn:ietf:params:scim:schemas:core:2.0:${name}`
const metaOf = (place: string, resourceType: string, path: string) => ({ resourceType, location: `${place}/${path}` })

/** What this interface does and does not (RFC 7643, 5). */
export const serviceProviderConfig = (place: string) => ({
  schemas: [schema('ServiceProviderConfig')],
  patch: { supported: true },
  bulk: { supported: false, maxOperations: 0, maxPayloadSize: 0 },
  filter: { supported: true, maxResults: mostResults },
  changePassword: { supported: false },
  sort: { supported: false },
  etag: { supported: true },
  authenticationSchemes: [{ type: 'oauthbearertoken', name: 'Bearer token', description: 'A token with the right to provision people', specUri: 'https://www.rfc-editor.org/info/rfc6750', primary: true }],
  meta: metaOf(place, 'ServiceProviderConfig', 'ServiceProviderConfig'),
})

/** The kinds of resources (RFC 7643, 6). */
export const resourceTypes = (place: string) => [
  { schemas: [schema('ResourceType')], id: 'User', name: 'User', endpoint: '/Users', description: 'A person with access, or who had it', schema: userSchema, meta: metaOf(place, 'ResourceType', 'ResourceTypes/User') },
  { schemas: [schema('ResourceType')], id: 'Group', name: 'Group', endpoint: '/Groups', description: 'A group of people; groups can give roles', schema: groupSchema, meta: metaOf(place, 'ResourceType', 'ResourceTypes/Group') },
]

type Shape = { readonly type?: 'string' | 'boolean' | 'complex' | 'reference'; readonly many?: true; readonly required?: true; readonly exact?: true; readonly unique?: 'server'; readonly mutability?: 'readOnly' | 'readWrite' | 'immutable'; readonly parts?: readonly object[]; readonly refers?: readonly string[] }

const attribute = (name: string, description: string, { type = 'string', many, required, exact, unique, mutability = 'readWrite', parts, refers }: Shape = {}) => ({
  name, type, multiValued: many === true, description, required: required === true, ...(type === 'string' || type === 'reference' ? { caseExact: exact === true } : {}), mutability, returned: 'default', ...(type === 'complex' ? {} : { uniqueness: unique ?? 'none' }),
  ...(refers ? { referenceTypes: refers } : {}), ...(parts ? { subAttributes: parts } : {}),
})

/** The attributes that are held (RFC 7643, 7); others are taken and passed over. */
export const schemas = (place: string) => [
  {
    schemas: [schema('Schema')], id: userSchema, name: 'User', description: 'A person',
    attributes: [
      attribute('userName', 'By which the identity provider knows the person', { required: true, unique: 'server' }),
      attribute('name', 'The parts of the person’s name', { type: 'complex', parts: [attribute('formatted', 'The whole name'), attribute('familyName', 'Family name'), attribute('givenName', 'Given name')] }),
      attribute('displayName', 'As everybody here knows the person'),
      attribute('active', 'Whether the person has access', { type: 'boolean' }),
      attribute('emails', 'The address; the primary one, or else the first, is kept', { type: 'complex', many: true, parts: [attribute('value', 'The address'), attribute('type', 'Always work'), attribute('primary', 'Always true', { type: 'boolean' })] }),
      attribute('groups', 'The groups that the person is in', { type: 'complex', many: true, mutability: 'readOnly', parts: [attribute('value', 'Id of the group', { mutability: 'readOnly', exact: true }), attribute('$ref', 'Address of the group', { type: 'reference', mutability: 'readOnly', refers: ['Group'] }), attribute('display', 'Name of the group', { mutability: 'readOnly' }), attribute('type', 'Always direct', { mutability: 'readOnly' })] }),
    ],
    meta: metaOf(place, 'Schema', `Schemas/${userSchema}`),
  },
  {
    schemas: [schema('Schema')], id: groupSchema, name: 'Group', description: 'A group of people',
    attributes: [
      attribute('displayName', 'The name; roles are given by it', { required: true, unique: 'server' }),
      attribute('members', 'Who is in it', { type: 'complex', many: true, parts: [attribute('value', 'Id of the user', { mutability: 'immutable', exact: true }), attribute('$ref', 'Address of the user', { type: 'reference', mutability: 'immutable', refers: ['User'] }), attribute('display', 'Name of the user', { mutability: 'readOnly' }), attribute('type', 'Always User', { mutability: 'immutable' })] }),
    ],
    meta: metaOf(place, 'Schema', `Schemas/${groupSchema}`),
  },
]

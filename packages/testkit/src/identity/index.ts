export * from './authenticator.ts'
export * from './openid-provider.ts'
export * from './saml-provider.ts'

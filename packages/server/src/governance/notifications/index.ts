import './tables.ts'

export { notificationHandlers } from './handlers.ts'
export { notificationMigrations } from './migrations.ts'
export { notify, type Told } from './notify.ts'
export { followFromNowOn, isFollowing, readFollowers } from './store.ts'
